// SPDX-License-Identifier: MIT
#pragma once

#include <QProxyStyle>

namespace roster {

class Theme;

//! Fusion, with the few small marks that a style sheet cannot colour drawn from the theme's roles:
//! check box, radio button, menu check mark, arrows. Everything else is the style sheet's.
//! \a theme must outlive it.
class IndicatorStyle : public QProxyStyle
{
    Q_OBJECT

public:
    explicit IndicatorStyle(const Theme &theme);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                    const QWidget *widget = nullptr) const override;

private:
    void drawCheck(const QStyleOption &option, QPainter &painter) const;
    void drawRadio(const QStyleOption &option, QPainter &painter) const;
    bool drawArrow(PrimitiveElement element, const QStyleOption &option, QPainter &painter) const;

    const Theme &m_theme;
};

} // namespace roster
