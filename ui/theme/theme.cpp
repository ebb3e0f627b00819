// SPDX-License-Identifier: MIT
#include "ui/theme/theme.h"

#include "ui/theme/appearance.h"
#include "ui/theme/focusring.h"
#include "ui/theme/indicatorstyle.h"
#include "ui/theme/metrics.h"
#include "ui/theme/resources.h"
#include "ui/theme/stylesheet.h"

#include <QApplication>
#include <QEvent>
#include <QTimer>

namespace roster {

namespace {

//! For a desktop that asks for high contrast but whose palette does not show it.
QPalette plainPalette(bool dark)
{
    const QColor words = dark ? Qt::white : Qt::black;
    const QColor ground = dark ? Qt::black : Qt::white;
    QPalette palette(words, ground, ground, ground, words, words, words, ground, ground);
    palette.setColor(QPalette::Highlight, words);
    palette.setColor(QPalette::HighlightedText, ground);
    palette.setColor(QPalette::Shadow, Qt::black);
    return palette;
}

} // namespace

Theme::Theme(QApplication &app, Appearance &appearance, QObject *parent)
    : QObject(parent)
    , m_app(app)
    , m_appearance(appearance)
    , m_ring(new FocusRing(*this, this))
    , m_platformPalette(QApplication::palette())
    , m_type(TypeScale::from(QApplication::font()))
{
    initUiResources();
    QApplication::setStyle(new IndicatorStyle(*this));
    app.installEventFilter(this);
    connect(&appearance, &Appearance::changed, this, &Theme::apply);
    apply();
}

Theme::~Theme()
{
    m_app.removeEventFilter(this);
    // The style paints from this object's roles; the palette is the platform's again.
    m_app.setStyleSheet({});
    QApplication::setPalette(QPalette());
    QApplication::setStyle(QStringLiteral("Fusion"));
}

void Theme::setMode(Mode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    apply();
}

bool Theme::reducedMotion() const
{
    return m_reducedMotion || m_appearance.wantsReducedMotion();
}

void Theme::setReducedMotion(bool reduced)
{
    if (m_reducedMotion == reduced)
        return;
    m_reducedMotion = reduced;
    apply();
}

int Theme::motionMs() const
{
    return reducedMotion() ? 0 : metrics::motionMs;
}

QIcon Theme::icon(Icons::Name name, ColorRole role) const
{
    return Icons::icon(*this, name, role);
}

void Theme::setBodyFont(const QFont &font)
{
    QApplication::setFont(font);
    m_type = TypeScale::from(font);
    apply();
}

ThemeColors Theme::wantedColors() const
{
    const Appearance::Scheme told = m_appearance.scheme();
    const bool systemIsDark = told == Appearance::Scheme::Unknown
                                  ? ThemeColors::isDark(m_platformPalette)
                                  : told == Appearance::Scheme::Dark;
    const bool dark = m_mode == Mode::FollowSystem ? systemIsDark : m_mode == Mode::Dark;
    if (ThemeColors::isHighContrast(m_platformPalette))
        return ThemeColors::fromSystem(m_platformPalette);
    if (m_appearance.wantsHighContrast())
        return ThemeColors::fromSystem(plainPalette(dark));
    return dark ? ThemeColors::dark() : ThemeColors::light();
}

void Theme::apply()
{
    m_colors = wantedColors();
    QApplication::setPalette(m_colors.toPalette());
    m_app.setStyleSheet(styleSheet(m_colors, m_type, motionMs()));
    Q_EMIT changed();
}

// Qt 6.4 does not tell of a new platform palette while the program has set its own: every window
// gets ThemeChange, so give the palette up for a moment and look.
void Theme::readPlatformPalette()
{
    m_readingPalette = true;
    QApplication::setPalette(QPalette());
    const QPalette now = QApplication::palette();
    m_readingPalette = false;
    m_platformPalette = now;
    apply();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && watched->isWindowType() && !m_readingPalette)
        QTimer::singleShot(0, this, &Theme::readPlatformPalette);
    m_ring->watch(watched, event);
    return false;
}

} // namespace roster
