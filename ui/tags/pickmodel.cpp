// SPDX-License-Identifier: MIT
#include "ui/tags/pickmodel.h"

#include "core/domain/validation.h"

#include <algorithm>

namespace roster {

PickModel::PickModel(const QString &createText, QObject *parent)
    : QAbstractListModel(parent)
    , m_createText(createText)
{
}

void PickModel::setItems(const QList<PickItem> &items)
{
    if (items == m_all)
        return;
    m_all = items;
    filter();
}

void PickModel::setText(const QString &typed)
{
    const QString text = tidied(typed).simplified();
    if (text == m_text)
        return;
    m_text = text;
    filter();
}

bool PickModel::isNew(const QModelIndex &index) const
{
    return index.isValid() && index.row() == m_shown.size();
}

int PickModel::bestRow() const
{
    const auto isExact = [this](const PickItem &item) {
        return !item.isOff && item.name.compare(m_text, Qt::CaseInsensitive) == 0;
    };
    const auto canPick = [](const PickItem &item) { return !item.isOff; };
    auto found = std::find_if(m_shown.cbegin(), m_shown.cend(), isExact);
    if (found == m_shown.cend())
        found = std::find_if(m_shown.cbegin(), m_shown.cend(), canPick);
    if (found != m_shown.cend())
        return static_cast<int>(found - m_shown.cbegin());
    return m_offersNew ? static_cast<int>(m_shown.size()) : -1;
}

int PickModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size()) + (m_offersNew ? 1 : 0);
}

QVariant PickModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == IsNewRole)
        return isNew(index);
    if (isNew(index))
        return role == Qt::DisplayRole ? m_createText.arg(m_text) : QVariant();
    const PickItem &item = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return item.name;
    case DetailRole:
        return item.detail;
    case IdRole:
        return item.id;
    case Qt::AccessibleTextRole:
        return item.detail.isEmpty() ? item.name : tr("%1, %2").arg(item.name, item.detail);
    default:
        return {};
    }
}

Qt::ItemFlags PickModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool isOff = !isNew(index) && m_shown.at(index.row()).isOff;
    return isOff ? Qt::ItemNeverHasChildren
                 : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

void PickModel::filter()
{
    beginResetModel();
    m_shown.clear();
    std::copy_if(
        m_all.cbegin(), m_all.cend(), std::back_inserter(m_shown),
        [this](const PickItem &item) { return item.name.contains(m_text, Qt::CaseInsensitive); });
    std::stable_partition(m_shown.begin(), m_shown.end(), [this](const PickItem &item) {
        return item.name.startsWith(m_text, Qt::CaseInsensitive);
    });
    const bool exists = std::any_of(m_all.cbegin(), m_all.cend(), [this](const PickItem &item) {
        return item.name.compare(m_text, Qt::CaseInsensitive) == 0;
    });
    m_offersNew = !m_createText.isEmpty() && !m_text.isEmpty() && !exists;
    endResetModel();
}

} // namespace roster
