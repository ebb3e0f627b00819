// SPDX-License-Identifier: MIT
#pragma once

#include "ui/contacts/contactcolumns.h"
#include "ui/theme/colorrole.h"
#include "ui/widgets/linecache.h"

#include <QtWidgets/QAbstractItemDelegate>

namespace roster {

class ContactSelection;
class ContactTableModel;
class Theme;

//! What all delegates of one table paint by.
struct RowLook
{
    const Theme &theme;
    const ContactTableModel &model;
    const ContactSelection &selection;
    //! The row under the pointer; -1 for none.
    int hoveredRow = -1;
    //! The column that stands first on the screen: it keeps a wider margin.
    int firstColumn = 0;
    //! The list is moving fast: rows that would have to be read first stay blank for now.
    bool isFlying = false;
};

//! Pixels between a column's edge and what is in it.
int cellMargin(const RowLook &look, int column);

//! Paints a cell of the contact table: ground of the row, the line below it, one line of text. The
//! selection is asked by key, so that painting never depends on how a selection model is filled.
//! `look` must outlive it.
class ContactDelegate : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    explicit ContactDelegate(const RowLook &look, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    //! Paints what is in the cell; `area` has the margins taken off.
    virtual void paintContent(QPainter &painter, const QRect &area, Qt::LayoutDirection direction,
                              const ContactRow &row, const ColumnInfo &column) const;
    const RowLook &look() const { return m_look; }
    //! Draws one elided line at the start of `area`; gives back its width.
    int drawText(QPainter &painter, const QRect &area, Qt::LayoutDirection direction,
                 const QString &text, const QFont &font, ColorRole role) const;

private:
    const RowLook &m_look;
    mutable LineCache m_lines;
};

//! Avatar and name; the nameless in italics.
class NameDelegate : public ContactDelegate
{
    Q_OBJECT

public:
    using ContactDelegate::ContactDelegate;

protected:
    void paintContent(QPainter &painter, const QRect &area, Qt::LayoutDirection direction,
                      const ContactRow &row, const ColumnInfo &column) const override;
};

//! User in the ordinary colour, lead in the colour that asks for attention.
class RoleDelegate : public ContactDelegate
{
    Q_OBJECT

public:
    using ContactDelegate::ContactDelegate;

protected:
    void paintContent(QPainter &painter, const QRect &area, Qt::LayoutDirection direction,
                      const ContactRow &row, const ColumnInfo &column) const override;
};

//! The first company, and how many more there are.
class CompaniesDelegate : public ContactDelegate
{
    Q_OBJECT

public:
    using ContactDelegate::ContactDelegate;

protected:
    void paintContent(QPainter &painter, const QRect &area, Qt::LayoutDirection direction,
                      const ContactRow &row, const ColumnInfo &column) const override;
};

} // namespace roster
