// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/httpexchange.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace roster::sandbox {

//! The token of an Authorization header; empty unless the scheme is Bearer (in any case).
[[nodiscard]] QByteArray bearerToken(const QByteArray &authorization);

//! False only when the Accept header \a accept is there and leaves application/json out (RFC
//! 9110 12.5.1).
[[nodiscard]] bool acceptsJson(const QByteArray &accept);

//! True when the media type of \a contentType is application/json, with or without parameters.
[[nodiscard]] bool isJsonType(const QByteArray &contentType);

//! The reason phrase of \a status, "Not Found"; "Unknown" for one it does not know.
[[nodiscard]] QByteArray reasonPhrase(int status);

//! The time \a unixMs as an HTTP date, "Sun, 06 Nov 1994 08:49:37 GMT".
[[nodiscard]] QByteArray httpDate(qint64 unixMs);

//! True when \a path fits \a glob: `*` and `?` stay within a segment, `**` stands for anything.
[[nodiscard]] bool matchesPath(QStringView glob, QStringView path);

//! The bytes of \a reply. \a headOnly leaves the body out but tells its length (HEAD).
[[nodiscard]] QByteArray wireBytes(const HttpReply &reply, bool keepAlive, bool headOnly);

} // namespace roster::sandbox
