// SPDX-License-Identifier: MIT
#include "ui/widgets/popupplace.h"

#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace roster {

void placeBelow(QWidget &popup, const QWidget &anchor)
{
    constexpr int gap = 4;
    const int x = popup.isRightToLeft() ? anchor.width() - popup.width() : 0;
    QPoint at = anchor.mapToGlobal(QPoint(x, anchor.height() + gap));
    if (const QScreen *screen = anchor.screen()) {
        const QRect room = screen->availableGeometry();
        const int lastX = std::max(room.right() - popup.width(), room.left());
        const int lastY = std::max(room.bottom() - popup.height(), room.top());
        at.setX(std::clamp(at.x(), room.left(), lastX));
        at.setY(std::clamp(at.y(), room.top(), lastY));
    }
    popup.move(at);
}

} // namespace roster
