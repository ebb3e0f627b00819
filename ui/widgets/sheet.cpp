// SPDX-License-Identifier: MIT
#include "ui/widgets/sheet.h"

#include "ui/theme/kind.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/sheetbuttons.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

// Room around the scrolled part for focus rings, taken from the padding.
constexpr int ringRoom = 4;
constexpr int padding = metrics::sheetPadding - ringRoom;
constexpr int margin = 16;
// Of the free height, how much lies above the card.
constexpr double upper = 0.22;

int heightAt(QWidget &widget, int width)
{
    if (widget.isHidden())
        return 0;
    const int byWidth = widget.heightForWidth(width);
    return byWidth >= 0 ? byWidth : widget.sizeHint().height();
}

// Names of people in another direction still begin where the sheet's lines begin.
void alignWithSheet(QLabel &label)
{
    const bool isMirrored = label.layoutDirection() == Qt::RightToLeft;
    const Qt::Alignment vertical = label.alignment() & Qt::AlignVertical_Mask;
    label.setAlignment((isMirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute |
                       vertical);
}

} // namespace

Sheet::Sheet(const Theme &theme, const QString &objectName, QWidget *host)
    : QWidget(host)
    , m_theme(theme)
    , m_host(host)
    , m_card(new QWidget(this))
    , m_title(new QLabel(m_card))
    , m_subtitle(new QLabel(m_card))
    , m_scroll(new QScrollArea(m_card))
    , m_content(new QWidget)
    , m_body(new QVBoxLayout(m_content))
    , m_buttons(new SheetButtons(objectName + u"Buttons"_s, m_card))
    , m_width(metrics::sheetWidthMin)
{
    setObjectName(objectName);
    setAccessibleRole(*this, QAccessible::Dialog);
    hide();
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setContentsMargins(ringRoom, 0, ringRoom, 0);
    setKind(*m_title, u"sheetTitle"_s);
    m_subtitle->setTextFormat(Qt::PlainText);
    m_subtitle->setWordWrap(true);
    m_subtitle->setContentsMargins(ringRoom, 0, ringRoom, 0);
    setKind(*m_subtitle, u"muted"_s);
    m_subtitle->hide();
    m_body->setContentsMargins(ringRoom, ringRoom, ringRoom, ringRoom);
    m_body->setSpacing(14);
    m_scroll->setObjectName(objectName + u"Scroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(m_content);
    m_content->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_buttons->setContentsMargins(ringRoom, 0, ringRoom, 0);

    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(padding, 22, padding, 22);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addSpacing(4);
    column->addWidget(m_subtitle);
    column->addSpacing(8);
    column->addWidget(m_scroll, 1);
    column->addSpacing(14);
    column->addWidget(m_buttons);

    host->installEventFilter(this);
    m_content->installEventFilter(this);
    m_card->installEventFilter(this);
    connect(&theme, &Theme::changed, this, &Sheet::place);
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { keepFocusInside(now); });
}

Sheet::~Sheet()
{
    // What is left of it loses the focus while it is taken down.
    disconnect(qApp, nullptr, this, nullptr);
}

void Sheet::setTitle(const QString &title)
{
    m_title->setText(title);
    alignWithSheet(*m_title);
    setAccessibleName(title);
}

QString Sheet::title() const
{
    return m_title->text();
}

