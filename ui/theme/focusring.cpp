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

//! The keyboard goes to another window or a menu and is to come back.
bool isPassing(Qt::FocusReason reason)
{
    return reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason ||
           reason == Qt::MenuBarFocusReason;
}

bool isAbove(const QObject *object, const QWidget &target)
{
    const auto *widget = qobject_cast<const QWidget *>(object);
    return widget && widget->isAncestorOf(&target);
}

//! What scrolls, or the viewport it scrolls in: beyond it a ring would stay behind.
bool scrolls(const QWidget *widget)
{
    const auto isViewport = [](const QWidget *w) {
        const auto *area =
            w ? qobject_cast<const QAbstractScrollArea *>(w->parentWidget()) : nullptr;
        return area && area->viewport() == w;
    };
    return isViewport(widget) || isViewport(widget->parentWidget());
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
        // A click on what has the keyboard already moves no focus.
        if (watched == m_target)
            hide();
        break;
    case QEvent::FocusIn:
        if (auto *widget = qobject_cast<QWidget *>(watched))
            focusMoved(widget, static_cast<QFocusEvent *>(event)->reason());
        break;
    case QEvent::FocusOut:
        if (watched == m_target)
            focusLeft(static_cast<QFocusEvent *>(event)->reason());
        break;
    case QEvent::Hide:
        if (watched == m_target)
            hide();
        break;
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::ParentChange:
        if (m_target && (watched == m_target || isAbove(watched, *m_target)))
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
    const bool keyed = byKeyboard(reason) ||
                       (m_lastInputWasKey && reason == Qt::OtherFocusReason) ||
                       (isPassing(reason) && to == m_resting);
    m_resting = nullptr;
    if (keyed && !to->isWindow() && !drawsItsOwn(to) && to->focusPolicy() != Qt::NoFocus)
        show(to);
    else
        hide();
}

void FocusRing::focusLeft(Qt::FocusReason reason)
{
    m_resting = isPassing(reason) ? m_target : nullptr;
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
    const QRect ring = m_target->rect().adjusted(-reach, -reach, reach, reach);
    QWidget *host = roomFor(ring);
    if (m_frame->parentWidget() != host)
        m_frame->setParent(host);
    m_frame->setGeometry(QRect(m_target->mapTo(host, ring.topLeft()), ring.size()));
    m_frame->raise();
    m_frame->show();
}

//! A row as high as its button would cut the ring off.
QWidget *FocusRing::roomFor(const QRect &ring) const
{
    QWidget *host = m_target->parentWidget();
    const auto fits = [&](const QWidget *widget) {
        return widget->rect().contains(QRect(m_target->mapTo(widget, ring.topLeft()), ring.size()));
    };
    while (!host->isWindow() && !scrolls(host) && !fits(host))
        host = host->parentWidget();
    return host;
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
