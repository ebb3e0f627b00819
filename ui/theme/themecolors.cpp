// SPDX-License-Identifier: MIT
#include "ui/theme/themecolors.h"

#include "ui/theme/color.h"

namespace roster {

namespace {

// Degrees. The order is the order in which tags get them.
constexpr std::array<int, ThemeColors::hueCount> hues{145, 265, 30, 190, 340, 12, 95, 0, 45, 220};

QColor hsl(int degrees, double saturation, double lightness)
{
    return QColor::fromHslF(static_cast<float>(degrees) / 360.0F, static_cast<float>(saturation),
                            static_cast<float>(lightness));
}

} // namespace

ThemeColors ThemeColors::light()
{
    ThemeColors c;
    c.at(ColorRole::Window) = QColor(0xf6f7f9);
    c.at(ColorRole::Surface) = QColor(0xffffff);
    c.at(ColorRole::Sidebar) = QColor(0xf1f2f5);
    c.at(ColorRole::Text) = QColor(0x1d1f24);
    c.at(ColorRole::Muted) = QColor(0x656b74);
    c.at(ColorRole::Line) = QColor(0xe1e4e9);
    c.at(ColorRole::FaintLine) = QColor(0xeff0f3);
    c.at(ColorRole::Accent) = QColor(0x2b62d9);
    c.at(ColorRole::OnAccent) = QColor(0xffffff);
    c.at(ColorRole::Selection) = QColor(0xe4edff);
    c.at(ColorRole::Danger) = QColor(0xb3261e);
    c.at(ColorRole::WarningGround) = QColor(0xfff4dc);
    c.at(ColorRole::WarningLine) = QColor(0xecd394);
    c.at(ColorRole::WarningText) = QColor(0x6b4700);
    c.at(ColorRole::InverseText) = QColor(0xffffff);
    c.at(ColorRole::InverseMuted) = QColor(0xa1a7b1);
    c.at(ColorRole::InverseAccent) = QColor(0x7ea6ff);
    c.at(ColorRole::Dim) = QColor(0, 0, 0, 85);
    c.at(ColorRole::Shadow) = QColor(0, 0, 0, 74);
    c.derive();
    return c;
}

ThemeColors ThemeColors::dark()
{
    ThemeColors c;
    c.m_dark = true;
    c.at(ColorRole::Window) = QColor(0x1a1b1f);
    c.at(ColorRole::Surface) = QColor(0x212328);
    c.at(ColorRole::Sidebar) = QColor(0x1c1e22);
    c.at(ColorRole::Text) = QColor(0xe6e7ea);
    c.at(ColorRole::Muted) = QColor(0xa1a7b1);
    c.at(ColorRole::Line) = QColor(0x32353c);
    c.at(ColorRole::FaintLine) = QColor(0x292c33);
    c.at(ColorRole::Accent) = QColor(0x7ea6ff);
    c.at(ColorRole::OnAccent) = QColor(0x0d1730);
    c.at(ColorRole::Selection) = QColor(0x2a3a5e);
    c.at(ColorRole::Danger) = QColor(0xff8a80);
    c.at(ColorRole::WarningGround) = QColor(0x3a3016);
    c.at(ColorRole::WarningLine) = QColor(0x5c4b1c);
    c.at(ColorRole::WarningText) = QColor(0xf2d891);
    c.at(ColorRole::InverseText) = QColor(0x1d1f24);
    c.at(ColorRole::InverseMuted) = QColor(0x565b64);
    c.at(ColorRole::InverseAccent) = QColor(0x1f4fb8);
    c.at(ColorRole::Dim) = QColor(0, 0, 0, 115);
    c.at(ColorRole::Shadow) = QColor(0, 0, 0, 120);
    c.derive();
    return c;
}

//! Fills the roles that follow from others, where they have not been given.
void ThemeColors::derive()
{
    const auto mix = [this](ColorRole top, double opacity, ColorRole ground) {
        return color::blended(color::withOpacity((*this)[top], opacity), (*this)[ground]);
    };
    at(ColorRole::Field) = (*this)[ColorRole::Window];
    at(ColorRole::Disabled) = mix(ColorRole::Muted, 0.62, ColorRole::Surface);
    at(ColorRole::AccentHover) = mix(ColorRole::Text, 0.14, ColorRole::Accent);
    at(ColorRole::AccentOff) = mix(ColorRole::Accent, 0.46, ColorRole::Surface);
    at(ColorRole::SelectionText) = (*this)[ColorRole::Text];
    at(ColorRole::Band) = color::withOpacity((*this)[ColorRole::Accent], 0.125);
    at(ColorRole::DangerGround) = mix(ColorRole::Danger, m_dark ? 0.14 : 0.07, ColorRole::Surface);
    at(ColorRole::DangerLine) = mix(ColorRole::Danger, 0.35, ColorRole::Surface);
    at(ColorRole::InfoGround) = (*this)[ColorRole::Selection];
    at(ColorRole::Hover) = color::withOpacity((*this)[ColorRole::Text], m_dark ? 0.06 : 0.045);
    at(ColorRole::Pressed) = color::withOpacity((*this)[ColorRole::Text], m_dark ? 0.11 : 0.09);
    at(ColorRole::Focus) = (*this)[ColorRole::Accent];
    at(ColorRole::Inverse) = (*this)[ColorRole::Text];
    at(ColorRole::InverseLine) = color::withOpacity((*this)[ColorRole::InverseText], 0.28);
    at(ColorRole::InverseHover) = color::withOpacity((*this)[ColorRole::InverseText], 0.10);
    at(ColorRole::Skeleton) = mix(ColorRole::Text, 0.07, ColorRole::Surface);
    at(ColorRole::Scroll) = color::withOpacity((*this)[ColorRole::Text], 0.26);
}

ThemeColors ThemeColors::fromSystem(const QPalette &palette)
{
    const auto of = [&palette](QPalette::ColorRole role) {
        return palette.color(QPalette::Active, role);
    };
    ThemeColors c;
    c.m_highContrast = true;
    c.m_dark = isDark(palette);
    c.m_colors.fill(of(QPalette::WindowText));
    using enum ColorRole;
    for (const ColorRole role : {Window, Sidebar, WarningGround, DangerGround, InfoGround})
        c.at(role) = of(QPalette::Window);
    for (const ColorRole role : {Surface, Field, Hover, Pressed, Skeleton})
        c.at(role) = of(QPalette::Base);
    for (const ColorRole role : {Accent, AccentHover, AccentOff, Selection})
        c.at(role) = of(QPalette::Highlight);
    for (const ColorRole role : {OnAccent, SelectionText})
        c.at(role) = of(QPalette::HighlightedText);
    for (const ColorRole role : {InverseText, InverseMuted, InverseLine, InverseAccent})
        c.at(role) = of(QPalette::Window);
    c.at(InverseHover) = color::withOpacity(of(QPalette::Window), 0.2);
    c.at(Disabled) = palette.color(QPalette::Disabled, QPalette::WindowText);
    c.at(Band) = color::withOpacity(of(QPalette::Highlight), 0.3);
    c.at(Dim) = color::withOpacity(of(QPalette::Shadow), 0.6);
    c.at(Shadow) = color::withOpacity(of(QPalette::Shadow), 0.5);
    // A link-coloured accent must still be readable as words; else words stay plain.
    if (color::contrast(c[Accent], c[Surface]) < 4.5) {
        c.at(Accent) = of(QPalette::WindowText);
        c.at(OnAccent) = of(QPalette::Window);
        c.at(AccentHover) = c[Accent];
    }
    return c;
}

bool ThemeColors::isHighContrast(const QPalette &palette)
{
    const auto ratio = [&palette](QPalette::ColorRole words, QPalette::ColorRole ground) {
        return color::contrast(palette.color(QPalette::Active, words),
                               palette.color(QPalette::Active, ground));
    };
    return ratio(QPalette::WindowText, QPalette::Window) >= 20.0 &&
           ratio(QPalette::Text, QPalette::Base) >= 20.0 &&
           ratio(QPalette::ButtonText, QPalette::Button) >= 20.0;
}

bool ThemeColors::isDark(const QPalette &palette)
{
    return color::luminance(palette.color(QPalette::Active, QPalette::WindowText)) >
           color::luminance(palette.color(QPalette::Active, QPalette::Window));
}

HueColors ThemeColors::hue(int index) const
{
    if (m_highContrast)
        return {(*this)[ColorRole::Surface], (*this)[ColorRole::Text], (*this)[ColorRole::Text],
                (*this)[ColorRole::Text]};
    const int degrees = hues[static_cast<std::size_t>(static_cast<unsigned>(index) % hueCount)];
    return {color::withOpacity(hsl(degrees, 0.5, 0.5), m_dark ? 0.26 : 0.16),
            hsl(degrees, 0.5, m_dark ? 0.78 : 0.28), hsl(degrees, 0.6, 0.55), Qt::transparent};
}

QPalette ThemeColors::toPalette() const
{
    QPalette p;
    using enum ColorRole;
    const auto set = [this, &p](QPalette::ColorRole role, ColorRole from) {
        p.setColor(QPalette::All, role, (*this)[from]);
    };
    set(QPalette::Window, Window);
    set(QPalette::WindowText, Text);
    set(QPalette::Base, Surface);
    set(QPalette::AlternateBase, Field);
    set(QPalette::Text, Text);
    set(QPalette::BrightText, Text);
    set(QPalette::PlaceholderText, Muted);
    set(QPalette::Button, Surface);
    set(QPalette::ButtonText, Text);
    set(QPalette::Highlight, Selection);
    set(QPalette::HighlightedText, SelectionText);
    set(QPalette::Link, Accent);
    set(QPalette::LinkVisited, Accent);
    set(QPalette::ToolTipBase, Inverse);
    set(QPalette::ToolTipText, InverseText);
    set(QPalette::Light, Surface);
    set(QPalette::Midlight, FaintLine);
    set(QPalette::Mid, Line);
    set(QPalette::Dark, Line);
    p.setColor(QPalette::All, QPalette::Shadow, QColor(Qt::black));
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, (*this)[Disabled]);
    return p;
}

} // namespace roster
