// SPDX-License-Identifier: MIT
#include "ui/widgets/searchbox.h"

#include "ui/theme/kind.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace roster {

SearchBox::SearchBox(const Theme &theme, const QString &objectName, const QString &accessibleName,
                     QWidget *parent)
    : TextField(theme, objectName, accessibleName, parent)
    , m_symbol(new QLabel(this))
    , m_end(new QWidget(this))
    , m_hint(new QLabel(m_end))
    , m_clear(makeIconButton(theme, objectName + u"ClearButton"_s, Icons::Close, tr("Clear search"),
                             m_end))
{
    setPlaceholderText(accessibleName);
    setMaximumWidth(560);
    const auto drawSymbol = [this] {
        m_symbol->setPixmap(this->theme()
                                .icon(Icons::Search, ColorRole::Muted)
                                .pixmap(QSize(metrics::icon, metrics::icon), devicePixelRatio()));
    };
    drawSymbol();
    connect(&theme, &Theme::changed, this, drawSymbol);
    setKind(*m_hint, u"badge"_s);
    setKind(*m_clear, u"small"_s);
    m_clear->setFocusPolicy(Qt::TabFocus);
    m_clear->setProperty("focusRadius", 5);
    m_clear->setCursor(Qt::ArrowCursor);
    auto *row = new QHBoxLayout(m_end);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::grid);
    row->addWidget(m_hint);
    row->addWidget(m_clear);
    m_end->setCursor(Qt::ArrowCursor);
    m_hint->hide();
    m_clear->hide();
    setLeading(m_symbol);
    setTrailing(m_end);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        clear();
        setFocus(Qt::OtherFocusReason);
    });
    connect(this, &QLineEdit::textChanged, this, &SearchBox::showHintOrClear);
}

void SearchBox::setShortcutHint(const QKeySequence &shortcut)
{
    // Drawn as two words, "Ctrl F", as one says it.
    m_hint->setText(shortcut.toString(QKeySequence::NativeText).replace(u'+', u' '));
    showHintOrClear();
}

QSize SearchBox::sizeHint() const
{
    return {560, TextField::sizeHint().height()};
}

void SearchBox::showHintOrClear()
{
    m_clear->setVisible(!text().isEmpty());
    m_hint->setVisible(text().isEmpty() && !m_hint->text().isEmpty());
    m_end->layout()->activate();
    placeInner();
}

bool SearchBox::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return TextField::event(event);
}

void SearchBox::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty())
            Q_EMIT leaveRequested();
        else
            clear();
        break;
    case Qt::Key_Down:
        Q_EMIT resultsRequested();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        TextField::keyPressEvent(event);
        Q_EMIT resultsRequested();
        break;
    default:
        TextField::keyPressEvent(event);
        break;
    }
}

} // namespace roster
