// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/apiversion.h"
#include "core/sandbox/contactstore.h"

#include <QJsonObject>

namespace roster::sandbox {

//! The contact as answers of \a version carry it: the members of the official create answer, and
//! what the version adds.
[[nodiscard]] QJsonObject contactJson(const ContactRow &row, const Inlines &inlines,
                                      ApiVersion version, const QString &appId);

//! {type, id, external_id} and \a flag: \a value, the short answer of archive, unarchive, delete.
[[nodiscard]] QJsonObject shortContactJson(const ContactRow &row, const QString &flag, bool value);

//! The contact's id and type as a list of references has them: {type, id, url}.
[[nodiscard]] QJsonObject embeddedListJson(const Stubs &stubs, const QString &type,
                                           const QString &path, const QString &url);

//! \a phone in E.164 form, null when it is not written with its country code.
[[nodiscard]] QString formattedPhone(const QString &phone);

} // namespace roster::sandbox
