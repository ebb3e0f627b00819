// SPDX-License-Identifier: MIT
#include "ui/filter/checkmodel.h"

namespace roster {

CheckModel::CheckModel(QObject *parent)
    : PickModel(QString(), parent)
{
}

void CheckModel::setChosen(const QStringList &ids)
{
    if (ids == m_chosen)
        return;
    m_chosen = ids;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void CheckModel::toggle(const QString &id)
{
    QStringList ids = m_chosen;
    if (ids.removeAll(id) == 0)
        ids.append(id);
    setChosen(ids);
}

QVariant CheckModel::data(const QModelIndex &index, int role) const
{
    if (role != DetailRole && role != Qt::AccessibleTextRole)
        return PickModel::data(index, role);
    const bool isChosen = m_chosen.contains(PickModel::data(index, IdRole).toString());
    if (role == DetailRole)
        return isChosen ? QStringLiteral("✓") : QString();
    const QString name = PickModel::data(index, Qt::DisplayRole).toString();
    return isChosen ? tr("%1, chosen").arg(name) : name;
}

} // namespace roster
