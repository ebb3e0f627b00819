// SPDX-License-Identifier: MIT
#include "ui/contacts/contactselection.h"

#include <algorithm>
#include <utility>

namespace roster {

namespace {

//! Read in one turn of the event loop.
constexpr size_t RowsAtOnce = 1000;

} // namespace

ContactSelection::ContactSelection(ContactTableModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    connect(&model, &ContactTableModel::orderAboutToChange, this,
            &ContactSelection::beforeOrderChange);
    connect(&model, &ContactTableModel::orderChanged, this, &ContactSelection::afterOrderChange);
    connect(&model, &ContactTableModel::keysGone, this, [this](const KeySet &keys) {
        drop(keys);
        m_mayHoldGone = true;
    });
    connect(&model, &ContactTableModel::loaded, this, &ContactSelection::dropHiddenThatAreGone);
    m_lookTimer.setInterval(0);
    connect(&m_lookTimer, &QTimer::timeout, this, &ContactSelection::lookAtPiece);
}

int ContactSelection::hiddenCount() const
{
    if (m_keys.isEmpty())
        return 0;
    if (!m_hidden) {
        const auto &order = m_model.order();
        const auto shown = std::count_if(order.begin(), order.end(),
                                         [this](RowKey key) { return m_keys.contains(key); });
        m_hidden = count() - static_cast<int>(shown);
    }
    return *m_hidden;
}

std::vector<RowKey> ContactSelection::keysInOrder() const
{
    std::vector<RowKey> keys;
    KeySet hidden = m_keys;
    for (const RowKey key : m_model.order()) {
        if (m_keys.contains(key)) {
            keys.push_back(key);
            hidden.remove(key);
        }
    }
    const std::vector<RowKey> others = hidden.keys();
    keys.insert(keys.end(), others.begin(), others.end());
    return keys;
}

QList<BulkTarget> ContactSelection::targets() const
{
    QList<BulkTarget> targets;
    const QList<ContactRow> rows = m_model.book().rows(keysInOrder());
    for (const ContactRow &row : rows) {
        if (!row.id.isEmpty())
            targets.append({row.id, row.label(), row.email, row.role});
    }
    return targets;
}

QList<ContactId> ContactSelection::ids() const
{
    QList<ContactId> ids;
    const QList<BulkTarget> all = targets();
    for (const BulkTarget &target : all)
        ids.append(target.id);
    return ids;
}

int ContactSelection::currentRow() const
{
    return m_currentKey == 0 ? -1 : m_model.rowOf(m_currentKey);
}

ContactId ContactSelection::currentId() const
{
    if (m_currentKey == 0)
        return {};
    const QList<ContactRow> rows = m_model.book().rows({m_currentKey});
    return rows.isEmpty() ? ContactId() : rows.first().id;
}

void ContactSelection::setCurrentRow(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    setCurrentKey(m_model.keyAt(row));
    mirrorCurrent();
}

void ContactSelection::selectOnly(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    m_keys.clear();
    m_keys.insert(m_model.keyAt(row));
    m_hidden = 0;
    m_anchorKey = m_model.keyAt(row);
    tellChanged();
    setCurrentRow(row);
}

void ContactSelection::toggle(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const RowKey key = m_model.keyAt(row);
    if (!m_keys.insert(key))
        m_keys.remove(key);
    m_anchorKey = key;
    tellChanged();
    setCurrentRow(row);
}

void ContactSelection::setAnchorRow(int row)
{
    if (row >= 0 && row < m_model.rowCount())
        m_anchorKey = m_model.keyAt(row);
}

void ContactSelection::extendTo(int row, bool keepOthers)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    int anchor = m_anchorKey == 0 ? -1 : m_model.rowOf(m_anchorKey);
    if (anchor < 0) {
        anchor = std::max(currentRow(), 0);
        m_anchorKey = m_model.keyAt(anchor);
    }
    if (!keepOthers) {
        m_keys.clear();
        m_hidden.reset();
    }
    for (int at = std::min(anchor, row); at <= std::max(anchor, row); ++at)
        m_keys.insert(m_model.keyAt(at));
    tellChanged();
    setCurrentRow(row);
}

