// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactpatch.h"

namespace roster {

//! One value that a patch can change: a field, or a custom attribute by its name.
struct PatchPlace
{
    //! CustomAttributes for an attribute.
    ContactField field = ContactField::Name;
    //! Empty for a field.
    QString attribute = {};

    friend bool operator==(const PatchPlace &, const PatchPlace &) = default;
};

//! A value that a patch changes and that somebody else changed to something else meanwhile. Null
//! where there is none.
struct FieldConflict
{
    PatchPlace place;
    //! What the person saw.
    QJsonValue before;
    //! What the server has now.
    QJsonValue theirs;
    //! What the patch would set.
    QJsonValue yours;

    friend bool operator==(const FieldConflict &, const FieldConflict &) = default;
};

//! Where `patch` stands against what changed between `base`, which the person saw, and `remote`,
//! which the server has now: fields in their order, then attributes by name. What nobody else
//! changed, or changed to the same, is none; for fields null and empty text are the same.
QList<FieldConflict> fieldConflicts(const ContactPatch &patch, const Contact &base,
                                    const Contact &remote);

//! A field's value as JSON has it.
QJsonValue jsonValueOf(const FieldValue &value);

} // namespace roster
