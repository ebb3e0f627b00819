// SPDX-License-Identifier: MIT
#include "core/net/probing.h"

#include <algorithm>

namespace roster {

namespace {

constexpr std::chrono::milliseconds First = std::chrono::seconds(1);
constexpr std::chrono::milliseconds Longest = std::chrono::seconds(30);

} // namespace

void Probing::failed(bool wasTry, Millis now)
{
    if (m_isOn && !wasTry)
        return;
    m_delay = m_isOn ? std::min(m_delay * 2, Longest) : First;
    m_at = now + m_delay;
    m_isOn = true;
}

void Probing::over()
{
    m_isOn = false;
    m_isTrying = false;
}

} // namespace roster
