// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contact.h"

#include <map>

namespace roster {

//! What an update changes and nothing else. A field that is absent stays as it is; null clears it;
//! an empty text is an empty text (Intercom treats the three differently).
struct ContactPatch
{
    //! Writable scalar fields. ContactField::Owner holds the admin's id as text, or null for
    //! nobody.
    std::map<ContactField, FieldValue> fields;
    //! By name; null clears the attribute.
    QMap<QString, QJsonValue> customAttributes;

    bool isEmpty() const { return fields.empty() && customAttributes.isEmpty(); }
    bool touches(ContactField field) const;
    //! Everything that it asks for is so already. Null and empty text are the same emptiness.
    bool isHeldBy(const Contact &contact) const;
    //! What `contact` has in the places that this patch changes.
    ContactPatch valuesIn(const Contact &contact) const;

    friend bool operator==(const ContactPatch &, const ContactPatch &) = default;
};

//! What a person has in the form: the writable fields of a new or an existing contact.
struct ContactDraft
{
    std::map<ContactField, FieldValue> fields;
    QMap<QString, QJsonValue> customAttributes;

    //! The writable part of `contact`.
    static ContactDraft of(const Contact &contact);

    FieldValue value(ContactField field) const;
    QString text(ContactField field) const { return textOf(value(field)); }
    Role role() const { return roleNamed(text(ContactField::Role)); }

    //! What has to be sent so that `base` becomes this draft. A field emptied in the form clears
    //! (null); null and empty text count as the same emptiness and make no difference.
    ContactPatch patchFrom(const Contact &base) const;

    friend bool operator==(const ContactDraft &, const ContactDraft &) = default;
};

//! Fields (and custom attributes, as ContactField::CustomAttributes) that `patch` would change and
//! that differ between `base`, which the person saw, and `remote`, which the server has now.
QList<ContactField> conflictsWith(const ContactPatch &patch, const Contact &base,
                                  const Contact &remote);

} // namespace roster
