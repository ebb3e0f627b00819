// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QtGlobal>

#include <chrono>

namespace roster {

//! What the server's clock shows, as far as whole seconds in answers tell: each answer says that it
//! was written within a second of the server's while its request was under way, and many answers
//! together narrow that down to about the time of one trip. Pure; steady times are handed in.
class ServerClock
{
public:
    using Millis = std::chrono::milliseconds;

    //! An answer to what was sent at `sentAt`, here at `now`, was written in the server's `second`.
    void observe(qint64 second, Millis sentAt, Millis now);
    bool isKnown() const { return m_isKnown; }
    //! When the server's clock surely shows `second` or later; only when it is known.
    Millis surelyReached(qint64 second) const;

private:
    bool m_isKnown = false;
    //! The server's time less ours lies between the two.
    Millis m_least{0};
    Millis m_most{0};
};

} // namespace roster
