// SPDX-License-Identifier: MIT
#pragma once

#include "ui/filter/valueeditor.h"

#include <QtCore/QDate>

class QCalendarWidget;

namespace roster {

class TextField;
class Theme;

//! A day, typed or picked from a calendar below the field.
class DayValueEditor : public ValueEditor
{
    Q_OBJECT

public:
    //! `today`: the day that the calendar opens at.
    DayValueEditor(const Theme &theme, QDate today, const QString &name, QWidget *parent);

    QStringList values() const override;
    void setValues(const QStringList &values) override;
    void setInvalid(bool isInvalid) override;

private:
    void showTyped();
    void colour(const Theme &theme);

    TextField *m_field;
    QCalendarWidget *m_calendar;
};

//! The value that a person means: 2026-11-21, or a day as the language writes it; else what was
//! typed.
QString dayValueOf(const QString &typed);

} // namespace roster
