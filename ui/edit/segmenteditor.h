// SPDX-License-Identifier: MIT
#pragma once

#include "ui/edit/fieldeditor.h"

namespace roster {

class SegmentedControl;

//! One of two or three values, all to be seen: User | Lead, Yes | No | Not set.
class SegmentEditor : public FieldEditor
{
    Q_OBJECT

public:
    //! The ids of `segments` are the values: "user", "true", and "" for null.
    explicit SegmentEditor(SegmentedControl &segments);

    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;

private:
    SegmentedControl &m_segments;
    //! A value that has no segment, kept until another one is chosen.
    QJsonValue m_kept = QJsonValue::Null;
    QString m_keptId;
    bool m_isSetting = false;
};

//! Gives `segments` the choices of a yes/no value that can be unset.
void addFlagChoices(SegmentedControl &segments);

} // namespace roster
