// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/archivebook.h"
#include "core/domain/fieldconflict.h"
#include "ui/prompts/tasksheet.h"

namespace roster {

class BulkRun;
class ConflictSheet;
class ContactForm;
class Session;

//! Creates a contact, or edits one, with the same form. Problems stand under their fields; so do
//! the server's, where it names a field. It stays open, with what was typed, until the server has
//! taken it; where somebody else changed the same fields meanwhile a ConflictSheet takes its place.
//! `session` and `prompts` outlive it.
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
    //! Puts what was typed for a new contact over what is edited, as changes that are not saved
    //! yet. False when it makes no difference.
    bool fillIn(const ContactDraft &typed);

Q_SIGNALS:
    //! Intercom took it; the sheet is closing.
    void saved(const roster::Contact &contact);
    //! Everything that differed stays as somebody else saved it, and nothing else was typed:
    //! nothing was sent. The sheet is closing.
    void leftAsTheirs(const roster::Contact &contact);
    //! Another active contact has the identifiers: show that one.
    void openRequested(const roster::ContactId &id);
    //! The archived contact that has the identifiers is being restored: follow it, and remember it
    //! for undo. The sheet waits for its end.
    void runStarted(roster::BulkRun *run);
    //! It was restored; `typed` is what the person had typed and nobody has saved yet. The sheet is
    //! closing.
    void rescued(const roster::Contact &contact, const roster::ContactDraft &typed);
    //! An archived contact has the identifiers: show it among the archived ones.
    void lookRequested(const roster::ContactId &id);

protected:
    bool isDirty() const override;
    bool canProceed() const override;
    void proceed() override;
    void explain() override;

private:
    void build();
    void save();
    void settled(const Result<Contact> &result);
    void failed(const ApiError &error);
    //! Identifiers that another contact has.
    void showTaken(const ApiError &error);
    void showTakenByArchived(ContactField field);
    void nameHolder(ContactField field, const QList<ArchiveBatch> &batches);
    ContactField takenField(const ApiError &error) const;
    //! Someone else changed the same fields.
    void showOvertaken(const ApiError &error);
    void openConflict(const Contact &theirs, const QList<FieldConflict> &conflicts);
    void resolve(const QList<PatchPlace> &theirs);
    void returnFromConflict();
    void remedyChosen(const QString &id);
    void restoreHolder();
    void restored(const Result<BulkReport> &report);
    void readHolder();
    void finishRescue(const Contact &contact);
    void leaveFor(void (ContactDialog::*signal)(const ContactId &));

    const Theme &m_theme;
    Session &m_session;
    Prompts &m_discards;
    std::optional<Contact> m_base;
    ContactForm *m_form = nullptr;
    //! Who has the identifiers.
    BulkTarget m_holder;
    //! Someone else's version.
    std::optional<Contact> m_theirs;
    //! While it is open this sheet is hidden.
    QPointer<ConflictSheet> m_conflict;
    //! Where the keyboard goes when it is closed.
    PatchPlace m_conflictPlace;
    bool m_isTryingAgain = false;
};

} // namespace roster
