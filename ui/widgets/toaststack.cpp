// SPDX-License-Identifier: MIT
#include "ui/widgets/toaststack.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace roster {

namespace {

constexpr int atMost = 3;
constexpr int margin = 16;

} // namespace

ToastStack::ToastStack(const Theme &theme, const QString &objectName, QWidget *host,
                       CountdownFactory countdowns)
    : QWidget(host)
    , m_theme(theme)
    , m_host(host)
    , m_countdowns(std::move(countdowns))
{
    setObjectName(objectName);
    auto *column = new QVBoxLayout(this);
    // Around the toasts there is room for their shadows.
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(8);
    host->installEventFilter(this);
    connect(&theme, &Theme::changed, this, &ToastStack::place);
    hide();
}

Toast *ToastStack::show(const QString &text, const QString &action)
{
    while (m_toasts.size() >= atMost)
        m_toasts.first()->dismiss();
    auto *toast = new Toast(m_theme, text, action, m_countdowns(nullptr), this);
    m_toasts.append(toast);
    layout()->addWidget(toast);
    layout()->setAlignment(toast, Qt::AlignLeading);
    connect(toast, &Toast::dismissed, this, [this, toast] { remove(toast); });
    place();
    QWidget::show();
    toast->show();
    return toast;
}

void ToastStack::clear()
{
    while (!m_toasts.isEmpty())
        m_toasts.first()->dismiss();
}

void ToastStack::setBottomInset(int pixels)
{
    m_bottomInset = pixels;
    place();
}

void ToastStack::remove(Toast *toast)
{
    m_toasts.removeOne(toast);
    layout()->removeWidget(toast);
    toast->hide();
    // Its own button may have led here.
    toast->deleteLater();
    setVisible(!m_toasts.isEmpty());
    place();
}

void ToastStack::place()
{
    layout()->activate();
    QSize size = layout()->sizeHint();
    if (layout()->hasHeightForWidth())
        size.setHeight(layout()->heightForWidth(size.width()));
    size = size.boundedTo(m_host->size());
    const int x = m_host->isRightToLeft() ? m_host->width() - size.width() : 0;
    setGeometry(x, m_host->height() - m_bottomInset - size.height(), size.width(), size.height());
    raise();
}

bool ToastStack::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    // A toast has its true size only once it is shown in its own style.
    if (event->type() == QEvent::LayoutRequest)
        place();
    return isHandled;
}

bool ToastStack::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_host &&
        (event->type() == QEvent::Resize || event->type() == QEvent::LayoutDirectionChange))
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace roster
