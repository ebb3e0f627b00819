// SPDX-License-Identifier: MIT
#include "ui/bulk/contactexport.h"

#include "core/async/background.h"
#include "core/domain/csv.h"
#include "core/domain/privatefile.h"

#include <algorithm>

namespace roster {

namespace {

//! Read in one turn of the event loop: rows are cheap, records are not.
constexpr qsizetype RowsAtOnce = 500;
constexpr qsizetype RecordsAtOnce = 100;

} // namespace

ContactExport::ContactExport(ContactBook &book, const QList<ContactId> &ids,
                             const QList<ExportColumn> &columns, const QString &path,
                             QObject *owner)
    : OperationOf(owner)
    , m_book(book)
    , m_ids(ids)
    , m_columns(columns)
    , m_path(path)
    , m_readsRecords(std::any_of(columns.begin(), columns.end(),
                                 [](const auto &column) { return column.isFromRecord; }))
{
    QStringList head;
    for (const ExportColumn &column : columns)
        head.append(column.id);
    m_file = csvFile({head});
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &ContactExport::readPiece);
    setCanceller([this] { m_timer.stop(); });
    m_timer.start();
}

void ContactExport::readPiece()
{
    const qsizetype end =
        std::min(m_next + (m_readsRecords ? RecordsAtOnce : RowsAtOnce), m_ids.size());
    const QList<ContactRow> rows = m_book.rows(m_book.keysOf(m_ids.mid(m_next, end - m_next)));
    for (const ContactRow &row : rows) {
        if (!row.id.isEmpty())
            add(row);
    }
    m_next = end;
    Q_EMIT progressed(static_cast<int>(m_next), static_cast<int>(m_ids.size()));
    if (m_next == m_ids.size())
        write();
}

void ContactExport::add(const ContactRow &row)
{
    const Contact contact = m_readsRecords ? m_book.contact(row.id).value_or(Contact()) : Contact();
    QStringList cells;
    for (const ExportColumn &column : std::as_const(m_columns))
        cells.append(column.text(row, contact));
    m_file += csvLine(cells);
    ++m_written;
}

void ContactExport::write()
{
    m_timer.stop();
    inBackground(
        this, [path = m_path, file = std::move(m_file)] { return writePrivateFile(path, file); },
        [this](const Result<Done> &written) {
            if (written)
                settle(m_written);
            else
                settle(written.error());
        });
}

} // namespace roster
