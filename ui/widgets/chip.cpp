// SPDX-License-Identifier: MIT
#include "ui/widgets/chip.h"

#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"

namespace roster {

namespace {

constexpr int widest = 240;

} // namespace

Chip::Chip(const Theme &theme, const QString &objectName, const QString &label, int hue,
           QWidget *parent)
    : ChipBase(theme, objectName, label, parent)
    , m_hue(hue)
{
}

QSize Chip::sizeHint() const
{
    return chipSize(label(), QFontMetrics(theme().type().chip), isRemovable())
        .boundedTo(QSize(widest, QWIDGETSIZE_MAX));
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    HueColors colors = theme().hue(m_hue);
    const QString body = label();
    if (!isRemovable()) {
        paintChip(painter, rect(), body, colors, theme().type().chip);
        return;
    }
    // Ground over the whole chip, words beside the ×.
    paintChip(painter, rect(), {}, colors, theme().type().chip);
    const QRect cross = crossRect();
    QRectF words = rect();
    const int taken = cross.width() - 8;
    if (isRightToLeft())
        words.setLeft(words.left() + taken);
    else
        words.setRight(words.right() - taken);
    colors.ground = Qt::transparent;
    colors.border = Qt::transparent;
    paintChip(painter, words, body, colors, theme().type().chip);
    const QPointF middle(isRightToLeft() ? 11.0 : width() - 11.0, height() / 2.0);
    paintCross(painter, middle, pointerIsOnCross() ? 3.25 : 2.5, colors.text);
}

} // namespace roster
