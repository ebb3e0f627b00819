// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringView>

namespace roster::api {

//! True when `version` ("2.10") is `minor` of version 2 or later. What cannot be read as a version
//! counts as later than all known ones.
bool isAtLeast(QStringView version, int minor);

//! From 2.16 the owner of a contact is written as text, before as a number.
inline bool hasTextOwner(QStringView version)
{
    return isAtLeast(version, 16);
}

//! POST /contacts/{id}/block came with 2.13.
inline bool canBlock(QStringView version)
{
    return isAtLeast(version, 13);
}

//! From 2.16 only contacts that share an email or a phone are merged, unless told otherwise.
inline bool checksDuplicates(QStringView version)
{
    return isAtLeast(version, 16);
}

} // namespace roster::api
