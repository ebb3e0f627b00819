// SPDX-License-Identifier: MIT
#include "ui/theme/indicatorstyle.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace roster {

namespace {

QRectF centered(const QRect &rect, qreal side)
{
    QRectF square(0, 0, side, side);
    square.moveCenter(QRectF(rect).center());
    return square;
}

void drawTick(QPainter &painter, const QRectF &box, const QColor &color)
{
    painter.setPen(QPen(color, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&box](qreal x, qreal y) {
        return QPointF(box.left() + box.width() * x, box.top() + box.height() * y);
    };
    painter.drawPolyline(QPolygonF{at(0.24, 0.53), at(0.43, 0.72), at(0.77, 0.31)});
}

} // namespace

IndicatorStyle::IndicatorStyle(const Theme &theme)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
    , m_theme(theme)
{
}

void IndicatorStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                   QPainter *painter, const QWidget *widget) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    bool drawn = true;
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheck(*option, *painter);
        break;
    case PE_IndicatorRadioButton:
        drawRadio(*option, *painter);
        break;
    case PE_IndicatorMenuCheckMark:
        if (option->state & State_On)
            drawTick(*painter, centered(option->rect, 14), m_theme.color(ColorRole::Text));
        break;
    case PE_FrameFocusRect:
        // The focus ring is drawn beside the control.
        break;
    default:
        drawn = drawArrow(element, *option, *painter);
        break;
    }
    painter->restore();
    if (!drawn)
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void IndicatorStyle::drawCheck(const QStyleOption &option, QPainter &painter) const
{
    const bool enabled = option.state & State_Enabled;
    const bool filled = option.state & (State_On | State_NoChange);
    const QRectF box = centered(option.rect, 15).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor ground = m_theme.color(!filled   ? ColorRole::Surface
                                        : enabled ? ColorRole::Accent
                                                  : ColorRole::AccentOff);
    painter.setBrush(ground);
    painter.setPen(filled ? ground : m_theme.color(enabled ? ColorRole::Muted : ColorRole::Line));
    painter.drawRoundedRect(box, 4, 4);
    if (option.state & State_On) {
        drawTick(painter, box, m_theme.color(ColorRole::OnAccent));
    } else if (filled) {
        painter.setPen(QPen(m_theme.color(ColorRole::OnAccent), 1.8));
        painter.drawLine(QPointF(box.left() + 4, box.center().y()),
                         QPointF(box.right() - 4, box.center().y()));
    }
}

void IndicatorStyle::drawRadio(const QStyleOption &option, QPainter &painter) const
{
    const bool enabled = option.state & State_Enabled;
    const bool on = option.state & State_On;
    const QRectF box = centered(option.rect, 15).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor mark = m_theme.color(enabled ? ColorRole::Accent : ColorRole::AccentOff);
    painter.setBrush(on ? mark : m_theme.color(ColorRole::Surface));
    painter.setPen(on ? mark : m_theme.color(enabled ? ColorRole::Muted : ColorRole::Line));
    painter.drawEllipse(box);
    if (on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(ColorRole::OnAccent));
        painter.drawEllipse(box.center(), 3, 3);
    }
}

bool IndicatorStyle::drawArrow(PrimitiveElement element, const QStyleOption &option,
                               QPainter &painter) const
{
    qreal turn = 0;
    switch (element) {
    case PE_IndicatorArrowDown:
    case PE_IndicatorSpinDown:
        break;
    case PE_IndicatorArrowUp:
    case PE_IndicatorSpinUp:
        turn = 180;
        break;
    case PE_IndicatorArrowLeft:
        turn = 90;
        break;
    case PE_IndicatorArrowRight:
        turn = -90;
        break;
    default:
        return false;
    }
    const bool enabled = option.state & State_Enabled;
    painter.translate(QRectF(option.rect).center());
    painter.rotate(turn);
    painter.setPen(QPen(m_theme.color(enabled ? ColorRole::Muted : ColorRole::Disabled), 1.5,
                        Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{{-3.5, -1.75}, {0, 1.75}, {3.5, -1.75}});
    return true;
}

int IndicatorStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                                const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return metrics::icon;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

} // namespace roster
