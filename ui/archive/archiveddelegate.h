// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace roster {

class Theme;

//! Paints the rows of the archived view: headings with "Restore all", contacts with avatar, email,
//! role and "Restore". Mirrored right to left.
class ArchivedDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    ArchivedDelegate(const Theme &theme, QObject *parent);

    //! Where the row's action is within `row`, for a view of this direction and the row's kind.
    QRect actionRect(const QRect &row, const QModelIndex &index,
                     Qt::LayoutDirection direction) const;
    //! The words of the row's action; empty when it has none.
    static QString actionText(const QModelIndex &index);
    //! The row whose action is under the pointer; invalid for none.
    void setHovered(const QModelIndex &index) { m_hovered = index; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeading(QPainter &painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const;
    void paintContact(QPainter &painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const;
    void paintMore(QPainter &painter, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;

    const Theme &m_theme;
    QPersistentModelIndex m_hovered;
};

} // namespace roster
