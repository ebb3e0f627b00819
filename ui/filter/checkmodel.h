// SPDX-License-Identifier: MIT
#pragma once

#include "ui/tags/pickmodel.h"

namespace roster {

//! Items to pick from, with a mark behind those that are chosen.
class CheckModel : public PickModel
{
    Q_OBJECT

public:
    explicit CheckModel(QObject *parent);

    //! In the order in which they were chosen.
    const QStringList &chosen() const { return m_chosen; }
    void setChosen(const QStringList &ids);
    //! Chooses `id`, or not any more.
    void toggle(const QString &id);

    QVariant data(const QModelIndex &index, int role) const override;

private:
    QStringList m_chosen;
};

} // namespace roster
