// SPDX-License-Identifier: MIT
#pragma once

#include "ui/contacts/changeplan.h"
#include "ui/prompts/tasksheet.h"

#include <optional>
#include <vector>

namespace roster {

class FormField;
class TextField;

//! Selects rows by their numbers, typed: "1-50, 80". What pages and the mouse would take long for.
class RangeSheet : public TaskSheet
{
    Q_OBJECT

public:
    //! `rows`: how many the table has.
    RangeSheet(const Theme &theme, int rows, QWidget *host);

Q_SIGNALS:
    //! The sheet is closing. Rows count from 0 here.
    void rowsChosen(const std::vector<roster::RowSpan> &spans);

protected:
    bool canProceed() const override;
    void proceed() override;
    void explain() override;

private:
    int m_rows;
    TextField *m_edit;
    FormField *m_field;
};

//! The rows that `typed` means, counted from 1 there and from 0 here: numbers and ranges between
//! commas, semicolons or blanks; "80-" goes to the end. Nothing when it cannot be read or names a
//! row that is not there.
std::optional<std::vector<RowSpan>> typedRows(const QString &typed, int rows);

} // namespace roster
