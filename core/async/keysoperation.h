// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/contactbook.h"

#include <QtCore/QPointer>

namespace roster {

//! The order of a query in two steps: how it begins, as soon as that is known, and then all of it.
class KeysOperation final : public OperationOf<std::vector<RowKey>>
{
public:
    using OperationOf<std::vector<RowKey>>::OperationOf;

    //! Calls `f(const FirstKeys &)` in a turn of the event loop before it finishes, unless
    //! `context` is gone by then. Not called when it fails or is cancelled before that.
    template <class F>
    KeysOperation &onBegun(QObject *context, F f)
    {
        m_listeners.push_back({context, std::move(f)});
        return *this;
    }

    //! For whoever works on it: the first step is known. Never inside the call that made it; only
    //! the first one counts, and none that comes after the answer.
    void begin(const FirstKeys &first)
    {
        if (m_hasBegun || isSettled())
            return;
        m_hasBegun = true;
        const auto listeners = std::move(m_listeners);
        for (const auto &[context, tell] : listeners) {
            if (context)
                tell(first);
        }
    }

private:
    struct Listener
    {
        QPointer<QObject> context;
        std::function<void(const FirstKeys &)> tell;
    };

    std::vector<Listener> m_listeners;
    bool m_hasBegun = false;
};

} // namespace roster
