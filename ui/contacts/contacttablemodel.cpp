// SPDX-License-Identifier: MIT
#include "ui/contacts/contacttablemodel.h"

#include "ui/contacts/contactcolumns.h"

#include <algorithm>
#include <utility>

namespace roster {

ContactTableModel::ContactTableModel(ContactBook &book, std::function<qint64()> now,
                                     QObject *parent)
    : QAbstractTableModel(parent)
    , m_book(book)
    , m_words(book, std::move(now))
    , m_window([&book](const std::vector<RowKey> &keys) { return book.rows(keys); })
{
    m_refreshTimer.setSingleShot(true);
    connect(&m_refreshTimer, &QTimer::timeout, this, &ContactTableModel::ask);
    m_factsTimer.setSingleShot(true);
    m_factsTimer.setInterval(0);
    connect(&m_factsTimer, &QTimer::timeout, this, &ContactTableModel::flushFacts);
}

int ContactTableModel::rowOf(RowKey key) const
{
    const auto found = std::find(m_order.begin(), m_order.end(), key);
    return found == m_order.end() ? -1 : static_cast<int>(found - m_order.begin());
}

int ContactTableModel::rowOf(const ContactId &id) const
{
    const std::vector<RowKey> keys = m_book.keysOf({id});
    return keys.empty() || keys.front() == 0 ? -1 : rowOf(keys.front());
}

int ContactTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int ContactTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : contactColumnCount;
}

QVariant ContactTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ColumnInfo &column = columnInfo(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return column.text(rowAt(index.row()), m_words);
    case Qt::ToolTipRole:
        return column.hint(rowAt(index.row()), m_words);
    case Qt::AccessibleTextRole:
        return index.column() == 0 ? spokenRow(rowAt(index.row()), m_words)
                                   : spokenCell(column, rowAt(index.row()), m_words);
    case RowRole:
        return QVariant::fromValue(rowAt(index.row()));
    case KeyRole:
        return QVariant::fromValue(keyAt(index.row()));
    case SummaryRole:
        return spokenRow(rowAt(index.row()), m_words);
    default:
        return {};
    }
}

QVariant ContactTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0)
        return {};
    if (orientation == Qt::Vertical) {
        const bool isRow = section < rowCount();
        return isRow && role == Qt::AccessibleTextRole ? spokenRow(rowAt(section), m_words)
                                                       : QVariant();
    }
    if (section >= contactColumnCount)
        return {};
    const ColumnInfo &column = columnInfo(section);
    if (role == Qt::DisplayRole)
        return columnTitle(column);
    if (role != Qt::AccessibleTextRole)
        return {};
    if (column.sort != m_query.sortColumn)
        return columnTitle(column);
    return m_query.sortOrder == Qt::AscendingOrder
               ? tr("%1, sorted ascending").arg(columnTitle(column))
               : tr("%1, sorted descending").arg(columnTitle(column));
}

void ContactTableModel::fetch(RowSpan rows)
{
    dropFetch();
    const std::vector<RowKey> keys = m_window.missing(m_order, rows.first, rows.count);
    if (keys.empty())
        return;
    OperationOf<QList<ContactRow>> *reading = m_book.rowsLater(keys);
    m_fetching = reading;
    reading->onFinished(this, [this, keys, reading](const Result<QList<ContactRow>> &read) {
        if (!read || m_fetching != reading)
            return;
        m_window.put(keys, *read);
        Q_EMIT fetched();
    });
}

void ContactTableModel::dropFetch()
{
    if (Operation *fetching = std::exchange(m_fetching, nullptr))
        fetching->cancel();
}

void ContactTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= contactColumnCount)
        return;
    ContactQuery query = m_query;
    query.sortColumn = columnInfo(column).sort;
    query.sortOrder = order;
    // With words in the field the best come first, until somebody wants a column's order.
    query.textOrder = query.text.isEmpty() ? TextOrder::BestFirst : TextOrder::ByColumn;
    setQuery(query);
}

} // namespace roster
