// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/workspace.h"

#include <optional>

namespace roster {

//! The workspace's identity as the local copy keeps it, so that a workspace opens without a
//! network.
QByteArray identityToBytes(const WorkspaceIdentity &identity);

//! Nothing when the bytes are no identity.
std::optional<WorkspaceIdentity> identityFromBytes(const QByteArray &bytes);

//! Under which name the store keeps it.
inline QString identityMetaName()
{
    return QStringLiteral("identity");
}

} // namespace roster
