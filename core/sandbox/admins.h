// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/context.h"

namespace roster::sandbox::admins {

//! All admins as answers of \a version carry them, without their pictures, by their ids.
[[nodiscard]] QHash<qint64, QJsonObject> byId(Context &context, ApiVersion version);

//! All admins as the authors of messages, by their ids: type (admin or bot), id, name, email.
[[nodiscard]] QHash<qint64, QJsonObject> authors(Context &context);

//! GET /me: the owner of the token and the workspace.
[[nodiscard]] Outcome me(Context &context, const Call &call);
//! GET /admins: the Operator bot among them.
[[nodiscard]] Outcome list(Context &context, const Call &call);
//! GET /admins/{id}
[[nodiscard]] Outcome show(Context &context, const Call &call);

} // namespace roster::sandbox::admins
