// SPDX-License-Identifier: MIT
#include "ui/widgets/toast.h"

#include "ui/theme/kind.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/buttons.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int widest = 420;
// After a pause a toast stays long enough to be read again.
constexpr int shortestRest = 2000;

} // namespace

Toast::Toast(const Theme &theme, const QString &text, const QString &action, Countdown *countdown,
             QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_text(new QLabel(text, this))
    , m_action(makeButton(u"toastActionButton"_s, action, this))
    , m_countdown(countdown)
    , m_shadow(new QGraphicsDropShadowEffect(this))
{
    setObjectName(u"toast"_s);
    setAccessibleRole(*this, QAccessible::Notification);
    setAccessibleName(text);
    setKind(*this, u"inverse"_s);
    countdown->setParent(this);
    m_shadow->setBlurRadius(24);
    m_shadow->setOffset(0, 6);
    setGraphicsEffect(m_shadow);
    colour();

    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(m_text->sizeHint().width() > widest);
    m_text->setMaximumWidth(widest);
    setKind(*m_text, u"inverse"_s);
    setKind(*m_action, u"inverseStrong"_s);
    m_action->setProperty("focusInverse", true);
    m_action->setVisible(!action.isEmpty());
    auto *close = new QToolButton(this);
    close->setObjectName(u"toastCloseButton"_s);
    close->setIcon(theme.icon(Icons::Close, ColorRole::InverseText));
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close"));
    close->setFocusPolicy(Qt::StrongFocus);
    close->setProperty("focusInverse", true);
    setKind(*close, u"inverse"_s);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 4, 6, 4);
    row->setSpacing(metrics::grid);
    row->addWidget(m_text, 1);
    row->addSpacing(metrics::grid);
    row->addWidget(m_action);
    row->addWidget(close);

    connect(m_action, &QPushButton::clicked, this, [this] {
        Q_EMIT actionTriggered();
        dismiss();
    });
    connect(close, &QToolButton::clicked, this, &Toast::dismiss);
    connect(countdown, &Countdown::elapsed, this, &Toast::dismiss);
    connect(&theme, &Theme::changed, this, &Toast::colour);
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { setHeld(m_underPointer, now && isAncestorOf(now)); });
    countdown->start(metrics::toastMs);
}

Toast::~Toast()
{
    // What is left of it loses the focus while it is taken down.
    disconnect(qApp, nullptr, this, nullptr);
}

QString Toast::text() const
{
    return m_text->text();
}

void Toast::dismiss()
{
    if (m_gone)
        return;
    m_gone = true;
    Q_EMIT dismissed();
}

void Toast::colour()
{
    m_shadow->setColor(m_theme.color(ColorRole::Shadow));
}

void Toast::setHeld(bool byPointer, bool byFocus)
{
    m_underPointer = byPointer;
    m_hasFocus = byFocus;
    const bool paused = byPointer || byFocus;
    if (paused == m_paused)
        return;
    m_paused = paused;
    if (paused)
        m_countdown->pause();
    else
        m_countdown->resume(shortestRest);
}

void Toast::enterEvent(QEnterEvent *event)
{
    QFrame::enterEvent(event);
    setHeld(true, m_hasFocus);
}

void Toast::leaveEvent(QEvent *event)
{
    QFrame::leaveEvent(event);
    setHeld(false, m_hasFocus);
}

void Toast::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    announce(*this, text());
}

void Toast::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

} // namespace roster
