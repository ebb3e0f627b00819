// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/themecolors.h"

#include <QFontMetrics>
#include <QPainter>

namespace roster {

//! Size of a tag chip around \a text, without and with the room for its ×. For delegates.
QSize chipSize(const QString &text, const QFontMetrics &metrics, bool removable = false);

//! A tag chip that fills \a rect; the text is elided when it does not fit. For delegates: \a font
//! is TypeScale::chip. Leaves the painter as it was.
void paintChip(QPainter &painter, const QRectF &rect, const QString &text, const HueColors &colors,
               const QFont &font);

//! What initials are written with in a circle of \a side, from the family of \a font.
QFont avatarFont(const QFont &font, qreal side);

//! A circle with initials in the square \a rect; \a font gives the family, avatarFont() the
//! rest. Leaves the painter as it was.
void paintAvatar(QPainter &painter, const QRectF &rect, const QString &initials,
                 const HueColors &colors, const QFont &font);

//! The square \a picture in the circle that paintAvatar() draws. Leaves the painter as it was.
void paintPicture(QPainter &painter, const QRectF &rect, const QImage &picture);

//! A small × centred at \a center, \a reach from its middle to each end.
void paintCross(QPainter &painter, QPointF center, qreal reach, const QColor &color);

//! The soft shadow around a card that is painted afterwards; \a blur pixels wide, \a drop lower
//! than the card. \a color is the strongest shade of the blur, which it has only within the card.
void paintShadow(QPainter &painter, const QRectF &card, qreal radius, qreal blur, qreal drop,
                 const QColor &color);

} // namespace roster