void Sheet::setSubtitle(const QString &subtitle)
{
    m_subtitle->setText(subtitle);
    alignWithSheet(*m_subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
    setAccessibleDescription(subtitle);
}

void Sheet::setCardWidth(int width)
{
    m_width = std::clamp(width, metrics::sheetWidthMin, metrics::sheetWidthMax);
    place();
}

void Sheet::setFirstFocus(QWidget *widget)
{
    m_firstFocus = widget;
}

QRect Sheet::cardGeometry() const
{
    return m_card->geometry();
}

Sheet *Sheet::topmostIn(const QWidget *host)
{
    const auto sheets = host->findChildren<Sheet *>(QString(), Qt::FindDirectChildrenOnly);
    // raise() moves a child to the end of its parent's list.
    for (auto it = sheets.crbegin(); it != sheets.crend(); ++it) {
        if (!(*it)->isHidden())
            return *it;
    }
    return nullptr;
}

bool Sheet::isTopmost() const
{
    return topmostIn(m_host) == this;
}

void Sheet::open()
{
    if (!isHidden())
        return;
    m_focusBefore = m_host->window()->focusWidget();
    setGeometry(m_host->rect());
    raise();
    show();
    place();
    focusFirst();
    Q_EMIT opened();
}

void Sheet::dismiss()
{
    if (isHidden())
        return;
    hide();
    if (m_focusBefore && m_focusBefore->isVisible() && m_focusBefore->isEnabled())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    Q_EMIT dismissed();
}

void Sheet::place()
{
    const QSize host = m_host->size();
    setGeometry(m_host->rect());
    const int width = std::min(m_width, host.width() - 2 * margin);
    m_card->layout()->activate();
    m_body->activate();
    const QMargins edges = m_card->layout()->contentsMargins();
    const int inner = width - edges.left() - edges.right();
    int wanted = edges.top() + edges.bottom() + 4 + 8 + 14;
    wanted += heightAt(*m_title, inner) + heightAt(*m_subtitle, inner);
    wanted += heightAt(*m_content, inner) + m_buttons->sizeHint().height();
    const int height = std::min(wanted, host.height() - 2 * margin);
    const int top = margin + static_cast<int>((host.height() - 2 * margin - height) * upper);
    m_card->setGeometry((host.width() - width) / 2, top, width, height);
    update();
}

QList<QWidget *> Sheet::tabStops() const
{
    QList<QWidget *> stops;
    // The focus chain is a ring through the whole window in tab order.
    for (QWidget *w = m_card->nextInFocusChain(); w && w != m_card; w = w->nextInFocusChain()) {
        if ((w->focusPolicy() & Qt::TabFocus) && w->isVisibleTo(const_cast<Sheet *>(this)) &&
            w->isEnabled() && m_card->isAncestorOf(w) && !w->focusProxy())
            stops.append(w);
    }
    // Whoever made the buttons first still goes through the fields first, and the buttons go as
    // they lie, in whichever order they were added.
    const auto row = std::stable_partition(stops.begin(), stops.end(), [this](const QWidget *w) {
        return m_content->isAncestorOf(w);
    });
    const auto start = [this](const QWidget *w) {
        const int x = w->mapTo(m_card, QPoint()).x();
        return isRightToLeft() ? -x : x;
    };
    std::stable_sort(row, stops.end(),
                     [&start](const QWidget *a, const QWidget *b) { return start(a) < start(b); });
    return stops;
}

void Sheet::focusFirst()
{
    QWidget *first = m_firstFocus;
    if (!first || !first->isEnabled()) {
        const QList<QWidget *> stops = tabStops();
        first = stops.isEmpty() ? nullptr : stops.first();
    }
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

bool Sheet::focusNextPrevChild(bool next)
{
    const QList<QWidget *> stops = tabStops();
    if (stops.isEmpty())
        return true;
    const qsizetype at = stops.indexOf(m_host->window()->focusWidget());
    const qsizetype count = stops.size();
    const qsizetype to = at < 0 ? (next ? 0 : count - 1) : (at + (next ? 1 : count - 1)) % count;
    stops[to]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void Sheet::keepFocusInside(QWidget *now)
{
    // Wherever the keyboard came from: what has it is in sight, its ring too.
    if (now && m_content->isAncestorOf(now)) {
        const QRect place(now->mapTo(m_content, QPoint()), now->size());
        m_scroll->ensureVisible(place.left(), place.bottom(), 0, ringRoom);
        m_scroll->ensureVisible(place.left(), place.top(), 0, ringRoom);
    }
    if (!now || !isVisible() || !isTopmost() || now->window() != window() || now == this ||
        isAncestorOf(now))
        return;
    focusFirst();
}

bool Sheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_host && event->type() == QEvent::Resize && !isHidden())
        place();
    else if (watched != m_host && event->type() == QEvent::LayoutRequest && !isHidden())
        QMetaObject::invokeMethod(this, &Sheet::place, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

bool Sheet::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        // The standard key is empty where no known desktop runs; Ctrl+Q quits there as well.
        const bool quits =
            key->matches(QKeySequence::Quit) || key->keyCombination() == (Qt::CTRL | Qt::Key_Q);
        const bool passes = quits || key->modifiers() == Qt::AltModifier;
        if (!passes)
            event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool Sheet::pressDefault()
{
    QPushButton *primary = m_buttons->primary();
    if (!primary || !primary->isEnabled() || primary->isHidden())
        return false;
    primary->click();
    return true;
}

void Sheet::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    auto *button = qobject_cast<QAbstractButton *>(m_host->window()->focusWidget());
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closeRequested();
    } else if (isReturn && event->modifiers() == Qt::NoModifier && button) {
        // A button that has the keyboard is what Return means.
        button->click();
    } else if (isReturn || event->matches(QKeySequence::Save)) {
        pressDefault();
    }
    // Nothing goes on to the window.
    event->accept();
}

void Sheet::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void Sheet::wheelEvent(QWheelEvent *event)
{
    event->accept();
}

void Sheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF card = m_card->geometry();
    painter.fillRect(rect(), m_theme.color(ColorRole::Dim));
    paintShadow(painter, card, metrics::sheetRadius, 52, 12, m_theme.color(ColorRole::Shadow));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(m_theme.color(ColorRole::Surface));
    const bool outlined = m_theme.isDark() || m_theme.colors().isHighContrast();
    painter.setPen(outlined ? QPen(m_theme.color(ColorRole::Line)) : QPen(Qt::NoPen));
    const qreal inset = outlined ? 0.5 : 0;
    painter.drawRoundedRect(card.adjusted(inset, inset, -inset, -inset), metrics::sheetRadius,
                            metrics::sheetRadius);
}

void Sheet::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    place();
}

} // namespace roster
