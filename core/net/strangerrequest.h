// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QUrl>
#include <QtNetwork/QNetworkRequest>

namespace roster {

//! Whether an address that a stranger wrote may be asked: https, or http to this machine, and no
//! name or password in it.
bool mayAskStranger(const QUrl &url);

//! A request for it that carries no cookie, password or referrer and leaves none behind.
QNetworkRequest requestToStranger(const QUrl &url);

} // namespace roster
