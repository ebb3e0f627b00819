// SPDX-License-Identifier: MIT
#pragma once

#include "ui/edit/fieldeditor.h"
#include "ui/edit/typedtext.h"

class QLineEdit;

namespace roster {

//! One line of text: words, numbers or dates, by its TypedText.
class LineEditor : public FieldEditor
{
    Q_OBJECT

public:
    LineEditor(QLineEdit &line, const TypedText &text);

    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    QString problem() const override;

private:
    bool isUntouched() const;

    QLineEdit &m_line;
    TypedText m_text;
    QJsonValue m_set = QJsonValue::Null;
    QString m_shown;
};

} // namespace roster
