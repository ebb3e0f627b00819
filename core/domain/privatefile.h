// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/result.h"

#include <QtCore/QByteArray>

namespace roster {

//! Writes a file that only its owner can read: all of it or, with an error of kind Storage whose
//! detail says why, nothing, and what was there stays.
Result<Done> writePrivateFile(const QString &path, const QByteArray &content);

} // namespace roster
