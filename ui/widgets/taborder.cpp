// SPDX-License-Identifier: MIT
#include "ui/widgets/taborder.h"

#include <QLayout>
#include <QWidget>

namespace roster {

namespace {

void collect(QLayout &layout, QList<QWidget *> &stops);

void collect(QWidget &widget, QList<QWidget *> &stops)
{
    if (widget.focusPolicy() & Qt::TabFocus)
        stops.append(&widget);
    if (QLayout *layout = widget.layout())
        collect(*layout, stops);
}

void collect(QLayout &layout, QList<QWidget *> &stops)
{
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem *item = layout.itemAt(i);
        if (QWidget *widget = item->widget())
            collect(*widget, stops);
        else if (QLayout *inner = item->layout())
            collect(*inner, stops);
    }
}

} // namespace

void orderTabsByLayout(QWidget &root)
{
    QList<QWidget *> stops;
    collect(root, stops);
    for (qsizetype i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops.at(i - 1), stops.at(i));
}

} // namespace roster
