// SPDX-License-Identifier: MIT
#include "ui/widgets/banner.h"

#include "ui/theme/kind.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::Info:
        return u"info"_s;
    case Tone::Warning:
        return u"warning"_s;
    case Tone::Danger:
        return u"danger"_s;
    }
    return {};
}

Banner::Banner(const Theme &theme, const QString &objectName, QWidget *parent)
    : QFrame(parent)
    , m_text(new ElidedLabel(objectName + u"Text"_s, this))
    , m_action(makeButton(objectName + u"ActionButton"_s, {}, this))
    , m_close(makeIconButton(theme, objectName + u"CloseButton"_s, Icons::Close, tr("Close"), this))
{
    setObjectName(objectName);
    setAccessibleRole(*this, QAccessible::AlertMessage);
    setKind(*this, u"banner"_s);
    setKind(*m_text, u"bannerText"_s);
    setKind(*m_action, u"banner"_s);
    setKind(*m_close, u"small"_s);
    m_action->setProperty("focusRadius", 4);
    m_close->setProperty("focusRadius", 5);
    setMinimumHeight(metrics::bannerHeight);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 3, 8, 3);
    row->setSpacing(metrics::grid);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_action->hide();
    m_close->hide();
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, &Banner::closeRequested);
}

QString Banner::text() const
{
    return m_text->fullText();
}

void Banner::setMessage(Tone tone, const QString &text)
{
    const bool isNews = text != m_text->fullText();
    m_tone = tone;
    const QString name = toneName(tone);
    setStyleFlag(*this, "tone", name);
    setStyleFlag(*m_text, "tone", name);
    setStyleFlag(*m_action, "tone", name);
    m_text->setFullText(text);
    setAccessibleName(text);
    if (isNews && isVisible())
        announce(*this, text);
}

void Banner::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setAccessibleName(text);
    m_action->setVisible(!text.isEmpty());
}

void Banner::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void Banner::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    if (!text().isEmpty())
        announce(*this, text());
}

} // namespace roster
