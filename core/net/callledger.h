// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QtGlobal>

#include <vector>

namespace roster {

//! Which of our calls count in the present window of the rate limit. What is under way when a
//! window begins may count in the old one or in the new one, so it is charged to the new one until
//! its answer tells otherwise. Pure.
class CallLedger
{
public:
    //! A call leaves; its number, counted from 1.
    quint64 sent();
    //! The call is not under way any more; what it is charged to stays as it is.
    void ended(quint64 call);
    //! Another window begins.
    void startWindow();
    //! The call counted in an earlier window.
    void disown(quint64 call);
    //! Nothing counts any more, not even what is under way; numbers go on.
    void clear();

    //! Calls under way.
    int open() const { return static_cast<int>(m_open.size()); }
    //! Calls that count in the present window, or may.
    int charged() const { return static_cast<int>(m_charged.size()); }
    //! Those of them that were sent no later than `call`.
    int chargedUpTo(quint64 call) const;

private:
    quint64 m_last = 0;
    //! Numbers, ascending.
    std::vector<quint64> m_open;
    std::vector<quint64> m_charged;
};

} // namespace roster
