// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/newattribute.h"
#include "ui/prompts/tasksheet.h"

#include <functional>

class QPlainTextEdit;

namespace roster {

class ComboField;
class FormField;
class Session;
class TextField;

//! Creates a custom attribute of contacts. Intercom's rules are checked while typing; what the
//! server refuses stands under the field that it is about. It stays open, with what was typed,
//! until the server has taken it.
class NewAttributeSheet : public TaskSheet
{
    Q_OBJECT

public:
    //! `prompts` as for TaskSheet.
    NewAttributeSheet(const Theme &theme, Session &session, Prompts *prompts, QWidget *host);

Q_SIGNALS:
    //! It is there, and the store knows it; the sheet is closing.
    void created(const roster::DataAttribute &attribute);

protected:
    bool isDirty() const override;
    bool canProceed() const override;
    void proceed() override;
    void explain() override;

private:
    void addName();
    void addType();
    void addOptions();
    void addDescription();
    void edited(FormField *field);
    //! Shows what is wrong with these fields, and takes away what is not any more.
    void showProblems(const QList<FormField *> &fields);
    void settled(const Result<DataAttribute> &result);
    NewAttribute draft() const;
    QList<AttributeProblem> problems() const;

    const Theme &m_theme;
    Session &m_session;
    TextField *m_name = nullptr;
    ComboField *m_type = nullptr;
    QPlainTextEdit *m_options = nullptr;
    TextField *m_description = nullptr;
    FormField *m_nameField = nullptr;
    FormField *m_optionsField = nullptr;
    //! What the server said of a field; it stands there until that is edited.
    QString m_refusal;
};

//! What people call a type of attributes: "Whole number".
QString attributeTypeTitle(AttributeType type);

} // namespace roster
