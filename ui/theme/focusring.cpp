// SPDX-License-Identifier: MIT
#include "ui/theme/focusring.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFocusEvent>
#include <QLineEdit>
#include <QPainter>

namespace roster {

namespace {

constexpr int gap = 1;
constexpr int reach = gap + metrics::focusRing;

//! Paints only the ring; the mouse goes through.
class RingFrame : public QWidget
{
public:
    RingFrame(const Theme &theme, const QWidget &target, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_target(target)
    {
        setObjectName(QStringLiteral("focusRingFrame"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const QVariant told = m_target.property("focusRadius");
        const int radius = told.isValid() ? told.toInt() : metrics::controlRadius;
        const bool inverse = m_target.property("focusInverse").toBool();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.color(inverse ? ColorRole::InverseAccent : ColorRole::Focus),
                            metrics::focusRing));
        const QRectF line = QRectF(rect()).adjusted(1, 1, -1, -1);
        const qreal round = qMin(radius + reach - 1.0, line.height() / 2);
        painter.drawRoundedRect(line, round, round);
    }

private:
    const Theme &m_theme;
    const QWidget &m_target;
};

bool drawsItsOwn(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget) ||
           qobject_cast<const QAbstractSpinBox *>(widget) ||
           qobject_cast<const QAbstractScrollArea *>(widget);
}

bool byKeyboard(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
           reason == Qt::ShortcutFocusReason;
}

} // namespace

FocusRing::FocusRing(const Theme &theme, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
{
}

FocusRing::~FocusRing()
{
    hide();
}

void FocusRing::watch(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
        m_lastInputWasKey = true;
        break;
    case QEvent::MouseButtonPress:
        m_lastInputWasKey = false;
        break;
    case QEvent::FocusIn:
        if (auto *widget = qobject_cast<QWidget *>(watched))
            focusMoved(widget, static_cast<QFocusEvent *>(event)->reason());
        break;
    case QEvent::FocusOut:
    case QEvent::Hide:
        if (watched == m_target)
            hide();
        break;
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::ParentChange:
        if (watched == m_target)
            follow();
        break;
    default:
        break;
    }
}

void FocusRing::focusMoved(QWidget *to, Qt::FocusReason reason)
{
    // A widget that is given focus by code after a key (a sheet that opens, arrows within a
    // group) is as much the keyboard's as one reached by Tab.
    const bool keyed = byKeyboard(reason) || (m_lastInputWasKey && reason == Qt::OtherFocusReason);
    if (keyed && !to->isWindow() && !drawsItsOwn(to) && to->focusPolicy() != Qt::NoFocus)
        show(to);
    else
        hide();
}

void FocusRing::show(QWidget *target)
{
    hide();
    m_target = target;
    m_frame = new RingFrame(m_theme, *target, target->parentWidget());
    follow();
}

void FocusRing::follow()
{
    if (!m_target || !m_frame)
        return;
    if (m_frame->parentWidget() != m_target->parentWidget())
        m_frame->setParent(m_target->parentWidget());
    m_frame->setGeometry(m_target->geometry().adjusted(-reach, -reach, reach, reach));
    m_frame->raise();
    m_frame->show();
}

void FocusRing::hide()
{
    // Hidden at once, since the frame refers to the target, which may be going now; deleted later,
    // since Qt may be hiding the frame's siblings one by one right now.
    if (m_frame) {
        m_frame->hide();
        m_frame->deleteLater();
    }
    m_frame = nullptr;
    m_target = nullptr;
}

} // namespace roster
