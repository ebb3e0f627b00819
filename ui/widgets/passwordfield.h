// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/textfield.h"

class QPushButton;

namespace roster {

//! A field for a secret: masked, with Show/Hide inside. Drag and drop and the input method's
//! memory are off. What is pasted loses the spaces and line ends around it.
class PasswordField : public TextField
{
    Q_OBJECT

public:
    PasswordField(const Theme &theme, const QString &objectName, const QString &accessibleName,
                  QWidget *parent = nullptr);

    bool isShown() const { return echoMode() == QLineEdit::Normal; }
    void setShown(bool shown);

private:
    void trimPasted(const QString &text);

    QPushButton *m_reveal;
};

} // namespace roster
