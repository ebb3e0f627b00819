// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactpatch.h"
#include "ui/prompts/tasksheet.h"

#include <map>

namespace roster {

class FormField;
class LifecyclePort;
class TextField;

//! Makes a user of a lead: says what changes, and asks for the email or external id that a user
//! needs when the lead has no email.
class ConvertSheet : public TaskSheet
{
    Q_OBJECT

public:
    //! `port` outlives the sheet.
    ConvertSheet(const Theme &theme, LifecyclePort &port, const Contact &lead, QWidget *host);

Q_SIGNALS:
    //! It is a user now; the sheet is closing.
    void converted(const roster::Contact &contact);
    //! Another contact has the email or external id: merge the lead into that one. The sheet is
    //! closing.
    void mergeRequested(const roster::ContactId &user);

protected:
    bool isDirty() const override;
    bool canProceed() const override;
    void proceed() override;
    void explain() override;

private:
    void addField(ContactField field, const QString &name, const QString &label,
                  const QString &hint);
    ContactDraft draft() const;
    //! Shows what is wrong under the fields; all of it with `isWhole`, else what typing on does
    //! not mend.
    void showProblems(bool isWhole);
    void settled(const Result<Contact> &contact);
    void showTaken(const ApiError &error);

    struct Field
    {
        TextField *edit;
        FormField *frame;
    };

    const Theme &m_theme;
    LifecyclePort &m_port;
    Contact m_lead;
    std::map<ContactField, Field> m_fields;
    ContactId m_holder;
};

} // namespace roster
