// SPDX-License-Identifier: MIT
#pragma once

#include "ui/contacts/contactcolumns.h"

#include <QtWidgets/QHeaderView>

class QMenu;

namespace roster {

class Theme;
struct RowLook;

//! The contact table's header: quiet captions, the sort's arrow behind its caption, a menu that
//! shows and hides columns. Columns share the room until somebody resizes one; which are shown, how
//! wide and in which order can be kept and brought back.
class ContactHeader : public QHeaderView
{
    Q_OBJECT

public:
    ContactHeader(const Theme &theme, const RowLook &look, QWidget *parent = nullptr);

    //! Shows the columns that are shown at first, in their first order and width.
    void resetColumns();
    void setColumnShown(int column, bool isShown);
    int shownColumns() const { return count() - hiddenSectionCount(); }
    //! The leftmost column (the rightmost one in a mirrored window).
    int firstColumn() const;
    //! Shares `width` among the columns, unless somebody has resized one.
    void fit(int width);

    //! Opaque; stands the coming and going of columns between versions.
    QByteArray saveColumns() const;
    //! False when `state` is none of saveColumns(); nothing has changed then.
    bool restoreColumns(const QByteArray &state);
    //! Both show the same columns in the same order and width. The last one's width is the
    //! window's business.
    static bool areSameColumns(const QByteArray &one, const QByteArray &other);

    //! Which arrow is shown.
    void setSort(SortColumn column, Qt::SortOrder order);
    //! A new menu to choose columns and the order by; deletes itself when it closes. `column`: that
    //! it was asked for on, or -1.
    QMenu *makeMenu(int column, QWidget *parent);

    QSize sizeHint() const override;

Q_SIGNALS:
    void sortRequested(int column, Qt::SortOrder order);
    //! What saveColumns() gives is another now.
    void columnsChanged();

protected:
    void paintSection(QPainter *painter, const QRect &rect, int column) const override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    int defaultWidth(int column) const;
    void sortBy(int column);
    void addSortActions(QMenu *menu, int column);
    void paintArrow(QPainter &painter, QPointF center) const;

    const Theme &m_theme;
    const RowLook &m_look;
    SortColumn m_sort = SortColumn::LastSeenAt;
    Qt::SortOrder m_order = Qt::DescendingOrder;
    bool m_isPressed = false;
    bool m_isFitting = false;
    bool m_isSizedByHand = false;
};

} // namespace roster
