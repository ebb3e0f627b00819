// SPDX-License-Identifier: MIT
#include "ui/text/fieldtext.h"

#include <QtCore/QCoreApplication>

#include <array>

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FieldText)
};

//! Titles in the order of ContactField.
constexpr std::array FieldTitles = std::to_array<const char *>({
    QT_TRANSLATE_NOOP("FieldText", "Contact id"),
    QT_TRANSLATE_NOOP("FieldText", "Workspace id"),
    QT_TRANSLATE_NOOP("FieldText", "External id"),
    QT_TRANSLATE_NOOP("FieldText", "Role"),
    QT_TRANSLATE_NOOP("FieldText", "Name"),
    QT_TRANSLATE_NOOP("FieldText", "Email"),
    QT_TRANSLATE_NOOP("FieldText", "Email domain"),
    QT_TRANSLATE_NOOP("FieldText", "Phone"),
    QT_TRANSLATE_NOOP("FieldText", "Formatted phone"),
    QT_TRANSLATE_NOOP("FieldText", "Picture address"),
    QT_TRANSLATE_NOOP("FieldText", "Owner"),
    QT_TRANSLATE_NOOP("FieldText", "Email bounced"),
    QT_TRANSLATE_NOOP("FieldText", "Marked email as spam"),
    QT_TRANSLATE_NOOP("FieldText", "Unsubscribed from emails"),
    QT_TRANSLATE_NOOP("FieldText", "Unsubscribed from SMS"),
    QT_TRANSLATE_NOOP("FieldText", "SMS consent"),
    QT_TRANSLATE_NOOP("FieldText", "Push messages enabled"),
    QT_TRANSLATE_NOOP("FieldText", "Created"),
    QT_TRANSLATE_NOOP("FieldText", "Updated"),
    QT_TRANSLATE_NOOP("FieldText", "Signed up"),
    QT_TRANSLATE_NOOP("FieldText", "Last seen"),
    QT_TRANSLATE_NOOP("FieldText", "Last replied"),
    QT_TRANSLATE_NOOP("FieldText", "Last contacted"),
    QT_TRANSLATE_NOOP("FieldText", "Last opened an email"),
    QT_TRANSLATE_NOOP("FieldText", "Last clicked in an email"),
    QT_TRANSLATE_NOOP("FieldText", "Language override"),
    QT_TRANSLATE_NOOP("FieldText", "Browser"),
    QT_TRANSLATE_NOOP("FieldText", "Browser version"),
    QT_TRANSLATE_NOOP("FieldText", "Browser language"),
    QT_TRANSLATE_NOOP("FieldText", "Operating system"),
    QT_TRANSLATE_NOOP("FieldText", "Country"),
    QT_TRANSLATE_NOOP("FieldText", "Region"),
    QT_TRANSLATE_NOOP("FieldText", "City"),
    QT_TRANSLATE_NOOP("FieldText", "Country code"),
    QT_TRANSLATE_NOOP("FieldText", "Continent code"),
    QT_TRANSLATE_NOOP("FieldText", "Android app"),
    QT_TRANSLATE_NOOP("FieldText", "Android app version"),
    QT_TRANSLATE_NOOP("FieldText", "Android device"),
    QT_TRANSLATE_NOOP("FieldText", "Android version"),
    QT_TRANSLATE_NOOP("FieldText", "Android SDK version"),
    QT_TRANSLATE_NOOP("FieldText", "Last seen on Android"),
    QT_TRANSLATE_NOOP("FieldText", "iOS app"),
    QT_TRANSLATE_NOOP("FieldText", "iOS app version"),
    QT_TRANSLATE_NOOP("FieldText", "iOS device"),
    QT_TRANSLATE_NOOP("FieldText", "iOS version"),
    QT_TRANSLATE_NOOP("FieldText", "iOS SDK version"),
    QT_TRANSLATE_NOOP("FieldText", "Last seen on iOS"),
    QT_TRANSLATE_NOOP("FieldText", "UTM campaign"),
    QT_TRANSLATE_NOOP("FieldText", "UTM content"),
    QT_TRANSLATE_NOOP("FieldText", "UTM medium"),
    QT_TRANSLATE_NOOP("FieldText", "UTM source"),
    QT_TRANSLATE_NOOP("FieldText", "UTM term"),
    QT_TRANSLATE_NOOP("FieldText", "Referrer"),
    QT_TRANSLATE_NOOP("FieldText", "Social profiles"),
    QT_TRANSLATE_NOOP("FieldText", "Tags"),
    QT_TRANSLATE_NOOP("FieldText", "Notes"),
    QT_TRANSLATE_NOOP("FieldText", "Companies"),
    QT_TRANSLATE_NOOP("FieldText", "Opted out of"),
    QT_TRANSLATE_NOOP("FieldText", "Opted in to"),
    QT_TRANSLATE_NOOP("FieldText", "Attributes"),
});
static_assert(FieldTitles.size() == static_cast<size_t>(ContactField::CustomAttributes) + 1,
              "every field has a title");

} // namespace

