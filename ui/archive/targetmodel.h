// SPDX-License-Identifier: MIT
#pragma once

#include "ui/archive/targetlist.h"

#include <QtCore/QAbstractListModel>
#include <QtWidgets/QStyledItemDelegate>

namespace roster {

//! The frozen lines of a TargetList.
class TargetModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { EmailRole = Qt::UserRole + 1, NoteRole, IsProblemRole, ContactIdRole };

    TargetModel(QList<TargetList::Line> lines, QObject *parent);

    void setLines(const QList<TargetList::Line> &lines);
    //! Puts more at the end.
    void addLines(const QList<TargetList::Line> &lines);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<TargetList::Line> m_lines;
};

//! Paints the lines of a TargetList.
class TargetDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    TargetDelegate(const Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace roster
