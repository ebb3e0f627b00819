// SPDX-License-Identifier: MIT
#include "ui/widgets/emptystate.h"

#include "ui/theme/kind.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int symbolSide = 36;
constexpr int widest = 400;
constexpr int narrowest = 180;

//! As wide as it may be, in the middle; an alignment would make wrapping text as narrow as it can
//! be.
void addCentred(QVBoxLayout &column, QLabel &label)
{
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(&label, 1000);
    row->addStretch(1);
    column.addLayout(row);
}

} // namespace

EmptyState::EmptyState(const Theme &theme, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_symbol(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_buttons(new QHBoxLayout)
{
    setObjectName(objectName);
    m_title->setObjectName(objectName + u"Title"_s);
    m_text->setObjectName(objectName + u"Text"_s);
    setKind(*m_title, u"cardTitle"_s);
    setKind(*m_text, u"muted"_s);
    for (QLabel *label : {m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignCenter);
        label->setMinimumWidth(narrowest);
        label->setMaximumWidth(widest);
    }
    m_buttons->setSpacing(8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(0);
    // A little above the middle, where the eye looks for it.
    column->addStretch(2);
    column->addWidget(m_symbol, 0, Qt::AlignHCenter);
    column->addSpacing(12);
    addCentred(*column, *m_title);
    column->addSpacing(4);
    addCentred(*column, *m_text);
    column->addSpacing(16);
    auto *centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addLayout(m_buttons);
    centred->addStretch(1);
    column->addLayout(centred);
    column->addStretch(3);
    connect(&theme, &Theme::changed, this, &EmptyState::drawSymbol);
    drawSymbol();
}

void EmptyState::drawSymbol()
{
    m_symbol->setPixmap(m_theme.icon(m_icon, ColorRole::Muted)
                            .pixmap(QSize(symbolSide, symbolSide), devicePixelRatio()));
}

void EmptyState::setContent(Icons::Name icon, const QString &title, const QString &text)
{
    m_icon = icon;
    drawSymbol();
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    for (QPushButton *button : std::as_const(m_added)) {
        button->hide();
        button->deleteLater();
    }
    m_added.clear();
}

QPushButton *EmptyState::addButton(const QString &objectName, const QString &text, bool primary)
{
    QPushButton *button =
        primary ? makePrimaryButton(objectName, text, this) : makeButton(objectName, text, this);
    m_buttons->addWidget(button);
    m_added.append(button);
    return button;
}

QString EmptyState::title() const
{
    return m_title->text();
}

} // namespace roster
