// SPDX-License-Identifier: MIT
#include "ui/widgets/selectionbar.h"

#include "ui/theme/kind.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/buttons.h"

#include <QAction>
#include <QEvent>
#include <QGraphicsDropShadowEffect>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int lift = 14;
constexpr int sideMargin = 12;

} // namespace

SelectionBar::SelectionBar(const Theme &theme, const QString &objectName, QWidget *host)
    : QFrame(host)
    , m_theme(theme)
    , m_host(host)
    , m_text(new QLabel(this))
    , m_row(new QHBoxLayout(this))
    , m_more(makeButton(objectName + u"MoreButton"_s, tr("More"), this))
    , m_menu(new QMenu(this))
    , m_escape(makeButton(objectName + u"EscapeButton"_s, tr("Esc"), this))
    , m_shadow(new QGraphicsDropShadowEffect(this))
{
    setObjectName(objectName);
    setAccessibleRole(*this, QAccessible::ToolBar);
    setAccessibleName(tr("Actions for the selection"));
    setKind(*this, u"inverse"_s);
    setFixedHeight(metrics::selectionBarHeight);
    m_shadow->setBlurRadius(24);
    m_shadow->setOffset(0, 6);
    setGraphicsEffect(m_shadow);
    colour();
    setKind(*m_text, u"inverseStrong"_s);
    setKind(*m_more, u"inverse"_s);
    setKind(*m_escape, u"inverseKey"_s);
    m_menu->setObjectName(objectName + u"MoreMenu"_s);
    m_more->setMenu(m_menu);
    m_more->setIcon(theme.icon(Icons::ChevronDown, ColorRole::InverseText));
    m_more->setLayoutDirection(m_more->isRightToLeft() ? Qt::LeftToRight : Qt::RightToLeft);
    m_escape->setAccessibleName(tr("Select nothing"));
    m_escape->setToolTip(tr("Select nothing"));
    for (QPushButton *button : {m_more, m_escape})
        button->setProperty("focusInverse", true);

    m_row->setContentsMargins(14, 0, 8, 0);
    m_row->setSpacing(2);
    m_row->addWidget(m_text);
    m_row->addSpacing(8);
    m_row->addWidget(m_more);
    m_row->addSpacing(metrics::grid);
    m_row->addWidget(m_escape);
    m_more->hide();
    hide();
    host->installEventFilter(this);
    connect(m_escape, &QPushButton::clicked, this, &SelectionBar::dismissRequested);
    connect(&theme, &Theme::changed, this, [this] {
        colour();
        place();
    });
}

void SelectionBar::setText(const QString &text)
{
    m_text->setText(text);
    place();
}

void SelectionBar::setHint(const QString &hint)
{
    m_text->setToolTip(hint);
}

QString SelectionBar::text() const
{
    return m_text->text();
}

void SelectionBar::addAction(QAction *action)
{
    auto *button = makeButton(objectName() + u"_"_s + action->objectName() + u"Button"_s, {}, this);
    setKind(*button, u"inverse"_s);
    button->setProperty("focusInverse", true);
    const auto follow = [button, action] {
        button->setText(action->iconText());
        button->setAccessibleName(QString(action->text()).remove(u'&'));
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
    };
    follow();
    connect(action, &QAction::changed, button, follow);
    connect(action, &QAction::changed, this, &SelectionBar::place);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    m_row->insertWidget(m_row->indexOf(m_more), button);
    m_items.append({action, button});
    place();
}

void SelectionBar::addMenuAction(QAction *action)
{
    m_further.append(action);
    place();
}

int SelectionBar::reservedHeight() const
{
    return metrics::selectionBarHeight + 2 * lift;
}

void SelectionBar::setBottomInset(int pixels)
{
    m_bottomInset = pixels;
    place();
}

void SelectionBar::colour()
{
    m_shadow->setColor(m_theme.color(ColorRole::Shadow));
}

//! Shows as many actions as fit into \a width as buttons, the rest in the menu.
void SelectionBar::distribute(int width)
{
    const auto fits = [this, width] {
        m_row->invalidate();
        return m_row->sizeHint().width() <= width;
    };
    for (const Item &item : std::as_const(m_items))
        item.button->setVisible(item.action->isVisible());
    m_more->setVisible(!m_further.isEmpty());
    m_menu->clear();
    qsizetype shown = m_items.size();
    while (shown > 0 && !fits()) {
        --shown;
        m_items[shown].button->hide();
        m_more->show();
    }
    for (qsizetype i = shown; i < m_items.size(); ++i)
        m_menu->QWidget::addAction(m_items[i].action);
    for (QAction *action : std::as_const(m_further)) {
        if (action)
            m_menu->QWidget::addAction(action);
        else
            m_menu->addSeparator();
    }
}

void SelectionBar::place()
{
    const int room = m_host->width() - 2 * sideMargin;
    distribute(room);
    m_row->activate();
    const int wide = std::min(m_row->sizeHint().width(), room);
    setGeometry((m_host->width() - wide) / 2, m_host->height() - m_bottomInset - lift - height(),
                wide, height());
    raise();
}

bool SelectionBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_host && event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

void SelectionBar::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    place();
}

} // namespace roster
