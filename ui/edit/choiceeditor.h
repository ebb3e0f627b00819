// SPDX-License-Identifier: MIT
#pragma once

#include "ui/edit/fieldeditor.h"

#include <QtCore/QList>

class QComboBox;

namespace roster {

//! One of a closed list of values.
class ChoiceEditor : public FieldEditor
{
    Q_OBJECT

public:
    struct Choice
    {
        QString text;
        QJsonValue value;
    };

    //! `choices` in the order shown; a null value is the choice of nothing.
    ChoiceEditor(QComboBox &combo, QList<Choice> choices);

    QJsonValue value() const override;
    //! A value that is no choice (an option that was removed since) joins the list.
    void setValue(const QJsonValue &value) override;

private:
    QComboBox &m_combo;
    QList<Choice> m_choices;
};

} // namespace roster
