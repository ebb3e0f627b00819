// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/transport.h"

#include <QtNetwork/QNetworkReply>

namespace roster {

//! Whether bytes of a request were handed to a connection. Of one without a body Qt does not tell.
enum class Left { No, NotKnown, Yes };

//! What is known of a reply that has ended.
struct EndedReply
{
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    //! 0 when no status line came.
    int status = 0;
    Left left = Left::NotKnown;
    //! We gave up waiting.
    bool isTimedOut = false;
};

//! Why `reply` is no answer; nothing when it is one, of whatever status. Redirects are no answer:
//! following one would carry the token elsewhere.
std::optional<SendFailure> failureOf(const EndedReply &reply);

} // namespace roster
