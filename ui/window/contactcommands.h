// SPDX-License-Identifier: MIT
#pragma once

#include "ui/bulk/bulkreview.h"
#include "ui/lifecycle/lifecyclerules.h"
#include "ui/window/runkeeper.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

#include <functional>

namespace roster {

class BulkReviewer;
class ContactDialog;
class LifecycleDesk;
class RunSheet;

//! What can be done to contacts, in one place, whoever asks for it: keys, menus, panel, table. One
//! contact is acted on at once with a way back; several are reviewed first, and one that no row
//! shows. A review that is being made gives way to whatever is asked for after it.
class ContactCommands : public QObject
{
    Q_OBJECT

public:
    using Parts = RunKeeper::Parts;

    //! Sheets lie over `parts.window`. `runs` outlives this.
    ContactCommands(const Parts &parts, RunKeeper &runs, QObject *parent);

    //! Acts on `session` from now on; nullptr: on nothing.
    void setSession(Session *session);
    //! How many contacts there are: a large part of them is not changed by a slip.
    void setWorkspaceSize(int contacts) { m_workspaceSize = contacts; }
    //! What the table shows, in a few words: batches are named after it. Empty for everything.
    void setContext(std::function<QString()> context) { m_context = std::move(context); }
    //! The columns of the last export, for the next one.
    const QStringList &exportedColumns() const { return m_exportedColumns; }
    void setExportedColumns(const QStringList &ids) { m_exportedColumns = ids; }

    void createContact();
    void editContact(const ContactId &id);
    void archive(const Chosen &chosen);
    void restore(const Chosen &chosen);
    void unsubscribe(const Chosen &chosen);
    void addTag(const Chosen &chosen);
    void removeTag(const Chosen &chosen);
    void attachCompany(const Chosen &chosen);
    void detachCompany(const Chosen &chosen);
    void setOwner(const Chosen &chosen);
    void setAttribute(const Chosen &chosen);
    //! At once, without a question.
    void removeTagNow(const BulkTarget &target, const TagId &tag);
    void detachCompanyNow(const BulkTarget &target, const CompanyId &company);
    void exportContacts(const Chosen &chosen);
    //! Shows who is perhaps one person.
    void findDuplicates();
    //! The page of a company.
    void openCompany(const CompanyId &id);
    //! Creates a custom attribute of contacts.
    void createAttribute();
    //! What can be done with a company of the sidebar.
    void showCompanyMenu(const CompanyId &id, const QPoint &globalPosition);

    //! What can be done to this contact of what changes what it is.
    LifecycleRules lifecycleRulesOf(const ContactId &id) const;
    //! Of exactly one contact; nothing where the rules forbid it.
    void convertToUser(const ContactId &lead);
    void mergeIntoUser(const ContactId &lead);
    //! The same into this user.
    void mergeInto(const ContactId &lead, const ContactId &user);
    void deleteContact(const ContactId &id);
    void blockContact(const ContactId &id);
    void showReceipts();

Q_SIGNALS:
    //! Show this contact in table and panel.
    void openRequested(const roster::ContactId &id);
    //! Show this one in the archived view.
    void lookRequested(const roster::ContactId &id);

private:
    void act(const BulkAction &action, const Chosen &chosen);
    void review(const BulkAction &action, const Chosen &chosen);
    void showReview(BulkReview review);
    void dropReview();
    bool isCovered() const;
    QString suggestedName(const RunWords &words) const;
    template <class SheetType>
    void pick(const Chosen &chosen);
    void openPicking(RunSheet *sheet, const Chosen &chosen);
    void openDialog(ContactDialog *dialog);
    //! Edits a restored contact with what was typed for a new one.
    void goOnEditing(const Contact &contact, const ContactDraft &typed);

    Parts m_parts;
    RunKeeper &m_runs;
    Session *m_session = nullptr;
    //! nullptr without a session.
    LifecycleDesk *m_life = nullptr;
    //! Nothing while no review is being made.
    QPointer<BulkReviewer> m_reviewer;
    int m_workspaceSize = 0;
    std::function<QString()> m_context;
    QStringList m_exportedColumns;
};

} // namespace roster
