// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/ids.h"

#include <QtGlobal>

namespace roster::sandbox::seed {

//! The population's source of chance: the same everywhere, unlike the standard distributions.
class Rng
{
public:
    explicit Rng(quint64 seed, quint64 stream = 0)
        : m_state(ids::mix(seed) ^ ids::mix(~stream))
    {
    }

    quint64 next() { return ids::mix(m_state++); }
    //! 0 … \a limit − 1; \a limit is at least 1.
    qint64 below(qint64 limit)
    {
        return static_cast<qint64>((next() >> 16) % static_cast<quint64>(limit));
    }
    //! \a from … \a to, both included.
    qint64 between(qint64 from, qint64 to) { return from + below(to - from + 1); }
    //! True \a percent times in a hundred.
    bool chance(int percent) { return below(100) < percent; }
    //! True \a parts times in a thousand.
    bool rarely(int parts) { return below(1000) < parts; }
    //! As below(), with small numbers more often.
    qint64 lowBelow(qint64 limit) { return qMin(below(limit), below(limit)); }

    template <typename List>
    const auto &pick(const List &list)
    {
        return list[static_cast<typename List::size_type>(below(static_cast<qint64>(list.size())))];
    }

private:
    quint64 m_state;
};

} // namespace roster::sandbox::seed
