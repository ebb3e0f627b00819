// SPDX-License-Identifier: MIT
#include "ui/theme/resources.h"

#include <QSvgRenderer>

#include <QPainter>
#include <QPixmap>

// Q_INIT_RESOURCE must stand outside every namespace.
void initUiResources()
{
    Q_INIT_RESOURCE(roster);
}

namespace roster {

QIcon appIcon()
{
    initUiResources();
    QSvgRenderer drawing(QStringLiteral(":/roster/appicon.svg"));
    QIcon icon;
    for (const int side : {16, 22, 24, 32, 48, 64, 128, 256, 512}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        drawing.render(&painter);
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace roster
