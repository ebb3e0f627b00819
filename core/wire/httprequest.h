// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QMetaType>
#include <QtCore/QString>
#include <QtCore/QUrlQuery>

#include <optional>

namespace roster {

//! What sending a request a second time does.
enum class Repeat {
    Safe,       //!< Reads nothing but answers: GET, search.
    SameEffect, //!< The state after two is the state after one: PUT, archive, attach, delete.
    Never,      //!< A second one makes a second object: create.
};

//! Who goes first when calls are scarce.
enum class Lane { Interactive, Background, Bulk };

//! A request before it knows its host: the transport adds address, token and version.
struct HttpRequest
{
    QByteArray method = QByteArrayLiteral("GET");
    //! Percent-encoded, from the root: "/contacts/63a0…/tags".
    QByteArray path;
    QUrlQuery query;
    //! JSON; nothing for a request without a body.
    std::optional<QByteArray> body;
    Repeat repeat = Repeat::Safe;
    Lane lane = Lane::Interactive;

    //! A write changes something on the server.
    bool isWrite() const { return repeat != Repeat::Safe; }

    friend bool operator==(const HttpRequest &, const HttpRequest &) = default;
};

} // namespace roster
