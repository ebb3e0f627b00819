// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QLatin1String>
#include <QtCore/QStringView>

#include <optional>
#include <span>

namespace roster {

//! Every member of Intercom's contact object that Roster knows: one vocabulary for the record, its
//! columns, diffs, form fields and server errors (Intercom API reference 2.7–2.16, schema Contact).
enum class ContactField {
    Id,
    WorkspaceId,
    ExternalId,
    Role,
    Name,
    Email,
    EmailDomain,
    Phone,
    FormattedPhone,
    Avatar,
    Owner,
    HasHardBounced,
    MarkedEmailAsSpam,
    UnsubscribedFromEmails,
    UnsubscribedFromSms,
    SmsConsent,
    EnabledPushMessaging,
    CreatedAt,
    UpdatedAt,
    SignedUpAt,
    LastSeenAt,
    LastRepliedAt,
    LastContactedAt,
    LastEmailOpenedAt,
    LastEmailClickedAt,
    LanguageOverride,
    Browser,
    BrowserVersion,
    BrowserLanguage,
    Os,
    LocationCountry,
    LocationRegion,
    LocationCity,
    LocationCountryCode,
    LocationContinentCode,
    AndroidAppName,
    AndroidAppVersion,
    AndroidDevice,
    AndroidOsVersion,
    AndroidSdkVersion,
    AndroidLastSeenAt,
    IosAppName,
    IosAppVersion,
    IosDevice,
    IosOsVersion,
    IosSdkVersion,
    IosLastSeenAt,
    UtmCampaign,
    UtmContent,
    UtmMedium,
    UtmSource,
    UtmTerm,
    Referrer,
    SocialProfiles,
    Tags,
    Notes,
    Companies,
    OptedOutSubscriptions,
    OptedInSubscriptions,
    CustomAttributes,
};

//! What a field holds. Choice is text of a closed set (role), Reference the id of an admin.
enum class FieldKind { Text, Choice, Reference, Time, Flag, Picture, List };

//! Where a person looks for the field.
enum class FieldSection {
    Identity,
    Activity,
    Consent,
    Location,
    Browser,
    Android,
    Ios,
    Campaign,
    Lists,
};

//! One line of the table of fields.
struct ContactFieldInfo
{
    ContactField field;
    //! Name in JSON; "location.country" is member `country` of member `location`.
    QLatin1String jsonName;
    FieldKind kind;
    FieldSection section;
    //! May be sent in create and update.
    bool isWritable;
};

//! All fields in the order of the enum.
std::span<const ContactFieldInfo> contactFields();

//! The table's line of `field`.
const ContactFieldInfo &contactFieldInfo(ContactField field);

//! The field called `jsonName` in Intercom's JSON ("email", "location.city"); nothing when unknown.
std::optional<ContactField> contactFieldNamed(QStringView jsonName);

} // namespace roster
