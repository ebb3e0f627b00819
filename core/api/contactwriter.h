// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactpatch.h"

#include <QtCore/QJsonObject>

namespace roster::api {

//! The body of a create: what the draft holds; null and empty texts are left out. `version` decides
//! how the owner is written.
QJsonObject toJson(const ContactDraft &draft, QStringView version);

//! The body of an update: every member of the patch, null included. Fields that Intercom does not
//! let us write are left out.
QJsonObject toJson(const ContactPatch &patch, QStringView version);

} // namespace roster::api
