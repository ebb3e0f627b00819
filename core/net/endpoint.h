// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QUrl>

namespace roster {

//! Whom requests go to and in whose name. Never logged as a whole: it holds the token.
struct Endpoint
{
    //! Scheme, host and port; https, unless the host is this machine.
    QUrl baseUrl;
    QByteArray token;
    //! `Intercom-Version`; empty for the version the token's app is set to.
    QByteArray version;

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

} // namespace roster
