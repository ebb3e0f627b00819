// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace roster {

//! Whether something that did not work works again: while it does not, one request at a time may
//! try, after 1, 2, 4 … 30 s. Pure; steady times are handed in.
class Probing
{
public:
    using Millis = std::chrono::milliseconds;

    //! It does not work, as far as is known.
    bool isOn() const { return m_isOn; }
    bool isTrying() const { return m_isTrying; }
    //! When the next try may go; only while it is on.
    Millis at() const { return m_at; }
    bool mayTry(Millis now) const { return !m_isOn || (!m_isTrying && now >= m_at); }

    void started() { m_isTrying = true; }
    void ended() { m_isTrying = false; }
    //! It did not work. What fails beside the try is no further news.
    void failed(bool wasTry, Millis now);
    //! It works.
    void over();
    //! Let the next try go at once.
    void tryNow(Millis now) { m_at = now; }

private:
    bool m_isOn = false;
    bool m_isTrying = false;
    Millis m_at{0};
    Millis m_delay{0};
};

} // namespace roster
