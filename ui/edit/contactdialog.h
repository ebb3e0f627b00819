// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/bulkaction.h"
#include "ui/prompts/tasksheet.h"

namespace roster {

class ContactForm;
class Session;

//! Creates a contact, or edits one, with the same form. Problems stand under their fields; so do
//! the server's, where it names a field. It stays open, with what was typed, until the server has
//! taken it. `session` and `prompts` outlive it.
class ContactDialog : public TaskSheet
{
    Q_OBJECT

public:
    //! For a new contact.
    ContactDialog(const Theme &theme, Session &session, Prompts &prompts, QWidget *host);
    //! For changing `base`, the contact as the person sees it.
    ContactDialog(const Theme &theme, Session &session, Prompts &prompts, const Contact &base,
                  QWidget *host);

    ContactForm &form() { return *m_form; }

Q_SIGNALS:
    //! Intercom took it; the sheet is closing.
    void saved(const roster::Contact &contact);
    //! Another active contact has the identifiers: show that one.
    void openRequested(const roster::ContactId &id);
    //! An archived contact has the identifiers: restore that one. The sheet is closing.
    void restoreRequested(const roster::BulkTarget &target);
    //! An archived contact has the identifiers: show it among the archived ones.
    void lookRequested(const roster::ContactId &id);

protected:
    bool isDirty() const override;
    bool canProceed() const override;
    void proceed() override;
    void explain() override;

private:
    void build();
    void settled(const Result<Contact> &result);
    void failed(const ApiError &error);
    //! Identifiers that another contact has.
    void showTaken(const ApiError &error);
    void showTakenByArchived(ContactField field);
    //! Someone else changed the same fields.
    void showOvertaken(const ApiError &error);
    void useTheirs();
    ContactField takenField(const ApiError &error) const;
    void remedyChosen(const QString &id);
    void leaveFor(void (ContactDialog::*signal)(const ContactId &));

    const Theme &m_theme;
    Session &m_session;
    Prompts &m_discards;
    std::optional<Contact> m_base;
    ContactForm *m_form = nullptr;
    //! Who has the identifiers.
    BulkTarget m_holder;
    //! Someone else's version, and where it differs from what is typed.
    std::optional<Contact> m_theirs;
    QList<ContactField> m_overtaken;
};

} // namespace roster
