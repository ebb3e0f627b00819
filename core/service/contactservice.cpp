// SPDX-License-Identifier: MIT
#include "core/service/contactservice.h"

#include "core/api/companyjson.h"
#include "core/api/contactjson.h"
#include "core/api/endpoints.h"
#include "core/api/tagjson.h"
#include "core/domain/validation.h"
#include "core/service/bulkqueue.h"
#include "core/service/bulkrun.h"
#include "core/service/bulkrunner.h"
#include "core/service/call.h"
#include "core/service/createcontact.h"
#include "core/service/facts.h"
#include "core/service/fetchcontact.h"
#include "core/service/updatecontact.h"
#include "core/store/store.h"

namespace roster {

namespace {

//! Refused here, before anything is sent.
ApiError refusal(ContactField field)
{
    ApiError error;
    error.kind = ErrorKind::Invalid;
    error.field = field;
    return error;
}

} // namespace

ContactService::ContactService(const ServiceParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<ServiceParts>(parts))
    , m_queue(std::make_unique<BulkQueue>())
{
    const Facts *facts = &parts.facts;
    connect(&parts.store, &Store::contactsStored, this, &ContactService::contactsStored);
    connect(&parts.store, &Store::directoryChanged, this, &ContactService::directoryChanged);
    connect(&parts.store.sync(), &SyncBook::vanishedChanged, this,
            &ContactService::vanishedChanged);
    connect(facts, &Facts::contactsArchived, this, &ContactService::contactsArchived);
    connect(facts, &Facts::contactsRestored, this, &ContactService::contactsRestored);
    connect(facts, &Facts::contactsVanished, this, &ContactService::contactsVanished);
    connect(facts, &Facts::contactsRemoved, this, &ContactService::contactsRemoved);
    connect(&parts.store.journal(), &WriteJournal::changed, this, &ContactService::archiveChanged);
}

ContactService::~ContactService()
{
    // Operations tell that they end while the service is still whole.
    qDeleteAll(findChildren<Operation *>(QString(), Qt::FindDirectChildrenOnly));
}

OperationOf<Contact> *ContactService::fetch(const ContactId &id)
{
    auto *operation = new OperationOf<Contact>(this);
    new FetchContact(*m_parts, id, operation);
    return operation;
}

OperationOf<Contact> *ContactService::create(const ContactDraft &draft)
{
    auto *operation = new OperationOf<Contact>(this);
    const QList<FieldProblem> problems = problemsOf(draft);
    if (problems.isEmpty())
        new CreateContact(*m_parts, draft, operation);
    else
        operation->settle(refusal(problems.constFirst().field));
    return operation;
}

OperationOf<Contact> *ContactService::update(const Contact &base, const ContactPatch &patch)
{
    auto *operation = new OperationOf<Contact>(this);
    if (patch.isEmpty())
        operation->settle(base);
    else
        new UpdateContact(*m_parts, base, patch, operation);
    return operation;
}

BulkRun *ContactService::runBulk(const BulkAction &action, const QList<BulkTarget> &targets,
                                 const QString &name)
{
    return run({action, targets, name});
}

BulkRun *ContactService::run(const BulkOrder &order)
{
    return BulkRunner::start(*m_parts, *m_queue, order, this);
}

BulkRun *ContactService::archive(const BulkTarget &target)
{
    return runBulk({BulkAction::Kind::Archive, {}, {}}, {target});
}

BulkRun *ContactService::restore(const BulkTarget &target)
{
    return runBulk({BulkAction::Kind::Restore, {}, {}}, {target});
}

BulkRun *ContactService::attachTag(const BulkTarget &target, const TagId &tag)
{
    return runBulk({BulkAction::Kind::AddTag, tag, {}}, {target});
}

BulkRun *ContactService::detachTag(const BulkTarget &target, const TagId &tag)
{
    return runBulk({BulkAction::Kind::RemoveTag, tag, {}}, {target});
}

BulkRun *ContactService::attachCompany(const BulkTarget &target, const CompanyId &company)
{
    return runBulk({BulkAction::Kind::AttachCompany, {}, company}, {target});
}

BulkRun *ContactService::detachCompany(const BulkTarget &target, const CompanyId &company)
{
    return runBulk({BulkAction::Kind::DetachCompany, {}, company}, {target});
}

OperationOf<QList<Tag>> *ContactService::listTags(const ContactId &id)
{
    auto *operation = new OperationOf<QList<Tag>>(this);
    call(m_parts->dispatcher, operation, api::contactTags(id), api::readTags,
         [operation](const Result<QList<Tag>> &tags) { operation->settle(tags); });
    return operation;
}

OperationOf<Tag> *ContactService::createTag(const QString &name)
{
    auto *operation = new OperationOf<Tag>(this);
    call(m_parts->dispatcher, operation, api::createTag(name), api::readTag,
         [this, operation](const Result<Tag> &tag) {
             if (!tag)
                 return operation->settle(tag);
             m_parts->store.mergeTags({*tag})->onFinished(
                 operation, [operation, tag](const Result<Done> &) { operation->settle(tag); });
         });
    return operation;
}

OperationOf<QList<Company>> *ContactService::listCompanies(const ContactId &id)
{
    auto *operation = new OperationOf<QList<Company>>(this);
    auto *all = new OperationOf<Contact>(operation);
    new FetchContact(*m_parts, id, all);
    operation->setCanceller([all] { all->cancel(); });
    all->onFinished(operation, [this, operation](const Result<Contact> &contact) {
        if (!contact)
            return operation->settle(contact.error());
        QList<Company> companies;
        for (const Company &company : m_parts->store.reader().companies()) {
            if (contact->companies.items.contains(company.id))
                companies.append(company);
        }
        operation->settle(companies);
    });
    return operation;
}

OperationOf<Company> *ContactService::createCompany(const QString &name, const QString &companyId)
{
    auto *operation = new OperationOf<Company>(this);
    call(m_parts->dispatcher, operation, api::saveCompany(name, companyId), api::readCompany,
         [this, operation](const Result<Company> &company) {
             if (!company)
                 return operation->settle(company);
             m_parts->store.storeCompanies({*company})
                 ->onFinished(operation, [operation, company](const Result<Done> &) {
                     operation->settle(company);
                 });
         });
    return operation;
}

OperationOf<QList<VanishedContact>> *ContactService::vanished()
{
    return m_parts->store.sync().vanished();
}

OperationOf<int> *ContactService::forgetVanished(const QList<ContactId> &ids)
{
    return m_parts->store.sync().forgetVanished(ids);
}

OperationOf<IncompleteLists> *ContactService::incompleteLists()
{
    auto *operation = new OperationOf<IncompleteLists>(this);
    m_parts->store.sync().figures()->onFinished(
        operation, [operation](const Result<StoreFigures> &figures) {
            operation->settle(figures.map([](const StoreFigures &all) { return all.incomplete; }));
        });
    return operation;
}

OperationOf<Page<Contact>> *ContactService::companyContacts(const CompanyId &id,
                                                            const QString &cursor)
{
    auto *operation = new OperationOf<Page<Contact>>(this);
    callForPage(m_parts->dispatcher, operation, api::companyContacts(id, cursor), api::readContacts,
                [operation](const Result<Page<api::ContactRecord>> &records) {
                    operation->settle(records.map([](const Page<api::ContactRecord> &page) {
                        Page<Contact> contacts{{}, page.next, page.total};
                        for (const api::ContactRecord &record : page.items)
                            contacts.items.append(record.contact);
                        return contacts;
                    }));
                });
    return operation;
}

} // namespace roster
