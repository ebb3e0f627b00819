// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace roster {

class Theme;

//! Paints a line of the sidebar: captions, names with a dot in the tag's hue, counts at the end.
//! The marked line is the selected one; an edited view wears a dot. Saved views are renamed in a
//! field over their line. `theme` must outlive it.
class SidebarDelegate : public QStyledItemDelegate
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
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, int row) const;
    int paintCount(QPainter &painter, const QRect &area, const QStyleOptionViewItem &option,
                   const QVariant &count) const;
    int paintEdited(QPainter &painter, const QRect &area, const QStyleOptionViewItem &option,
                    int taken) const;

    const Theme &m_theme;
    int m_hoveredRow = -1;
    bool m_isFocusShown = false;
};

} // namespace roster
