// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactfield.h"
#include "core/domain/fieldvalue.h"
#include "core/domain/id.h"
#include "core/domain/partiallist.h"

#include <QtCore/QJsonObject>
#include <QtCore/QJsonValue>
#include <QtCore/QMap>

#include <map>
#include <optional>

namespace roster {

//! User or lead. Other is a role that Roster does not know; its text is in the record.
enum class Role { User, Lead, Other };

//! A profile of the contact in a social network.
struct SocialProfile
{
    QString name;
    QString url;

    friend bool operator==(const SocialProfile &, const SocialProfile &) = default;
};

//! One contact as Intercom told it last: a value, plain and comparable (schema Contact).
struct Contact
{
    ContactId id;
    //! Scalar fields that were told, null included; what was not told is absent.
    std::map<ContactField, FieldValue> fields;
    PartialList<TagId> tags;
    PartialList<CompanyId> companies;
    PartialList<QString> notes;
    PartialList<QString> optedOutSubscriptions;
    PartialList<QString> optedInSubscriptions;
    QList<SocialProfile> socialProfiles;
    //! By name; a cleared attribute stays with null.
    QMap<QString, QJsonValue> customAttributes;
    //! Members that Roster does not know, kept as they came.
    QJsonObject unknownMembers;

    //! The field's value; null also when it was never told.
    FieldValue value(ContactField field) const;
    //! The field's text; empty when null, absent or no text.
    QString text(ContactField field) const { return textOf(value(field)); }
    //! A time in Unix seconds.
    std::optional<qint64> time(ContactField field) const { return numberOf(value(field)); }

    Role role() const;
    QString name() const { return text(ContactField::Name); }
    QString email() const { return text(ContactField::Email); }
    //! The owner; empty when nobody owns the contact.
    AdminId owner() const { return AdminId(text(ContactField::Owner)); }
    //! Name, else email, else phone, else external id; empty when there is none of them.
    QString label() const;

    friend bool operator==(const Contact &, const Contact &) = default;
};

//! "user" → User, "lead" → Lead, anything else → Other.
Role roleNamed(QStringView name);
//! The API's word; empty for Other.
QString roleName(Role role);

} // namespace roster
