// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactpatch.h"

#include <QtCore/QByteArray>

namespace roster {

//! A patch as Roster keeps it in its own files, compact JSON; empty for an empty patch. Names are
//! those of contactFields().
QByteArray patchToJson(const ContactPatch &patch);

//! The patch of patchToJson(). What cannot be read is left out: a member that is no scalar, a field
//! that this Roster does not know.
ContactPatch patchFromJson(const QByteArray &json);

} // namespace roster
