// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QAbstractItemDelegate>

namespace roster {

class Theme;

//! Paints a line of the sidebar: captions, names with a dot in the tag's hue, counts at the end.
//! The marked line is the selected one. `theme` must outlive it.
class SidebarDelegate : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    explicit SidebarDelegate(const Theme &theme, QObject *parent = nullptr);

    //! The line under the pointer; -1 for none.
    void setHoveredRow(int row) { m_hoveredRow = row; }
    //! Whether the current line wears the ring of the keyboard.
    void setFocusShown(bool isShown) { m_isFocusShown = isShown; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, int row) const;
    int paintCount(QPainter &painter, const QRect &area, const QStyleOptionViewItem &option,
                   const QVariant &count) const;

    const Theme &m_theme;
    int m_hoveredRow = -1;
    bool m_isFocusShown = false;
};

} // namespace roster
