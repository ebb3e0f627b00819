// SPDX-License-Identifier: MIT
#pragma once

#include "ui/contacts/contactdelegate.h"

#include <QtCore/QCache>

namespace roster {

//! Tags as chips in their hues: as many as fit, then how many more there are.
class TagChipsDelegate : public ContactDelegate
{
    Q_OBJECT

public:
    explicit TagChipsDelegate(const RowLook &look, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    //! How many of chips with these widths stand in `room` pixels, when the rest of `total` is told
    //! in `moreWidth` pixels behind them. A first chip too wide for the room is counted: it is
    //! elided.
    static int chipsThatFit(const QList<int> &widths, int total, int room, int moreWidth);

protected:
    void paintContent(QPainter &painter, const QRect &area, Qt::LayoutDirection direction,
                      const ContactRow &row, const ColumnInfo &column) const override;

private:
    int widthOf(const QString &name) const;

    //! By name; emptied when the type changes.
    mutable QCache<QString, int> m_widths;
};

} // namespace roster
