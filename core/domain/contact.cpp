// SPDX-License-Identifier: MIT
#include "core/domain/contact.h"

namespace roster {

FieldValue Contact::value(ContactField field) const
{
    const auto found = fields.find(field);
    return found == fields.end() ? FieldValue() : found->second;
}

Role Contact::role() const
{
    return roleNamed(text(ContactField::Role));
}

QString Contact::label() const
{
    for (const ContactField field :
         {ContactField::Name, ContactField::Email, ContactField::Phone, ContactField::ExternalId}) {
        const QString candidate = text(field).simplified();
        if (!candidate.isEmpty())
            return candidate;
    }
    return {};
}

Role roleNamed(QStringView name)
{
    if (name == QLatin1String("user"))
        return Role::User;
    return name == QLatin1String("lead") ? Role::Lead : Role::Other;
}

QString roleName(Role role)
{
    switch (role) {
    case Role::User:
        return QStringLiteral("user");
    case Role::Lead:
        return QStringLiteral("lead");
    case Role::Other:
        break;
    }
    return {};
}

} // namespace roster
