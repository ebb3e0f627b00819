// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

class QRadioButton;
class QWidget;

namespace roster {

//! A radio button whose accessible name is its text.
QRadioButton *makeRadioButton(const QString &objectName, const QString &text, QWidget *parent);

//! Radio buttons in a line, one of which is chosen; they become its children.
QWidget *makeRadioLine(const QString &objectName, const QList<QRadioButton *> &buttons,
                       QWidget *parent);

} // namespace roster
