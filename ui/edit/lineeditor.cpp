// SPDX-License-Identifier: MIT
#include "ui/edit/lineeditor.h"

#include <QtWidgets/QLineEdit>

namespace roster {

LineEditor::LineEditor(QLineEdit &line, const TypedText &text)
    : FieldEditor(line)
    , m_line(line)
    , m_text(text)
{
    connect(&line, &QLineEdit::textEdited, this, &FieldEditor::edited);
}

QJsonValue LineEditor::value() const
{
    // What is shown may be shorter than the value (seconds of a time): untouched, it stays whole.
    return isUntouched() ? m_set : m_text.parsed(m_line.text()).value;
}

void LineEditor::setValue(const QJsonValue &value)
{
    m_set = value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
    m_line.setText(m_text.shown(m_set));
    m_line.setCursorPosition(0);
    // A line edit drops line breaks and such; compare with what it really holds.
    m_shown = m_line.text();
}

QString LineEditor::problem() const
{
    return isUntouched() ? QString() : m_text.parsed(m_line.text()).problem;
}

bool LineEditor::isUntouched() const
{
    return m_line.text() == m_shown;
}

} // namespace roster
