// SPDX-License-Identifier: MIT
#include "core/net/callledger.h"

#include <algorithm>

namespace roster {

namespace {

void removeFrom(std::vector<quint64> &numbers, quint64 number)
{
    const auto at = std::lower_bound(numbers.begin(), numbers.end(), number);
    if (at != numbers.end() && *at == number)
        numbers.erase(at);
}

} // namespace

quint64 CallLedger::sent()
{
    m_open.push_back(++m_last);
    m_charged.push_back(m_last);
    return m_last;
}

void CallLedger::ended(quint64 call)
{
    removeFrom(m_open, call);
}

void CallLedger::startWindow()
{
    m_charged = m_open;
}

void CallLedger::disown(quint64 call)
{
    removeFrom(m_charged, call);
}

void CallLedger::clear()
{
    m_open.clear();
    m_charged.clear();
}

int CallLedger::chargedUpTo(quint64 call) const
{
    const auto end = std::upper_bound(m_charged.begin(), m_charged.end(), call);
    return static_cast<int>(end - m_charged.begin());
}

} // namespace roster
