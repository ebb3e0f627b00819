// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/colorrole.h"

#include <QColor>
#include <QPalette>

#include <array>

namespace roster {

//! The colours that a tag or a person gets: translucent ground, words on it, solid dot, and with
//! high contrast a border (else transparent).
struct HueColors
{
    QColor ground;
    QColor text;
    QColor dot;
    QColor border = Qt::transparent;
};

//! All colours of one look, as a value. The only place in the program where colours are numbers.
class ThemeColors
{
public:
    //! Number of tag and avatar hues.
    static constexpr int hueCount = 10;

    static ThemeColors light();
    static ThemeColors dark();
    //! For a system that asks for high contrast: nothing but the colours of \a palette.
    static ThemeColors fromSystem(const QPalette &palette);
    //! True when window, base and button text of \a palette stand at 20 : 1 or more, which only
    //! palettes made for high contrast do (Fusion's own black on grey has 18).
    static bool isHighContrast(const QPalette &palette);
    //! True when \a palette writes light words on a dark window.
    static bool isDark(const QPalette &palette);

    QColor operator[](ColorRole role) const { return m_colors[static_cast<std::size_t>(role)]; }
    //! Colours of hue \a index; any number is folded into 0 … hueCount - 1.
    HueColors hue(int index) const;
    bool isDark() const { return m_dark; }
    bool isHighContrast() const { return m_highContrast; }
    //! The palette for QApplication that says the same as the roles.
    QPalette toPalette() const;

private:
    QColor &at(ColorRole role) { return m_colors[static_cast<std::size_t>(role)]; }
    void derive();

    std::array<QColor, static_cast<std::size_t>(ColorRole::Count_)> m_colors;
    bool m_dark = false;
    bool m_highContrast = false;
};

} // namespace roster
