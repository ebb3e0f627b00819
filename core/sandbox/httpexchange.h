// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace roster::sandbox {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

//! A request as it came off the wire, with the few headers that the sandbox looks at.
struct HttpCall
{
    QByteArray method;          //!< as sent, "POST"
    QByteArray target;          //!< as sent, "/contacts?per_page=5"
    QByteArray host;            //!< Host, "127.0.0.1:4000"
    QByteArray authorization;   //!< the header's whole value
    QByteArray version;         //!< Intercom-Version, empty when absent
    QByteArray accept;          //!< empty when absent
    QByteArray contentType;     //!< empty when absent
    QByteArray contentEncoding; //!< empty when absent
    QByteArray body;
};

//! A reply with the way it is to be delivered.
struct HttpReply
{
    //! What becomes of the connection.
    enum class Delivery {
        Whole, //!< all of it is sent
        Cut,   //!< the connection closes after cutAfter bytes of the body
        Close, //!< the connection closes without an answer
        Hang   //!< no answer; the connection stays open until the client leaves
    };

    int status = 200;
    HttpHeaders headers = {}; //!< without Content-Length and Connection, which the transport adds
    QByteArray body = {};
    Delivery delivery = Delivery::Whole;
    qsizetype cutAfter = 0;
    int delayMs = 0; //!< how long the transport holds the reply back
};

} // namespace roster::sandbox