void ContactSelection::setRows(const std::vector<RowSpan> &spans,
                               const std::function<bool(int row, RowKey key)> &isWanted)
{
    bool isChanged = false;
    for (const RowSpan &span : spans) {
        const int end = std::min(span.first + span.count, m_model.rowCount());
        for (int row = std::max(span.first, 0); row < end; ++row) {
            const RowKey key = m_model.keyAt(row);
            const bool isNew = isWanted(row, key) ? m_keys.insert(key) : m_keys.remove(key);
            isChanged = isNew || isChanged;
        }
    }
    if (isChanged)
        tellChanged();
}

void ContactSelection::selectAll()
{
    KeySet all;
    for (const RowKey key : m_model.order())
        all.insert(key);
    setKeys(all);
}

void ContactSelection::invert()
{
    KeySet others;
    for (const RowKey key : m_model.order()) {
        if (!m_keys.contains(key))
            others.insert(key);
    }
    setKeys(others);
}

void ContactSelection::clear()
{
    setKeys({});
}

void ContactSelection::dropHidden()
{
    KeySet shown;
    for (const RowKey key : m_model.order()) {
        if (m_keys.contains(key))
            shown.insert(key);
    }
    setKeys(shown);
}

void ContactSelection::restore(const Memory &memory)
{
    setKeys(memory.keys);
    m_anchorKey = memory.anchor;
    setCurrentKey(memory.current);
    mirrorCurrent();
    m_mayHoldGone = true;
    dropHiddenThatAreGone();
}

void ContactSelection::setKeys(const KeySet &keys)
{
    if (keys == m_keys)
        return;
    m_keys = keys;
    m_hidden.reset();
    tellChanged();
}

bool ContactSelection::selectContact(const ContactId &id)
{
    const int row = m_model.rowOf(id);
    selectOnly(row);
    return row >= 0;
}

void ContactSelection::setCurrentKey(RowKey key)
{
    if (key == m_currentKey)
        return;
    m_currentKey = key;
    Q_EMIT currentChanged(currentId());
}

void ContactSelection::tellChanged()
{
    mirror();
    Q_EMIT changed(count());
}

void ContactSelection::drop(const KeySet &gone)
{
    bool isChanged = false;
    for (const RowKey key : gone.keys())
        isChanged = m_keys.remove(key) || isChanged;
    m_hidden.reset();
    if (isChanged)
        tellChanged();
}

// Begins anew when more have left. What is selected meanwhile need not be looked at: it has a row.
void ContactSelection::dropHiddenThatAreGone()
{
    if (!std::exchange(m_mayHoldGone, false))
        return;
    KeySet hidden = m_keys;
    for (const RowKey key : m_model.order())
        hidden.remove(key);
    m_toLookAt = hidden.keys();
    m_nextLook = 0;
    m_lookTimer.start();
    lookAtPiece();
}

void ContactSelection::lookAtPiece()
{
    std::vector<RowKey> piece;
    const size_t end = std::min(m_nextLook + RowsAtOnce, m_toLookAt.size());
    for (; m_nextLook < end; ++m_nextLook) {
        if (const RowKey key = m_toLookAt[m_nextLook]; m_keys.contains(key))
            piece.push_back(key);
    }
    if (m_nextLook == m_toLookAt.size()) {
        m_lookTimer.stop();
        m_toLookAt.clear();
        m_nextLook = 0;
    }
    KeySet gone;
    const QList<ContactRow> rows = m_model.book().rows(piece);
    for (size_t i = 0; i < piece.size(); ++i) {
        if (rows.at(static_cast<qsizetype>(i)).id.isEmpty())
            gone.insert(piece[i]);
    }
    if (!gone.isEmpty())
        drop(gone);
}

} // namespace roster
