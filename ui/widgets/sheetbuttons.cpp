// SPDX-License-Identifier: MIT
#include "ui/widgets/sheetbuttons.h"

#include "ui/theme/kind.h"
#include "ui/widgets/buttons.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace roster {

SheetButtons::SheetButtons(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_start(new QHBoxLayout)
    , m_end(new QHBoxLayout)
    , m_note(new QLabel(this))
{
    setObjectName(objectName);
    m_note->setObjectName(objectName + u"Note"_s);
    m_note->setTextFormat(Qt::PlainText);
    setKind(*m_note, u"muted"_s);
    m_note->hide();
    m_start->setSpacing(8);
    m_end->setSpacing(8);
    m_start->addWidget(m_note);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(m_start);
    row->addStretch(1);
    row->addLayout(m_end);
}

QPushButton *SheetButtons::addPrimary(const QString &objectName, const QString &text)
{
    m_primary = makePrimaryButton(objectName, text, this);
    m_end->addWidget(m_primary);
    return m_primary;
}

QPushButton *SheetButtons::addDanger(const QString &objectName, const QString &text)
{
    QPushButton *button = makeDangerButton(objectName, text, this);
    m_end->addWidget(button);
    return button;
}

QPushButton *SheetButtons::addSecondary(const QString &objectName, const QString &text)
{
    QPushButton *button = makeButton(objectName, text, this);
    m_end->insertWidget(m_primary ? m_end->indexOf(m_primary) : m_end->count(), button);
    return button;
}

void SheetButtons::addLeading(QWidget *widget)
{
    m_start->insertWidget(m_start->count() - 1, widget);
}

void SheetButtons::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace roster
