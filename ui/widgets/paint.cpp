// SPDX-License-Identifier: MIT
#include "ui/widgets/paint.h"

#include "ui/theme/color.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/plainwords.h"

#include <QGuiApplication>
#include <QtGui/QPixmapCache>

#include <algorithm>

namespace roster {

namespace {

constexpr int chipPadding = 8;
constexpr int chipCross = 12;

} // namespace

QSize chipSize(const QString &text, const QFontMetrics &metrics, bool removable)
{
    const int width = metrics.horizontalAdvance(firstWords(text)) + 2 * chipPadding;
    return {width + (removable ? chipCross : 0),
            std::max(metrics::tagChipHeight, metrics.height() + 2)};
}

void paintChip(QPainter &painter, const QRectF &rect, const QString &text, const HueColors &colors,
               const QFont &font)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(colors.ground);
    painter.setPen(colors.border);
    if (colors.border.alpha() == 0)
        painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    const QRectF inner = rect.adjusted(chipPadding, 0, -chipPadding, 0);
    painter.setFont(font);
    painter.setPen(colors.text);
    // "C++" stays so in a window that reads from right to left.
    const Qt::LayoutDirection before = painter.layoutDirection();
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const QString fitting =
        QFontMetricsF(font).elidedText(firstWords(text), Qt::ElideRight, inner.width() + 1);
    painter.drawText(inner.adjusted(-1, 0, 1, 0), Qt::AlignCenter, fitting);
    painter.setLayoutDirection(before);
    painter.restore();
}

namespace {

//! The circle alone, which hundreds of initials have in common.
QPixmap avatarGround(QSizeF size, qreal ratio, const HueColors &colors)
{
    const QString key = QStringLiteral("avatar ground %1 %2 %3")
                            .arg(colors.ground.rgba())
                            .arg(colors.border.rgba())
                            .arg(size.width() * ratio);
    QPixmap picture;
    if (QPixmapCache::find(key, &picture))
        return picture;
    picture = QPixmap((size * ratio).toSize());
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(colors.ground);
    painter.setPen(colors.border);
    if (colors.border.alpha() == 0)
        painter.setPen(Qt::NoPen);
    painter.drawEllipse(QRectF({}, size));
    painter.end();
    QPixmapCache::insert(key, picture);
    return picture;
}

void drawInitials(QPainter &painter, const QRectF &rect, const QString &initials,
                  const HueColors &colors, const QFont &font)
{
    QFont sized = avatarFont(font, rect.height());
    const qreal room = rect.width() * 0.8;
    const qreal width = QFontMetricsF(sized).horizontalAdvance(initials);
    if (width > room)
        sized.setPixelSize(std::max(qRound(sized.pixelSize() * room / width), 6));
    painter.setFont(sized);
    painter.setPen(colors.text);
    painter.drawText(rect, Qt::AlignCenter | Qt::TextDontClip, initials);
}

} // namespace

QFont avatarFont(const QFont &font, qreal side)
{
    QFont sized = font;
    sized.setWeight(QFont::DemiBold);
    sized.setPixelSize(qRound(side * 0.39));
    return sized;
}

void paintPicture(QPainter &painter, const QRectF &rect, const QImage &picture)
{
    if (picture.isNull())
        return;
    // As a brush, so that the circle's edge is smooth.
    QBrush brush(picture);
    QTransform onto = QTransform::fromTranslate(rect.left(), rect.top());
    onto.scale(rect.width() / picture.width(), rect.height() / picture.height());
    brush.setTransform(onto);
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(Qt::NoPen);
    painter.setBrush(brush);
    painter.drawEllipse(rect);
    painter.restore();
}

void paintAvatar(QPainter &painter, const QRectF &rect, const QString &initials,
                 const HueColors &colors, const QFont &font)
{
    // Two letters and eight hues are met again and again.
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QString key = QStringLiteral("avatar %1 %2 %3 %4 %5 %6")
                            .arg(initials, font.key())
                            .arg(colors.ground.rgba())
                            .arg(colors.text.rgba())
                            .arg(colors.border.rgba())
                            .arg(rect.width() * ratio);
    QPixmap picture;
    if (!QPixmapCache::find(key, &picture)) {
        picture = avatarGround(rect.size(), ratio, colors);
        QPainter brush(&picture);
        brush.setRenderHint(QPainter::Antialiasing);
        drawInitials(brush, QRectF({}, rect.size()), initials, colors, font);
        brush.end();
        QPixmapCache::insert(key, picture);
    }
    painter.drawPixmap(rect.topLeft(), picture);
}

void paintCross(QPainter &painter, QPointF center, qreal reach, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(center - QPointF(reach, reach), center + QPointF(reach, reach));
    painter.drawLine(center + QPointF(-reach, reach), center + QPointF(reach, -reach));
    painter.restore();
}

void paintShadow(QPainter &painter, const QRectF &card, qreal radius, qreal blur, qreal drop,
                 const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const QRectF dropped = card.translated(0, drop);
    // Rings of one pixel, from under the card's edge outwards, weaker by the square: a blur's
    // falloff at the cost of its outline only. A blur is at half its strength at the edge, and
    // each ring covers a part of the next.
    const double strongest = double(color.alphaF()) * 0.36;
    for (qreal step = -drop; step < blur; step += 1) {
        const qreal fade = 1.0 - std::max(step, 0.0) / blur;
        painter.setPen(QPen(color::withOpacity(color, strongest * fade * fade), 1.5));
        const qreal out = step + 0.5;
        const qreal round = std::max(radius + out, 1.0);
        painter.drawRoundedRect(dropped.adjusted(-out, -out, out, out), round, round);
    }
    painter.restore();
}

} // namespace roster
