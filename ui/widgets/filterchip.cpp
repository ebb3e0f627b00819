// SPDX-License-Identifier: MIT
#include "ui/widgets/filterchip.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plainwords.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace roster {

namespace {

constexpr int padding = 11;
constexpr int cross = 13;
constexpr int widest = 320;

} // namespace

FilterChip::FilterChip(const Theme &theme, const QString &objectName, const QString &label,
                       QWidget *parent)
    : ChipBase(theme, objectName, label, parent)
{
}

void FilterChip::setOn(bool on)
{
    m_on = on;
    setAccessibleName(on ? label() : tr("%1, switched off").arg(label()));
    describe();
    update();
}

void FilterChip::setProblem(const QString &problem)
{
    m_problem = problem;
    setToolTip(problem);
    describe();
    update();
}

void FilterChip::describe()
{
    if (!isRemovable())
        return;
    const QString keys = m_on ? tr("Press Delete to remove, Ctrl+Space to switch off")
                              : tr("Press Delete to remove, Ctrl+Space to switch on");
    setAccessibleDescription(m_problem.isEmpty() ? keys : tr("%1 %2").arg(m_problem, keys));
}

void FilterChip::keyPressEvent(QKeyEvent *event)
{
    const bool isSwitch =
        event->key() == Qt::Key_Space && event->modifiers().testFlag(Qt::ControlModifier);
    if (isSwitch && isRemovable()) {
        Q_EMIT switchRequested();
        return;
    }
    ChipBase::keyPressEvent(event);
}

void FilterChip::contextMenuEvent(QContextMenuEvent *event)
{
    if (!isRemovable())
        return ChipBase::contextMenuEvent(event);
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT menuRequested(isKey ? mapToGlobal(QPoint(0, height() + 4)) : event->globalPos());
}

void FilterChip::setAdds(bool adds)
{
    m_adds = adds;
    update();
}

QSize FilterChip::sizeHint() const
{
    const QFontMetrics metrics(theme().type().small);
    const int width =
        metrics.horizontalAdvance(firstWords(label())) + 2 * padding + (isRemovable() ? cross : 0);
    return {std::min(width, widest), std::max(metrics::filterChipHeight, metrics.height() + 8)};
}

void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool quiet = m_adds || !m_on || !isEnabled();
    const bool isWrong = !m_problem.isEmpty();
    const QColor words = theme().color(isWrong ? ColorRole::Danger
                                       : quiet ? ColorRole::Muted
                                               : ColorRole::Text);
    painter.setBrush(theme().color(isDown() ? ColorRole::Selection : ColorRole::Surface));
    painter.setPen(theme().color(isWrong        ? ColorRole::Danger
                                 : underMouse() ? ColorRole::Muted
                                                : ColorRole::Line));
    const QRectF line = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(line, line.height() / 2, line.height() / 2);

    QFont font = theme().type().small;
    font.setStrikeOut(!m_on);
    const int atEnd = padding + (isRemovable() ? cross : 0);
    const QRect inner =
        QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(padding, 0, -atEnd, 0));
    painter.setFont(font);
    painter.setPen(words);
    // The window's direction decides the side, the words themselves the order in which they read.
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.drawText(
        inner.adjusted(-1, 0, 1, 0),
        QStyle::visualAlignment(layoutDirection(), Qt::AlignVCenter | Qt::AlignLeft) |
            Qt::AlignAbsolute,
        QFontMetrics(font).elidedText(firstWords(label()), Qt::ElideRight, inner.width() + 2));
    if (isRemovable()) {
        const QPointF middle(isRightToLeft() ? 14.0 : width() - 14.0, height() / 2.0);
        paintCross(painter, middle, pointerIsOnCross() ? 3.5 : 2.75, words);
    }
}

} // namespace roster
