// SPDX-License-Identifier: MIT
#include "ui/lifecycle/mergepreview.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSet>

#include <functional>

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MergePreview)
};

//! Names that a cell can show; the rest is counted.
constexpr qsizetype MostNames = 10;

constexpr ContactField Fields[] = {ContactField::Name,         ContactField::Email,
                                   ContactField::Phone,        ContactField::Owner,
                                   ContactField::SignedUpAt,   ContactField::LastSeenAt,
                                   ContactField::LastRepliedAt};

MergeLine lineOf(const PatchPlace &place, const QJsonValue &lead, const QJsonValue &user,
                 const ValueWords &words)
{
    MergeLine line;
    line.place = place;
    line.title = words.title(place);
    line.lead = words.text(place, lead);
    line.user = words.text(place, user);
    if (line.user.isEmpty() && !line.lead.isEmpty())
        line.fate = MergeLine::Fate::TakenOver;
    else if (lead != user)
        line.fate = MergeLine::Fate::Kept;
    line.after = line.fate == MergeLine::Fate::TakenOver ? line.lead : line.user;
    return line;
}

//! Intercom makes a lead's external id, which goes with the lead.
MergeLine externalIdLine(const Contact &lead, const Contact &user, const ValueWords &words)
{
    const PatchPlace place{ContactField::ExternalId};
    MergeLine line = lineOf(place, jsonValueOf(lead.value(place.field)),
                            jsonValueOf(user.value(place.field)), words);
    line.fate = MergeLine::Fate::Kept;
    line.after = line.user;
    return line;
}

QString namesText(const QStringList &names, int total)
{
    if (total == 0)
        return {};
    if (names.isEmpty() || names.size() > MostNames || names.size() < total)
        return Words::tr("%Ln in all", "things of a contact", total);
    return names.join(Words::tr(", ", "between names"));
}

template <class Id>
MergeLine listLine(ContactField field, const PartialList<Id> &lead, const PartialList<Id> &user,
                   const std::function<QString(const Id &)> &nameOf, const ValueWords &words)
{
    const auto namesOf = [&nameOf](const QList<Id> &ids) {
        QStringList names;
        for (const Id &id : ids)
            names.append(nameOf(id));
        return names;
    };
    MergeLine line;
    line.place = {field};
    line.title = words.title(line.place);
    line.lead = namesText(namesOf(lead.items), lead.total);
    line.user = namesText(namesOf(user.items), user.total);
    line.fate = MergeLine::Fate::Joined;
    QList<Id> joined = user.items;
    for (const Id &id : lead.items) {
        if (!joined.contains(id))
            joined.append(id);
    }
    if (lead.isComplete() && user.isComplete())
        line.after = namesText(namesOf(joined), static_cast<int>(joined.size()));
    else
        line.after = Words::tr("%Ln at most", "things of a contact", lead.total + user.total);
    return line;
}

//! Notes have no names.
MergeLine notesLine(const Contact &lead, const Contact &user, const ValueWords &words)
{
    const auto counted = [](int total) {
        return total == 0 ? QString() : Words::tr("%Ln in all", "things of a contact", total);
    };
    MergeLine line;
    line.place = {ContactField::Notes};
    line.title = words.title(line.place);
    line.lead = counted(lead.notes.total);
    line.user = counted(user.notes.total);
    line.after = counted(lead.notes.total + user.notes.total);
    line.fate = MergeLine::Fate::Joined;
    return line;
}

//! Those with something to tell, what differs first.
void append(QList<MergeLine> &to, const QList<MergeLine> &lines)
{
    for (const bool isSameWanted : {false, true}) {
        for (const MergeLine &line : lines) {
            const bool isEmpty = line.lead.isEmpty() && line.user.isEmpty();
            if (!isEmpty && (line.fate == MergeLine::Fate::Same) == isSameWanted)
                to.append(line);
        }
    }
}

QList<MergeLine> attributeLines(const Contact &lead, const Contact &user, const ValueWords &words)
{
    QMap<QString, QJsonValue> names = lead.customAttributes;
    names.insert(user.customAttributes);
    QList<MergeLine> lines;
    for (auto it = names.cbegin(); it != names.cend(); ++it)
        lines.append(lineOf({ContactField::CustomAttributes, it.key()},
                            lead.customAttributes.value(it.key()),
                            user.customAttributes.value(it.key()), words));
    return lines;
}

} // namespace

QList<MergeLine> mergePreview(const Contact &lead, const Contact &user, ContactBook &book,
                              const ValueWords &words)
{
    QList<MergeLine> fields;
    for (const ContactField field : Fields)
        fields.append(
            lineOf({field}, jsonValueOf(lead.value(field)), jsonValueOf(user.value(field)), words));
    fields.append(externalIdLine(lead, user, words));
    const std::function<QString(const TagId &)> tagName = [&book](const TagId &id) {
        const QString name = book.tagName(id);
        return name.isEmpty() ? id.text() : name;
    };
    const std::function<QString(const CompanyId &)> companyName = [&book](const CompanyId &id) {
        const QString name = book.companyName(id);
        return name.isEmpty() ? id.text() : name;
    };
    QList<MergeLine> lines;
    append(lines, fields);
    append(lines, attributeLines(lead, user, words));
    append(lines,
           {listLine(ContactField::Tags, lead.tags, user.tags, tagName, words),
            listLine(ContactField::Companies, lead.companies, user.companies, companyName, words),
            notesLine(lead, user, words)});
    return lines;
}

bool areAlike(const Contact &lead, const Contact &user)
{
    const QString phone = lead.text(ContactField::Phone);
    return (!lead.email().isEmpty() &&
            lead.email().compare(user.email(), Qt::CaseInsensitive) == 0) ||
           (!phone.isEmpty() && phone == user.text(ContactField::Phone));
}

} // namespace roster
