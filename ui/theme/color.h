// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>

//! Pure colour sums. Opaque results; no theme involved.
namespace roster::color {

//! \a top laid over the opaque \a ground, by its alpha.
QColor blended(const QColor &top, const QColor &ground);

//! \a color with this opacity (0 … 1).
QColor withOpacity(QColor color, double opacity);

//! Relative luminance of WCAG 2.1, 0 (black) … 1 (white); alpha is ignored.
double luminance(const QColor &color);

//! Contrast of two opaque colours by WCAG 2.1, 1 … 21.
double contrast(const QColor &one, const QColor &other);

//! The colour as a style sheet writes it; #AARRGGBB when translucent.
QString cssName(const QColor &color);

} // namespace roster::color
