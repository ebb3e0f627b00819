// SPDX-License-Identifier: MIT
#include "ui/panel/recordsections.h"

#include "ui/text/fieldtext.h"
#include "ui/text/jsontext.h"
#include "ui/text/reltime.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QTimeZone>

#include <algorithm>

namespace roster {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RecordSections", text);
}

QString yesOrNo(bool isYes)
{
    return isYes ? tr("Yes") : tr("No");
}

QDateTime moment(qint64 unixSeconds)
{
    return QDateTime::fromSecsSinceEpoch(unixSeconds, Qt::UTC);
}

QTimeZone zoneOf(const RecordContext &context)
{
    const QTimeZone zone(context.timeZone);
    return zone.isValid() ? zone : QTimeZone::utc();
}

RecordLine timeLine(const QString &label, std::optional<qint64> time, const RecordContext &context)
{
    if (!time)
        return {label, {}, {}};
    return {label, RelTime::relative(moment(*time), moment(context.now)),
            RelTime::exact(moment(*time), zoneOf(context), QLocale())};
}

RecordLine lineOf(const Contact &contact, ContactField field, const RecordContext &context)
{
    const QString label = fieldTitle(field);
    const FieldValue value = contact.value(field);
    if (field == ContactField::Owner)
        return {label, context.ownerName.isEmpty() ? textOf(value) : context.ownerName, {}};
    if (field == ContactField::Role)
        return {label, roleTitle(contact.role()), {}};
    if (const auto flag = flagOf(value))
        return {label, yesOrNo(*flag), {}};
    if (contactFieldInfo(field).kind == FieldKind::Time)
        return timeLine(label, numberOf(value), context);
    return {label, textOf(value), {}};
}

RecordLine attributeLine(const QString &label, AttributeType type, const QJsonValue &value,
                         const RecordContext &context)
{
    // Dates are Unix seconds in Intercom; a value that no longer fits its type is shown as it is.
    if (type == AttributeType::Date && value.isDouble())
        return timeLine(label, static_cast<qint64>(value.toDouble()), context);
    return {label, jsonText(value), {}};
}

QString sectionKey(FieldSection section)
{
    switch (section) {
    case FieldSection::Identity:
        return QStringLiteral("identity");
    case FieldSection::Activity:
        return QStringLiteral("activity");
    case FieldSection::Consent:
        return QStringLiteral("consent");
    case FieldSection::Location:
        return QStringLiteral("location");
    case FieldSection::Browser:
        return QStringLiteral("browser");
    case FieldSection::Android:
        return QStringLiteral("android");
    case FieldSection::Ios:
        return QStringLiteral("ios");
    case FieldSection::Campaign:
        return QStringLiteral("campaign");
    case FieldSection::Lists:
        break;
    }
    return QStringLiteral("lists");
}

RecordSection profilesSection(const Contact &contact)
{
    RecordSection section{QStringLiteral("profiles"), tr("Social profiles"), {}};
    for (const SocialProfile &profile : contact.socialProfiles)
        section.lines.append({profile.name, profile.url, {}});
    return section;
}

RecordSection moreSection(const Contact &contact)
{
    RecordSection section{QStringLiteral("more"), tr("More"), {}};
    for (auto it = contact.unknownMembers.begin(); it != contact.unknownMembers.end(); ++it)
        section.lines.append({it.key(), jsonText(it.value()), {}});
    return section;
}

constexpr ContactField KeyFields[] = {ContactField::Email, ContactField::Phone,
                                      ContactField::ExternalId, ContactField::Owner,
                                      ContactField::CreatedAt};

bool isElsewhere(ContactField field)
{
    return std::ranges::find(KeyFields, field) != std::end(KeyFields);
}

} // namespace

bool RecordSection::isEmpty() const
{
    return std::all_of(lines.begin(), lines.end(),
                       [](const RecordLine &line) { return line.value.isEmpty(); });
}

QList<RecordLine> keyLines(const Contact &contact, const RecordContext &context)
{
    QList<RecordLine> lines;
    for (const ContactField field : KeyFields)
        lines.append(lineOf(contact, field, context));
    // A day says more than "2 years ago" for the one date that never changes.
    if (const auto created = contact.time(ContactField::CreatedAt))
        lines.last().value = RelTime::date(moment(*created), zoneOf(context), QLocale());
    return lines;
}

RecordSection attributeSection(const Contact &contact, const RecordContext &context)
{
    RecordSection section{QStringLiteral("attributes"), tr("Attributes"), {}};
    QMap<QString, QJsonValue> left = contact.customAttributes;
    for (const DataAttribute &attribute : context.attributes) {
        const QJsonValue value = left.take(attribute.name);
        const QString label = attributeTitle(attribute);
        if (!attribute.isArchived)
            section.lines.append(attributeLine(label, attribute.type, value, context));
    }
    for (auto it = left.cbegin(); it != left.cend(); ++it)
        section.lines.append(attributeLine(it.key(), AttributeType::Text, it.value(), context));
    return section;
}

QList<RecordSection> foldedSections(const Contact &contact, const RecordContext &context)
{
    QList<RecordSection> sections;
    for (const ContactFieldInfo &info : contactFields()) {
        if (info.section == FieldSection::Lists || isElsewhere(info.field))
            continue;
        const QString key = sectionKey(info.section);
        const auto found = std::find_if(sections.begin(), sections.end(),
                                        [&key](const auto &section) { return section.key == key; });
        RecordSection &section =
            found != sections.end()
                ? *found
                : sections.emplaceBack(RecordSection{key, sectionTitle(info.section), {}});
        section.lines.append(lineOf(contact, info.field, context));
    }
    sections.append(profilesSection(contact));
    sections.append(moreSection(contact));
    return sections;
}

} // namespace roster
