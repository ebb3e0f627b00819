// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrlQuery>

namespace roster::sandbox {

//! One call of the API as the workspace sees it: no sockets, no headers but those that matter here.
struct Request
{
    QByteArray method = {};      //!< upper case, "GET"
    QString path = {};           //!< percent-decoded per segment, "/contacts/abc/tags"
    QUrlQuery query = {};        //!< the query string, still as QUrlQuery keeps it
    QByteArray version = {};     //!< what Intercom-Version says, "2.10"; empty means 2.10
    QByteArray body = {};        //!< as received; empty when there was none
    QByteArray contentType = {}; //!< as received; not judged by the workspace
    QString baseUrl =
        {}; //!< what URLs in answers start with, "http://127.0.0.1:4000"; may be empty
};

} // namespace roster::sandbox
