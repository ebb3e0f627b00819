// SPDX-License-Identifier: MIT
#include "ui/widgets/chipbase.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QStyle>

namespace roster {

ChipBase::ChipBase(const Theme &theme, const QString &objectName, const QString &label,
                   QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setObjectName(objectName);
    setLabel(label);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ChipBase::setLabel(const QString &label)
{
    m_label = label;
    setAccessibleName(label);
    updateGeometry();
    update();
}

void ChipBase::setRemovable(bool removable)
{
    m_removable = removable;
    setAccessibleDescription(removable ? tr("Press Delete to remove") : QString());
    updateGeometry();
    update();
}

QRect ChipBase::crossRect() const
{
    if (!m_removable)
        return {};
    const QRect atEnd(width() - height() - 2, 0, height() + 2, height());
    return QStyle::visualRect(layoutDirection(), rect(), atEnd);
}

bool ChipBase::hitButton(const QPoint &pos) const
{
    return rect().contains(pos) && !crossRect().contains(pos);
}

bool ChipBase::event(QEvent *event)
{
    // Delete is the window's Archive as well; on a chip it belongs to the chip.
    if (event->type() == QEvent::ShortcutOverride && m_removable) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
            event->accept();
            return true;
        }
    }
    return QAbstractButton::event(event);
}

void ChipBase::setOnCross(bool on)
{
    if (m_onCross == on)
        return;
    m_onCross = on;
    setToolTip(on ? tr("Remove") : QString());
    update();
}

void ChipBase::mouseMoveEvent(QMouseEvent *event)
{
    setOnCross(crossRect().contains(event->position().toPoint()));
    QAbstractButton::mouseMoveEvent(event);
}

void ChipBase::mousePressEvent(QMouseEvent *event)
{
    m_crossPressed =
        event->button() == Qt::LeftButton && crossRect().contains(event->position().toPoint());
    if (!m_crossPressed)
        QAbstractButton::mousePressEvent(event);
}

void ChipBase::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_crossPressed) {
        QAbstractButton::mouseReleaseEvent(event);
        return;
    }
    m_crossPressed = false;
    if (crossRect().contains(event->position().toPoint()))
        Q_EMIT removeRequested();
}

void ChipBase::leaveEvent(QEvent *event)
{
    setOnCross(false);
    QAbstractButton::leaveEvent(event);
}

void ChipBase::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (m_removable)
            Q_EMIT removeRequested();
        else
            event->ignore();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        break;
    default:
        QAbstractButton::keyPressEvent(event);
        break;
    }
}

void ChipBase::resizeEvent(QResizeEvent *event)
{
    setProperty("focusRadius", height() / 2);
    QAbstractButton::resizeEvent(event);
}

} // namespace roster
