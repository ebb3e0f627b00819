// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace roster::sandbox {

//! Counts calls in windows of ten seconds that begin at wall-clock multiples of ten seconds, as
//! Intercom does. Pure: the time is handed in.
class RateWindow
{
public:
    static constexpr qint64 lengthMs = 10'000;

    //! What one call finds.
    struct Verdict
    {
        bool isAllowed = true;
        int limit = 0;       //!< calls a window; 0 = no limit, and then no headers either
        int remaining = 0;   //!< after this call
        qint64 resetsAt = 0; //!< Unix seconds, the end of the window
    };

    explicit RateWindow(int limit)
        : m_limit(limit)
    {
    }

    //! Calls a window, 0 = no limit. The window that runs keeps its count.
    void setLimit(int limit) { m_limit = limit; }

    //! Counts a call made at \a nowMs (Unix milliseconds).
    Verdict take(qint64 nowMs);

private:
    int m_limit;
    int m_used = 0;
    qint64 m_window = -1;
};

} // namespace roster::sandbox
