// SPDX-License-Identifier: MIT
#include "ui/widgets/choicecell.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plainwords.h"

#include <QPainter>

namespace roster {

namespace {

constexpr int Height = 28;
constexpr int Padding = 9;

} // namespace

ChoiceCell::ChoiceCell(const Theme &theme, const QString &objectName, const QString &name,
                       QWidget *parent)
    : QRadioButton(parent)
    , m_theme(theme)
    , m_name(name)
{
    setObjectName(objectName);
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ChoiceCell::setValue(const QString &text, bool isMuted)
{
    m_value = text;
    m_isMuted = isMuted;
    setAccessibleName(tr("%1: %2", "whose value of what, the value").arg(m_name, firstWords(text)));
    updateToolTip();
    updateGeometry();
    update();
}

QSize ChoiceCell::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(firstWords(m_value)) + 2 * Padding + 2, Height};
}

QSize ChoiceCell::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 6 + 2 * Padding, Height};
}

bool ChoiceCell::hitButton(const QPoint &position) const
{
    return rect().contains(position);
}

QString ChoiceCell::shownText() const
{
    return fontMetrics().elidedText(firstWords(m_value), Qt::ElideRight, width() - 2 * Padding);
}

void ChoiceCell::updateToolTip()
{
    setToolTip(shownText() == m_value ? QString() : plainToolTip(m_value));
}

void ChoiceCell::resizeEvent(QResizeEvent *event)
{
    QRadioButton::resizeEvent(event);
    updateToolTip();
}

void ChoiceCell::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isUnderPointer = isEnabled() && underMouse();
    if (isChecked() || isUnderPointer) {
        painter.setBrush(m_theme.color(isChecked() ? ColorRole::Selection : ColorRole::Hover));
        painter.setPen(m_theme.color(isChecked() ? ColorRole::Accent : ColorRole::Line));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5),
                                metrics::controlRadius, metrics::controlRadius);
    }
    const ColorRole ground = isChecked() ? ColorRole::SelectionText : ColorRole::Text;
    painter.setPen(m_theme.color(!isEnabled() ? ColorRole::Disabled
                                 : m_isMuted  ? ColorRole::Muted
                                              : ground));
    // A value from right to left still begins where its column begins.
    const Qt::Alignment side = isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
    const QString shown = shownText();
    // A phone number keeps its + in front.
    painter.setLayoutDirection(shown.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter.drawText(
        rect().adjusted(Padding, 0, -Padding, 0),
        static_cast<int>(side | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
}

} // namespace roster
