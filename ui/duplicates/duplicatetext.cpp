// SPDX-License-Identifier: MIT
#include "ui/duplicates/duplicatetext.h"

#include "ui/contacts/cellwords.h"
#include "ui/text/fieldtext.h"

#include <QtCore/QLocale>

#include <algorithm>

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DuplicateText)
};

BulkTarget targetOf(const ContactRow &row)
{
    return {row.id, row.label(), row.email, row.role};
}

int countOf(const QList<ContactRow> &rows, Role role)
{
    return static_cast<int>(std::count_if(
        rows.begin(), rows.end(), [role](const ContactRow &row) { return row.role == role; }));
}

QString calledText(const BulkTarget &target)
{
    const QString label = CellWords::line(target.label);
    return label.isEmpty() ? Words::tr("No name") : label;
}

} // namespace

std::optional<MergePair> mergePairOf(const QList<ContactRow> &chosen)
{
    if (chosen.size() != 2 || countOf(chosen, Role::Lead) != 1 || countOf(chosen, Role::User) != 1)
        return std::nullopt;
    const bool isLeadFirst = chosen.first().role == Role::Lead;
    return MergePair{targetOf(chosen.at(isLeadFirst ? 0 : 1)),
                     targetOf(chosen.at(isLeadFirst ? 1 : 0))};
}

QString sharedText(DuplicateKind kind, const DuplicateGroup &group)
{
    const ContactRow &row = group.contacts.constFirst();
    switch (kind) {
    case DuplicateKind::Email:
        return CellWords::line(row.email);
    case DuplicateKind::Phone:
        return CellWords::line(row.phone);
    case DuplicateKind::Name:
        break;
    }
    return CellWords::line(row.name);
}

QString groupFacts(const DuplicateGroup &group,
                   const std::function<QString(std::optional<qint64>)> &ago)
{
    const int users = countOf(group.contacts, Role::User);
    const int leads = countOf(group.contacts, Role::Lead);
    const bool isWhole = users + leads == group.total;
    const QString who =
        isWhole ? roleSplit(users, leads) : Words::tr("%Ln contacts", nullptr, group.total);
    const std::optional<qint64> seen = group.contacts.constFirst().lastSeenAt;
    return seen ? Words::tr("%1 · last seen %2", "who, when").arg(who, ago(seen)) : who;
}

QString countText(const Duplicates &found)
{
    const QString groups = found.groupTotal == 1
                               ? Words::tr("1 group")
                               : Words::tr("%Ln groups", nullptr, found.groupTotal);
    const QString whole =
        Words::tr("%1, %Ln contacts", "groups, contacts in them", found.contactTotal).arg(groups);
    const auto listed = static_cast<int>(found.groups.size());
    if (listed >= found.groupTotal)
        return whole;
    return Words::tr("The first %1 of %2", "groups of all groups and contacts")
        .arg(QLocale().toString(listed), whole);
}

QString nothingText(DuplicateKind kind)
{
    switch (kind) {
    case DuplicateKind::Email:
        return Words::tr("No two contacts have the same email.");
    case DuplicateKind::Phone:
        return Words::tr("No two contacts have the same phone number.");
    case DuplicateKind::Name:
        break;
    }
    return Words::tr("No two contacts have the same name.");
}

QString adviceText(const DuplicateGroup &group, const QList<ContactRow> &chosen)
{
    if (const std::optional<MergePair> pair = mergePairOf(chosen))
        return Words::tr("Intercom can merge the lead %1 into the user %2. You see what survives "
                         "before anything happens.")
            .arg(calledText(pair->lead), calledText(pair->user));
    if (group.isMergeable())
        return Words::tr("Select one lead and one user to merge them: hold Ctrl while you click, "
                         "or move with Ctrl and the arrow keys and press Ctrl+Space.");
    if (countOf(group.contacts, Role::User) == group.contacts.size())
        return Words::tr("Intercom merges a lead into a user, never two users. Open both, enter "
                         "in one what only the other has, then archive the other.");
    if (countOf(group.contacts, Role::Lead) == group.contacts.size())
        return Words::tr("Intercom merges a lead into a user, never two leads. Convert one to a "
                         "user and merge the other into it, or archive the one nobody needs.");
    return Words::tr("Intercom merges nothing but a lead into a user.");
}

} // namespace roster
