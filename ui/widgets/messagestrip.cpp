// SPDX-License-Identifier: MIT
#include "ui/widgets/messagestrip.h"

#include "ui/theme/kind.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/buttons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

MessageStrip::MessageStrip(const Theme &theme, const QString &objectName, QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_action(makeButton(objectName + u"ActionButton"_s, {}, this))
    , m_detailsButton(makeButton(objectName + u"DetailsButton"_s, tr("Details"), this))
    , m_detailsRow(new QWidget(this))
    , m_details(new QLabel(m_detailsRow))
{
    setObjectName(objectName);
    setAccessibleRole(*this, QAccessible::AlertMessage);
    setKind(*this, u"message"_s);
    setMinimumHeight(38);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    setKind(*m_text, u"bannerText"_s);
    for (QPushButton *button : {m_action, m_detailsButton}) {
        setKind(*button, u"banner"_s);
        button->setProperty("focusRadius", 4);
        button->hide();
    }
    m_detailsButton->setCheckable(true);
    m_details->setObjectName(objectName + u"Details"_s);
    m_details->setAccessibleName(tr("Details"));
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setKind(*m_details, u"bannerText"_s);
    auto *copy = makeIconButton(theme, objectName + u"CopyButton"_s, Icons::Copy,
                                tr("Copy details"), m_detailsRow);
    setKind(*copy, u"small"_s);

    auto *details = new QHBoxLayout(m_detailsRow);
    details->setContentsMargins(0, 0, 0, 0);
    details->addWidget(m_details, 1);
    details->addWidget(copy, 0, Qt::AlignTop);
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::grid);
    line->addWidget(m_text, 1);
    line->addWidget(m_detailsButton, 0, Qt::AlignTop);
    line->addWidget(m_action, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(11, 5, 5, 5);
    column->setSpacing(metrics::grid);
    column->addLayout(line);
    column->addWidget(m_detailsRow);
    m_detailsRow->hide();
    hide();

    connect(m_action, &QPushButton::clicked, this, &MessageStrip::actionTriggered);
    connect(m_detailsButton, &QPushButton::toggled, this, &MessageStrip::toggleDetails);
    connect(copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_details->text()); });
}

void MessageStrip::setMessage(Tone tone, const QString &text)
{
    const QString name = toneName(tone);
    setStyleFlag(*this, "tone", name);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_text, m_details, m_action, m_detailsButton})
        setStyleFlag(*part, "tone", name);
    setAction({});
    setDetails({});
    m_text->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    if (isVisible())
        announce(*this, text);
}

void MessageStrip::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setAccessibleName(text);
    m_action->setVisible(!text.isEmpty());
}

void MessageStrip::setDetails(const QString &details)
{
    m_details->setText(details);
    m_detailsButton->setChecked(false);
    m_detailsButton->setVisible(!details.isEmpty());
}

void MessageStrip::clear()
{
    setMessage(Tone::Info, {});
}

bool MessageStrip::detailsAreShown() const
{
    return !m_detailsRow->isHidden();
}

void MessageStrip::toggleDetails(bool shown)
{
    m_detailsRow->setVisible(shown);
}

} // namespace roster
