// SPDX-License-Identifier: MIT
#pragma once

#include "ui/filter/valueeditor.h"

namespace roster {

class TextField;
class Theme;

//! One value that is typed: words, a number as the language writes it, or a count of days.
class TextValueEditor : public ValueEditor
{
    Q_OBJECT

public:
    enum class Takes { Text, Number, Days };

    TextValueEditor(const Theme &theme, Takes takes, const QString &name, QWidget *parent);

    QStringList values() const override;
    void setValues(const QStringList &values) override;
    void setInvalid(bool isInvalid) override;

private:
    Takes m_takes;
    TextField *m_field;
};

//! What a person typed as the value of a number condition: as the language writes it, or plain.
QString numberValueOf(const QString &typed);
//! A number condition's value as a person types it.
QString typedNumberOf(const QString &value);

} // namespace roster
