// SPDX-License-Identifier: MIT
#include "ui/widgets/passwordfield.h"

#include "ui/theme/kind.h"
#include "ui/widgets/buttons.h"

using namespace Qt::StringLiterals;

namespace roster {

PasswordField::PasswordField(const Theme &theme, const QString &objectName,
                             const QString &accessibleName, QWidget *parent)
    : TextField(theme, objectName, accessibleName, parent)
    , m_reveal(makeButton(objectName + u"RevealButton"_s, tr("Show"), this))
{
    setEchoMode(QLineEdit::Password);
    setDragEnabled(false);
    setAcceptDrops(false);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                        Qt::ImhNoAutoUppercase);
    setKind(*m_reveal, u"inField"_s);
    m_reveal->setCheckable(true);
    m_reveal->setCursor(Qt::ArrowCursor);
    m_reveal->setProperty("focusRadius", 4);
    setTrailing(m_reveal);
    setTabOrder(this, m_reveal);
    setShown(false);
    connect(m_reveal, &QPushButton::toggled, this, &PasswordField::setShown);
    connect(this, &QLineEdit::textChanged, this, &PasswordField::trimPasted);
}

void PasswordField::setShown(bool shown)
{
    setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_reveal->setChecked(shown);
    m_reveal->setText(shown ? tr("Hide") : tr("Show"));
    m_reveal->setAccessibleName(shown ? tr("Hide %1").arg(accessibleName())
                                      : tr("Show %1").arg(accessibleName()));
    placeInner();
}

void PasswordField::trimPasted(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed != text)
        setText(trimmed);
}

} // namespace roster
