// SPDX-License-Identifier: MIT
#include "ui/views/viewcounts.h"

#include "core/async/keysoperation.h"

#include <utility>

namespace roster {

ViewCounts::ViewCounts(ContactBook &book, QObject *parent)
    : QObject(parent)
    , m_book(book)
{
}

void ViewCounts::count(const QList<SavedView> &views, const FilterDays &days)
{
    m_nextRound = views;
    m_days = days;
    if (!m_asked && m_waiting.isEmpty())
        next();
}

void ViewCounts::next()
{
    if (m_waiting.isEmpty())
        m_waiting = std::exchange(m_nextRound, {});
    if (m_waiting.isEmpty())
        return;
    m_asked = m_book.orderedKeys(m_waiting.constFirst().query(m_days));
    // The first step tells how many there are; their order is not needed.
    m_asked->onBegun(this, [this](const FirstKeys &first) {
        take(first.total);
        if (m_asked)
            m_asked->cancel();
    });
    m_asked->onFinished(this, [this](const Result<std::vector<RowKey>> &keys) {
        if (keys)
            take(static_cast<qsizetype>(keys->size()));
        m_waiting.removeFirst();
        m_asked = nullptr;
        next();
    });
}

void ViewCounts::take(qsizetype contacts)
{
    Q_EMIT counted(m_waiting.constFirst().id, static_cast<int>(contacts));
}

} // namespace roster
