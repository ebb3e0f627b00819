// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/result.h"
#include "core/domain/workspace.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace roster::api {

class JsonNode;

//! A teammate where an answer names one (schema Admin).
Admin readAdmin(const JsonNode &root);
//! The teammates of the workspace (schema Admin List), the Operator bot among them.
Result<QList<Admin>> readAdmins(const QByteArray &json);
//! The answer of `/me` (schema Admin With App): the workspace and whom the token belongs to.
Result<WorkspaceIdentity> readMe(const QByteArray &json);

} // namespace roster::api
