// SPDX-License-Identifier: MIT
#pragma once

#include "ui/prompts/tasksheet.h"

namespace roster {

class FormField;
class SavedViews;
class TextField;

//! Asks for the name that the present filter, columns and order are to be saved under.
class SaveViewSheet : public TaskSheet
{
    Q_OBJECT

public:
    //! `summary` says what is saved; `views` must outlive the sheet.
    SaveViewSheet(const Theme &theme, const SavedViews &views, const QString &summary,
                  QWidget *host);

Q_SIGNALS:
    //! A name that is free; the sheet closes.
    void named(const QString &name);

protected:
    bool canProceed() const override;
    void proceed() override;
    void explain() override;

private:
    QString name() const;

    const SavedViews &m_views;
    TextField *m_edit;
    FormField *m_field;
};

} // namespace roster
