// SPDX-License-Identifier: MIT
#include "ui/theme/typescale.h"

#include <QFontInfo>

#include <algorithm>

namespace roster {

TypeScale TypeScale::from(const QFont &system)
{
    TypeScale t;
    t.bodyPx = std::max(QFontInfo(system).pixelSize(), 8);
    const auto sized = [&](int delta, QFont::Weight weight) {
        QFont font = system;
        font.setPixelSize(std::max(t.bodyPx + delta, 8));
        font.setWeight(weight);
        return font;
    };
    t.body = system;
    t.strong = sized(0, QFont::Medium);
    t.small = sized(-1, QFont::Normal);
    t.caption = sized(-2, QFont::DemiBold);
    t.chip = sized(-2, QFont::Normal);
    t.person = sized(4, QFont::DemiBold);
    t.sheetTitle = sized(5, QFont::DemiBold);
    t.pageTitle = sized(11, QFont::Bold);
    return t;
}

} // namespace roster
