// SPDX-License-Identifier: MIT
#include "core/sandbox/ratewindow.h"

namespace roster::sandbox {

RateWindow::Verdict RateWindow::take(qint64 nowMs)
{
    const qint64 window = nowMs / lengthMs;
    if (window != m_window) {
        m_window = window;
        m_used = 0;
    }
    const bool isAllowed = m_limit <= 0 || m_used < m_limit;
    if (isAllowed)
        ++m_used;
    return {.isAllowed = isAllowed,
            .limit = qMax(0, m_limit),
            .remaining = qMax(0, m_limit - m_used),
            .resetsAt = (window + 1) * lengthMs / 1000};
}

} // namespace roster::sandbox