QString fieldTitle(ContactField field)
{
    return Words::tr(FieldTitles[static_cast<size_t>(field)]);
}

QString sectionTitle(FieldSection section)
{
    switch (section) {
    case FieldSection::Identity:
        return Words::tr("Identity");
    case FieldSection::Activity:
        return Words::tr("Activity");
    case FieldSection::Consent:
        return Words::tr("Consent");
    case FieldSection::Location:
        return Words::tr("Location");
    case FieldSection::Browser:
        return Words::tr("Browser and language");
    case FieldSection::Android:
        return Words::tr("Android");
    case FieldSection::Ios:
        return Words::tr("iOS");
    case FieldSection::Campaign:
        return Words::tr("Campaign");
    case FieldSection::Lists:
        return Words::tr("Lists");
    }
    return {};
}

QString roleTitle(Role role)
{
    switch (role) {
    case Role::User:
        return Words::tr("User");
    case Role::Lead:
        return Words::tr("Lead");
    case Role::Other:
        break;
    }
    return Words::tr("Other");
}

QString regionTitle(Region region)
{
    switch (region) {
    case Region::UnitedStates:
        return Words::tr("US");
    case Region::Europe:
        return Words::tr("EU");
    case Region::Australia:
        return Words::tr("AU");
    case Region::Sandbox:
        return Words::tr("Sandbox");
    case Region::Custom:
        break;
    }
    return Words::tr("Custom");
}

QString regionName(Region region)
{
    switch (region) {
    case Region::UnitedStates:
        return Words::tr("United States");
    case Region::Europe:
        return Words::tr("Europe");
    case Region::Australia:
        return Words::tr("Australia");
    case Region::Sandbox:
        return Words::tr("this computer");
    case Region::Custom:
        break;
    }
    return Words::tr("a custom address");
}

QString regionTitleOfCode(QStringView code)
{
    const std::optional<Region> region = regionFromCode(code);
    return region ? regionTitle(*region) : code.toString();
}

QString problemText(const FieldProblem &problem)
{
    switch (problem.problem) {
    case Problem::Missing:
        return Words::tr("A user needs an email or an external id.");
    case Problem::NotAnEmail:
        return Words::tr("This is no email address, such as ada@example.com.");
    case Problem::NotAPhone:
        return Words::tr("A phone number has digits, spaces and + ( ) - . / only.");
    case Problem::TooLong:
        return problem.field == ContactField::Avatar
                   ? Words::tr("This is too long: at most 512 characters.")
                   : Words::tr("This is too long: at most 255 characters.");
    case Problem::HasControlChars:
        return Words::tr("Line breaks and control characters do not belong here.");
    case Problem::NotAUrl:
        return Words::tr("A picture needs an address that begins with https:// or http://.");
    case Problem::RoleCannotGoBack:
        return Words::tr("A user cannot become a lead again.");
    case Problem::ExternalIdOfLead:
        return Words::tr("Intercom makes the external id of a lead by itself.");
    }
    return {};
}

QString roleSplit(int users, int leads)
{
    const QString userPart =
        users == 1 ? Words::tr("1 user") : Words::tr("%Ln users", nullptr, users);
    const QString leadPart =
        leads == 1 ? Words::tr("1 lead") : Words::tr("%Ln leads", nullptr, leads);
    if (leads == 0)
        return userPart;
    return users == 0 ? leadPart : Words::tr("%1, %2").arg(userPart, leadPart);
}

QString attributeTitle(const DataAttribute &attribute)
{
    if (!attribute.label.isEmpty() && attribute.label != attribute.name)
        return attribute.label;
    QString title = attribute.name;
    title.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!title.isEmpty())
        title[0] = title.at(0).toUpper();
    return title;
}

} // namespace roster
