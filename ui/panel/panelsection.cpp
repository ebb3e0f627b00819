// SPDX-License-Identifier: MIT
#include "ui/panel/panelsection.h"

#include "ui/theme/kind.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace roster {

PanelSection::PanelSection(const Theme &theme, const QString &objectName, Kind kind,
                           QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_content(new QWidget(this))
    , m_body(new QVBoxLayout(m_content))
    , m_head(new QHBoxLayout)
{
    setObjectName(objectName);
    setKind(*this, QStringLiteral("section"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 12);
    column->setSpacing(6);
    column->addLayout(m_head);
    column->addWidget(m_content);
    m_head->setContentsMargins(0, 0, 0, 0);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(6);

    if (kind == Kind::Fixed) {
        m_caption = new QLabel(this);
        m_caption->setTextFormat(Qt::PlainText);
        m_caption->hide();
        setKind(*m_caption, QStringLiteral("caption"));
        m_head->addWidget(m_caption, 1);
        return;
    }
    column->setContentsMargins(12, 2, 16, 2);
    m_fold = new QToolButton(this);
    m_fold->setObjectName(objectName + QLatin1String("Button"));
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setCheckable(true);
    m_fold->setIconSize(QSize(12, 12));
    setKind(*m_fold, QStringLiteral("fold"));
    m_head->addWidget(m_fold);
    m_head->addStretch();
    connect(m_fold, &QToolButton::toggled, this, [this](bool isChecked) {
        setUnfolded(isChecked);
        Q_EMIT foldingChanged(isChecked);
    });
    setUnfolded(false);
}

void PanelSection::setTitle(const QString &title)
{
    if (m_caption) {
        m_caption->setText(title);
        m_caption->setVisible(!title.isEmpty());
        return;
    }
    QString escaped = title;
    m_fold->setText(escaped.replace(QLatin1Char('&'), QLatin1String("&&")));
    m_fold->setAccessibleName(title);
}

QPushButton *PanelSection::addLink(const QString &objectName, const QString &text,
                                   const QString &accessibleName)
{
    QPushButton *link = makeLinkButton(objectName, text, this);
    link->setAccessibleName(accessibleName);
    m_head->addWidget(link);
    return link;
}

bool PanelSection::isUnfolded() const
{
    return !m_fold || m_fold->isChecked();
}

void PanelSection::setUnfolded(bool isUnfolded)
{
    if (!m_fold)
        return;
    const QSignalBlocker blocker(m_fold);
    m_fold->setChecked(isUnfolded);
    m_fold->setIcon(
        m_theme.icon(isUnfolded ? Icons::ChevronDown : Icons::ChevronRight, ColorRole::Muted));
    m_content->setVisible(isUnfolded);
    layout()->setContentsMargins(12, 2, 16, isUnfolded ? 10 : 2);
}

} // namespace roster
