// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/bulkaction.h"
#include "core/domain/company.h"
#include "core/domain/contactpatch.h"
#include "core/domain/page.h"
#include "core/domain/tag.h"
#include "core/domain/vanished.h"

#include <QtCore/QObject>

#include <memory>

namespace roster {

class BulkQueue;
class BulkRun;
struct ServiceParts;

//! The operations on contacts of one workspace. Every slot returns a handle that it owns; answers
//! go to who asked, facts to everyone. A fact is emitted before the operation that caused it
//! finishes, and after the local store has it. Lives in the UI thread; network, JSON and SQL happen
//! elsewhere or in small pieces.
class ContactService : public QObject
{
    Q_OBJECT

public:
    ContactService(const ServiceParts &parts, QObject *parent);
    ~ContactService() override;

    //! Whose turn it is.
    BulkQueue &queue() { return *m_queue; }

public Q_SLOTS:
    //! Reads one contact (GET /contacts/{id}) and every tag and company of it, past the ten that
    //! are embedded. NotFound: it was archived, deleted or merged; the store forgets it.
    roster::OperationOf<roster::Contact> *fetch(const roster::ContactId &id);

    //! Creates a contact (POST /contacts). Refuses a draft with problemsOf() before sending.
    //! Conflict names the contact that holds the identifiers. A create whose answer was lost is
    //! looked for, never blindly repeated.
    roster::OperationOf<roster::Contact> *create(const roster::ContactDraft &draft);

    //! Changes a contact (PUT /contacts/{id}) by what the patch holds and nothing else. The contact
    //! is read first: when a field of the patch has changed since `base`, nothing is sent and the
    //! error is Conflict with that field, and the store holds the other's version.
    roster::OperationOf<roster::Contact> *update(const roster::Contact &base,
                                                 const roster::ContactPatch &patch);

    //! Archives one contact: a bulk run of one.
    roster::BulkRun *archive(const roster::BulkTarget &target);
    //! Restores one contact (unarchive): a bulk run of one.
    roster::BulkRun *restore(const roster::BulkTarget &target);

    //! Does `action` to each of `targets`, whose ids are frozen here, and to nothing else. It is
    //! written to the journal under `name` before anything is sent. Duplicates count once.
    roster::BulkRun *runBulk(const roster::BulkAction &action,
                             const QList<roster::BulkTarget> &targets, const QString &name = {});

    //! The same for an order that may take back an earlier batch. Runs go one after the other, but
    //! one of a single contact at once.
    roster::BulkRun *run(const roster::BulkOrder &order);

    //! Every tag of a contact (GET /contacts/{id}/tags).
    roster::OperationOf<QList<roster::Tag>> *listTags(const roster::ContactId &id);
    //! Creates a tag, or answers the one of that name (POST /tags).
    roster::OperationOf<roster::Tag> *createTag(const QString &name);
    //! Attaches an existing tag (POST /contacts/{id}/tags): a bulk run of one.
    roster::BulkRun *attachTag(const roster::BulkTarget &target, const roster::TagId &tag);
    //! Removes a tag (DELETE /contacts/{id}/tags/{tag_id}): a bulk run of one.
    roster::BulkRun *detachTag(const roster::BulkTarget &target, const roster::TagId &tag);

    //! Every company of a contact (GET /contacts/{id}/companies).
    roster::OperationOf<QList<roster::Company>> *listCompanies(const roster::ContactId &id);
    //! Creates a company (POST /companies), or renames the one with that companyId.
    roster::OperationOf<roster::Company> *createCompany(const QString &name,
                                                        const QString &companyId);
    roster::BulkRun *attachCompany(const roster::BulkTarget &target,
                                   const roster::CompanyId &company);
    roster::BulkRun *detachCompany(const roster::BulkTarget &target,
                                   const roster::CompanyId &company);
    //! One page of a company's contacts (GET /companies/{id}/contacts); `cursor` is the `next` of
    //! the page before, empty for the first.
    roster::OperationOf<roster::Page<roster::Contact>> *companyContacts(const roster::CompanyId &id,
                                                                        const QString &cursor);

    //! Contacts that vanished (see contactsVanished), the last noticed first; one that comes back
    //! is not among them any more.
    roster::OperationOf<QList<roster::VanishedContact>> *vanished();
    //! Forgets them for good; answers how many there were.
    roster::OperationOf<int> *forgetVanished(const QList<roster::ContactId> &ids);
    //! For how many stored contacts tags or companies are not completely known: filters by them
    //! cannot tell about those.
    roster::OperationOf<roster::IncompleteLists> *incompleteLists();

Q_SIGNALS:
    //! These contacts are new in the store or changed there.
    void contactsStored(const QList<roster::ContactId> &ids);
    //! These are archived now and left the store's active set.
    void contactsArchived(const QList<roster::ContactId> &ids);
    //! These are active again (and stored).
    void contactsRestored(const QList<roster::ContactId> &ids);
    //! These answered "not found": archived, deleted or merged elsewhere; Intercom does not say.
    void contactsVanished(const QList<roster::ContactId> &ids);
    //! Roster deleted or blocked these, or merged them into others: they left the store for good,
    //! and the journal has a receipt of each.
    void contactsRemoved(const QList<roster::ContactId> &ids);
    //! vanished() answers something else than before.
    void vanishedChanged();
    //! Names of tags, companies, admins or attributes changed.
    void directoryChanged();
    //! The archive journal has other entries than before.
    void archiveChanged();

private:
    std::unique_ptr<ServiceParts> m_parts;
    std::unique_ptr<BulkQueue> m_queue;
};

} // namespace roster
