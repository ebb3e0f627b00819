// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/transport.h"

#include <QtNetwork/QNetworkReply>

namespace roster {

//! What is known of a reply that has ended.
struct EndedReply
{
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    //! 0 when no status line came.
    int status = 0;
    //! Bytes of the request may have been handed to a connection.
    bool mayHaveLeft = true;
    //! We gave up waiting.
    bool isTimedOut = false;
    //! The body is shorter than the answer's head promised.
    bool isCut = false;
};

//! Why `reply` is no answer; nothing when it is one, of whatever status. Redirects are no answer:
//! following one would carry the token elsewhere.
std::optional<SendFailure> failureOf(const EndedReply &reply);

} // namespace roster
