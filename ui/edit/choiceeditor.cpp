// SPDX-License-Identifier: MIT
#include "ui/edit/choiceeditor.h"

#include <QtWidgets/QComboBox>

#include <algorithm>

namespace roster {

ChoiceEditor::ChoiceEditor(QComboBox &combo, QList<Choice> choices)
    : FieldEditor(combo)
    , m_combo(combo)
    , m_choices(std::move(choices))
{
    for (const Choice &choice : m_choices)
        combo.addItem(choice.text);
    connect(&combo, &QComboBox::activated, this, &FieldEditor::edited);
}

QJsonValue ChoiceEditor::value() const
{
    const int index = m_combo.currentIndex();
    return index < 0 ? QJsonValue(QJsonValue::Null) : m_choices.at(index).value;
}

void ChoiceEditor::setValue(const QJsonValue &value)
{
    const QJsonValue wanted = value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
    const auto found = std::find_if(m_choices.cbegin(), m_choices.cend(),
                                    [&](const Choice &choice) { return choice.value == wanted; });
    if (found != m_choices.cend()) {
        m_combo.setCurrentIndex(static_cast<int>(found - m_choices.cbegin()));
        return;
    }
    m_choices.append({wanted.toVariant().toString(), wanted});
    m_combo.addItem(m_choices.constLast().text);
    m_combo.setCurrentIndex(m_combo.count() - 1);
}

} // namespace roster
