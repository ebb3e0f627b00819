// SPDX-License-Identifier: MIT
#include "ui/bulk/targetreader.h"

#include <algorithm>

namespace roster {

namespace {

//! Read in one turn of the event loop.
constexpr size_t RowsAtOnce = 1000;

} // namespace

TargetReader::TargetReader(ContactBook &book, std::vector<RowKey> keys, int hidden, Then then,
                           QObject *parent)
    : QObject(parent)
    , m_book(book)
    , m_keys(std::move(keys))
    , m_then(std::move(then))
{
    m_chosen.hidden = hidden;
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &TargetReader::readPiece);
}

void TargetReader::start()
{
    m_timer.start();
    readPiece();
}

void TargetReader::readPiece()
{
    const size_t end = std::min(m_next + RowsAtOnce, m_keys.size());
    const auto first = m_keys.begin();
    const QList<ContactRow> rows = m_book.rows(
        {first + static_cast<std::ptrdiff_t>(m_next), first + static_cast<std::ptrdiff_t>(end)});
    for (const ContactRow &row : rows) {
        if (!row.id.isEmpty())
            m_chosen.targets.append({row.id, row.label(), row.email, row.role});
    }
    m_next = end;
    if (m_next < m_keys.size())
        return;
    m_timer.stop();
    deleteLater();
    m_then(m_chosen);
}

} // namespace roster
