// SPDX-License-Identifier: MIT
#include "ui/widgets/busyindicator.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"

#include <QPainter>

namespace roster {

namespace {

constexpr int frameMs = 40;
constexpr int degreesAFrame = 14;

} // namespace

BusyIndicator::BusyIndicator(const Theme &theme, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(objectName);
    setAccessibleRole(*this, QAccessible::Indicator);
    setFixedSize(sizeHint());
    m_timer.setInterval(frameMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_angle = (m_angle + degreesAFrame) % 360;
        update();
    });
    connect(&theme, &Theme::changed, this, &BusyIndicator::moveOrRest);
}

void BusyIndicator::setBusy(bool busy, const QString &what)
{
    m_busy = busy;
    setAccessibleName(busy ? what : QString());
    moveOrRest();
}

QSize BusyIndicator::sizeHint() const
{
    return {metrics::icon, metrics::icon};
}

void BusyIndicator::moveOrRest()
{
    if (m_busy && isVisible() && !m_theme.reducedMotion())
        m_timer.start();
    else
        m_timer.stop();
    update();
}

void BusyIndicator::paintEvent(QPaintEvent *)
{
    if (!m_busy)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF circle = QRectF(rect()).adjusted(2, 2, -2, -2);
    painter.setPen(QPen(m_theme.color(ColorRole::Line), 2));
    painter.drawEllipse(circle);
    painter.setPen(QPen(m_theme.color(ColorRole::Accent), 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(circle, (90 - m_angle) * 16, -100 * 16);
}

void BusyIndicator::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    moveOrRest();
}

void BusyIndicator::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_timer.stop();
}

} // namespace roster
