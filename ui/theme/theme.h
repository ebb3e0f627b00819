// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/icons.h"
#include "ui/theme/themecolors.h"
#include "ui/theme/typescale.h"

#include <QObject>

class QApplication;

namespace roster {

class Appearance;
class FocusRing;

//! The look of the program: which colours, type and icons hold now. Built once by app/ right after
//! QApplication and handed down by reference; widgets keep a `const Theme &`, so it must outlive
//! them. It sets Fusion, the palette and the one application style sheet, and shows the keyboard's
//! focus ring. GUI thread only.
//!
//! Three folders make a screen: ui/theme (roles, metrics, icons), ui/widgets (the primitives:
//! Sheet, Banner, Toast, Chip, Avatar, FormField …) and plain Qt widgets named by setKind().
class Theme : public QObject
{
    Q_OBJECT

public:
    //! Where light or dark comes from.
    enum class Mode { FollowSystem, Light, Dark };
    Q_ENUM(Mode)

    //! Styles \a app at once. \a appearance is asked in FollowSystem, before the platform's
    //! palette; it must outlive the theme.
    Theme(QApplication &app, Appearance &appearance, QObject *parent = nullptr);
    ~Theme() override;

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);

    //! The user's setting; true also while the desktop asks for it.
    bool reducedMotion() const;
    void setReducedMotion(bool reduced);
    //! Milliseconds that a movement may take: metrics::motionMs, or 0 with reduced motion.
    int motionMs() const;

    bool isDark() const { return m_colors.isDark(); }
    const ThemeColors &colors() const { return m_colors; }
    QColor color(ColorRole role) const { return m_colors[role]; }
    HueColors hue(int index) const { return m_colors.hue(index); }
    const TypeScale &type() const { return m_type; }
    QIcon icon(Icons::Name name, ColorRole role = ColorRole::Text) const;

    //! Takes this font as the system's and builds the type scale anew (larger text, tests).
    void setBodyFont(const QFont &font);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    //! Colours, type or motion are others now; palette and style sheet have been set already.
    void changed();

private:
    ThemeColors wantedColors() const;
    void readPlatformPalette();
    void apply();

    QApplication &m_app;
    Appearance &m_appearance;
    FocusRing *m_ring;
    QPalette m_platformPalette;
    ThemeColors m_colors;
    TypeScale m_type;
    Mode m_mode = Mode::FollowSystem;
    bool m_reducedMotion = false;
    bool m_readingPalette = false;
};

} // namespace roster
