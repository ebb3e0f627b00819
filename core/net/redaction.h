// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QLoggingCategory>
#include <QtCore/QString>

namespace roster {

//! Category roster.net: method, path with ids, status, milliseconds, request id; never bodies,
//! queries, headers.
Q_DECLARE_LOGGING_CATEGORY(netLog)

//! `text` with bearer tokens, e-mail addresses and phone numbers masked. For anything that goes to
//! a log or an error's technical details.
QString redacted(const QString &text);

//! A request's path as it may be logged: ids of Intercom stay, whatever else stands in a segment
//! (an external id can be an e-mail address) is masked.
QByteArray loggedPath(const QByteArray &path);

} // namespace roster
