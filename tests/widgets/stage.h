// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/appearance.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTest>
#include <QWidget>

namespace roster::test {

//! An appearance that says what the test says.
class ToldAppearance final : public Appearance
{
public:
    using Appearance::setHighContrast;
    using Appearance::setReducedMotion;
    using Appearance::setScheme;
};

//! The theme and an empty window that has the keyboard. Type is 13 pixels high, as in the drawings.
class WidgetStage
{
public:
    explicit WidgetStage(QSize size = {800, 600})
        : m_theme(*qApp, m_appearance)
    {
        QFont font = QApplication::font();
        font.setPixelSize(13);
        m_theme.setBodyFont(font);
        m_theme.setMode(Theme::Mode::Light);
        m_window.resize(size);
        m_window.show();
        m_window.activateWindow();
        if (!QTest::qWaitForWindowActive(&m_window))
            qFatal("the window did not get the keyboard");
    }

    Theme &theme() { return m_theme; }
    ToldAppearance &appearance() { return m_appearance; }
    QWidget &window() { return m_window; }

    //! Shows a widget of the window where the test wants it.
    template <class W>
    static W *placed(W *widget, QPoint at = {20, 20})
    {
        widget->move(at);
        widget->resize(widget->sizeHint());
        widget->show();
        return widget;
    }

private:
    ToldAppearance m_appearance;
    Theme m_theme;
    QWidget m_window;
};

//! Number of pixels of \a image that have the colour \a color, exactly.
inline int pixelsOf(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y).rgb() == color.rgb() ? 1 : 0;
    }
    return count;
}

//! True while a program's layout runs from right to left; puts it back.
class RightToLeft
{
public:
    RightToLeft() { QGuiApplication::setLayoutDirection(Qt::RightToLeft); }
    ~RightToLeft() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }
    Q_DISABLE_COPY_MOVE(RightToLeft)
};

} // namespace roster::test
