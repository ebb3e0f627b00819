// SPDX-License-Identifier: MIT
#include "core/domain/contactfield.h"

#include <QtCore/QHash>
#include <QtCore/QString>

#include <algorithm>
#include <array>

namespace roster {

namespace {

constexpr std::array Fields = std::to_array<ContactFieldInfo>({
    {ContactField::Id, QLatin1String("id"), FieldKind::Text, FieldSection::Identity, false},
    {ContactField::WorkspaceId, QLatin1String("workspace_id"), FieldKind::Text,
     FieldSection::Identity, false},
    {ContactField::ExternalId, QLatin1String("external_id"), FieldKind::Text,
     FieldSection::Identity, true},
    {ContactField::Role, QLatin1String("role"), FieldKind::Choice, FieldSection::Identity, true},
    {ContactField::Name, QLatin1String("name"), FieldKind::Text, FieldSection::Identity, true},
    {ContactField::Email, QLatin1String("email"), FieldKind::Text, FieldSection::Identity, true},
    {ContactField::EmailDomain, QLatin1String("email_domain"), FieldKind::Text,
     FieldSection::Identity, false},
    {ContactField::Phone, QLatin1String("phone"), FieldKind::Text, FieldSection::Identity, true},
    {ContactField::FormattedPhone, QLatin1String("formatted_phone"), FieldKind::Text,
     FieldSection::Identity, false},
    {ContactField::Avatar, QLatin1String("avatar"), FieldKind::Picture, FieldSection::Identity,
     true},
    {ContactField::Owner, QLatin1String("owner_id"), FieldKind::Reference, FieldSection::Identity,
     true},
    {ContactField::HasHardBounced, QLatin1String("has_hard_bounced"), FieldKind::Flag,
     FieldSection::Consent, false},
    {ContactField::MarkedEmailAsSpam, QLatin1String("marked_email_as_spam"), FieldKind::Flag,
     FieldSection::Consent, false},
    {ContactField::UnsubscribedFromEmails, QLatin1String("unsubscribed_from_emails"),
     FieldKind::Flag, FieldSection::Consent, true},
    {ContactField::UnsubscribedFromSms, QLatin1String("unsubscribed_from_sms"), FieldKind::Flag,
     FieldSection::Consent, false},
    {ContactField::SmsConsent, QLatin1String("sms_consent"), FieldKind::Flag, FieldSection::Consent,
     false},
    {ContactField::EnabledPushMessaging, QLatin1String("enabled_push_messaging"), FieldKind::Flag,
     FieldSection::Consent, false},
    {ContactField::CreatedAt, QLatin1String("created_at"), FieldKind::Time, FieldSection::Activity,
     false},
    {ContactField::UpdatedAt, QLatin1String("updated_at"), FieldKind::Time, FieldSection::Activity,
     false},
    {ContactField::SignedUpAt, QLatin1String("signed_up_at"), FieldKind::Time,
     FieldSection::Activity, true},
    {ContactField::LastSeenAt, QLatin1String("last_seen_at"), FieldKind::Time,
     FieldSection::Activity, true},
    {ContactField::LastRepliedAt, QLatin1String("last_replied_at"), FieldKind::Time,
     FieldSection::Activity, false},
    {ContactField::LastContactedAt, QLatin1String("last_contacted_at"), FieldKind::Time,
     FieldSection::Activity, false},
    {ContactField::LastEmailOpenedAt, QLatin1String("last_email_opened_at"), FieldKind::Time,
     FieldSection::Activity, false},
    {ContactField::LastEmailClickedAt, QLatin1String("last_email_clicked_at"), FieldKind::Time,
     FieldSection::Activity, false},
    {ContactField::LanguageOverride, QLatin1String("language_override"), FieldKind::Text,
     FieldSection::Browser, false},
    {ContactField::Browser, QLatin1String("browser"), FieldKind::Text, FieldSection::Browser,
     false},
    {ContactField::BrowserVersion, QLatin1String("browser_version"), FieldKind::Text,
     FieldSection::Browser, false},
    {ContactField::BrowserLanguage, QLatin1String("browser_language"), FieldKind::Text,
     FieldSection::Browser, false},
    {ContactField::Os, QLatin1String("os"), FieldKind::Text, FieldSection::Browser, false},
    {ContactField::LocationCountry, QLatin1String("location.country"), FieldKind::Text,
     FieldSection::Location, false},
    {ContactField::LocationRegion, QLatin1String("location.region"), FieldKind::Text,
     FieldSection::Location, false},
    {ContactField::LocationCity, QLatin1String("location.city"), FieldKind::Text,
     FieldSection::Location, false},
    {ContactField::LocationCountryCode, QLatin1String("location.country_code"), FieldKind::Text,
     FieldSection::Location, false},
    {ContactField::LocationContinentCode, QLatin1String("location.continent_code"), FieldKind::Text,
     FieldSection::Location, false},
    {ContactField::AndroidAppName, QLatin1String("android_app_name"), FieldKind::Text,
     FieldSection::Android, false},
    {ContactField::AndroidAppVersion, QLatin1String("android_app_version"), FieldKind::Text,
     FieldSection::Android, false},
    {ContactField::AndroidDevice, QLatin1String("android_device"), FieldKind::Text,
     FieldSection::Android, false},
    {ContactField::AndroidOsVersion, QLatin1String("android_os_version"), FieldKind::Text,
     FieldSection::Android, false},
    {ContactField::AndroidSdkVersion, QLatin1String("android_sdk_version"), FieldKind::Text,
     FieldSection::Android, false},
    {ContactField::AndroidLastSeenAt, QLatin1String("android_last_seen_at"), FieldKind::Time,
     FieldSection::Android, false},
    {ContactField::IosAppName, QLatin1String("ios_app_name"), FieldKind::Text, FieldSection::Ios,
     false},
    {ContactField::IosAppVersion, QLatin1String("ios_app_version"), FieldKind::Text,
     FieldSection::Ios, false},
    {ContactField::IosDevice, QLatin1String("ios_device"), FieldKind::Text, FieldSection::Ios,
     false},
    {ContactField::IosOsVersion, QLatin1String("ios_os_version"), FieldKind::Text,
     FieldSection::Ios, false},
    {ContactField::IosSdkVersion, QLatin1String("ios_sdk_version"), FieldKind::Text,
     FieldSection::Ios, false},
    {ContactField::IosLastSeenAt, QLatin1String("ios_last_seen_at"), FieldKind::Time,
     FieldSection::Ios, false},
    {ContactField::UtmCampaign, QLatin1String("utm_campaign"), FieldKind::Text,
     FieldSection::Campaign, false},
    {ContactField::UtmContent, QLatin1String("utm_content"), FieldKind::Text,
     FieldSection::Campaign, false},
    {ContactField::UtmMedium, QLatin1String("utm_medium"), FieldKind::Text, FieldSection::Campaign,
     false},
    {ContactField::UtmSource, QLatin1String("utm_source"), FieldKind::Text, FieldSection::Campaign,
     false},
    {ContactField::UtmTerm, QLatin1String("utm_term"), FieldKind::Text, FieldSection::Campaign,
     false},
    {ContactField::Referrer, QLatin1String("referrer"), FieldKind::Text, FieldSection::Campaign,
     false},
    {ContactField::SocialProfiles, QLatin1String("social_profiles"), FieldKind::List,
     FieldSection::Lists, false},
    {ContactField::Tags, QLatin1String("tags"), FieldKind::List, FieldSection::Lists, false},
    {ContactField::Notes, QLatin1String("notes"), FieldKind::List, FieldSection::Lists, false},
    {ContactField::Companies, QLatin1String("companies"), FieldKind::List, FieldSection::Lists,
     false},
    {ContactField::OptedOutSubscriptions, QLatin1String("opted_out_subscription_types"),
     FieldKind::List, FieldSection::Lists, false},
    {ContactField::OptedInSubscriptions, QLatin1String("opted_in_subscription_types"),
     FieldKind::List, FieldSection::Lists, false},
    {ContactField::CustomAttributes, QLatin1String("custom_attributes"), FieldKind::List,
     FieldSection::Lists, true},
});

constexpr bool isInOrder()
{
    for (size_t i = 0; i < Fields.size(); ++i) {
        if (static_cast<size_t>(Fields[i].field) != i)
            return false;
    }
    return true;
}
static_assert(isInOrder(), "the table follows the enum");

} // namespace

std::span<const ContactFieldInfo> contactFields()
{
    return Fields;
}

const ContactFieldInfo &contactFieldInfo(ContactField field)
{
    return Fields[static_cast<size_t>(field)];
}

std::optional<ContactField> contactFieldNamed(QStringView jsonName)
{
    const auto found = std::find_if(Fields.begin(), Fields.end(), [jsonName](const auto &info) {
        return jsonName == info.jsonName;
    });
    return found == Fields.end() ? std::nullopt : std::optional(found->field);
}

} // namespace roster
