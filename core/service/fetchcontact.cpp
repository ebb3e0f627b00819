// SPDX-License-Identifier: MIT
#include "core/service/fetchcontact.h"

#include "core/api/companyjson.h"
#include "core/api/contactjson.h"
#include "core/api/endpoints.h"
#include "core/api/tagjson.h"
#include "core/service/call.h"
#include "core/service/forgetcontact.h"
#include "core/store/store.h"

namespace roster {

FetchContact::FetchContact(const ServiceParts &parts, const ContactId &id,
                           OperationOf<Contact> *operation, Lane lane, bool isFollowing)
    : QObject(operation)
    , m_parts(parts)
    , m_id(id)
    , m_operation(operation)
    , m_lane(lane)
    , m_isFollowing(isFollowing)
{
    readContact();
}

void FetchContact::readContact()
{
    call(m_parts.dispatcher, m_operation, api::contact(m_id, m_lane), api::readContactRecord,
         [this](const Result<api::ContactRecord> &record) {
             if (!record)
                 return fail(record.error());
             m_contact = record->contact;
             m_record = record->json;
             if (m_contact.tags.isComplete())
                 readCompanies(1);
             else
                 readTags();
         });
}

void FetchContact::readTags()
{
    call(m_parts.dispatcher, m_operation, api::contactTags(m_id, m_lane), api::readTags,
         [this](const Result<QList<Tag>> &tags) {
             if (!tags)
                 return fail(tags.error());
             m_tags = *tags;
             QList<TagId> ids;
             for (const Tag &tag : m_tags)
                 ids.append(tag.id);
             m_contact.tags = PartialList<TagId>::complete(ids);
             readCompanies(1);
         });
}

void FetchContact::readCompanies(int page)
{
    if (page == 1 && m_contact.companies.total == 0)
        return store();
    call(m_parts.dispatcher, m_operation, api::contactCompanies(m_id, page, m_lane),
         api::readCompanies, [this, page](const Result<Page<Company>> &answer) {
             if (!answer)
                 return fail(answer.error());
             m_companies.append(answer->items);
             const int next = answer->next.toInt();
             // A page that repeats itself would never end.
             if (next > page)
                 return readCompanies(next);
             QList<CompanyId> ids;
             for (const Company &company : m_companies)
                 ids.append(company.id);
             m_contact.companies = PartialList<CompanyId>::complete(ids);
             store();
         });
}

void FetchContact::store()
{
    m_parts.store.storeContacts({{rowOf(m_contact), m_record, RecordSource::Answer}})
        ->onFinished(m_operation, [this](const Result<StoreSummary> &stored) {
            if (!stored)
                return m_operation->settle(stored.error());
            storeLists();
        });
}

void FetchContact::storeLists()
{
    // What the record embeds is stored with it; only lists that were read apart come here. Writes
    // end in the order they were asked for.
    OperationOf<bool> *last = nullptr;
    if (!m_tags.isEmpty())
        last = m_parts.store.setTags(m_id, m_tags);
    if (!m_companies.isEmpty())
        last = m_parts.store.setCompanies(m_id, m_companies);
    if (!last)
        return m_operation->settle(m_contact);
    last->onFinished(m_operation, [this](const Result<bool> &stored) {
        if (stored)
            m_operation->settle(m_contact);
        else
            m_operation->settle(stored.error());
    });
}

void FetchContact::fail(const ApiError &error)
{
    if (m_isFollowing && !error.mergedInto.isEmpty() && error.mergedInto != m_id)
        return follow(error);
    failAbout(m_parts, m_id, m_operation, error);
}

void FetchContact::follow(const ApiError &error)
{
    auto *canonical = new OperationOf<Contact>(this);
    m_operation->setCanceller([guard = QPointer<Operation>(canonical)] {
        if (guard)
            guard->cancel();
    });
    canonical->onFinished(m_operation, [this, error](const Result<Contact> &) {
        if (!m_operation->isSettled())
            failAbout(m_parts, m_id, m_operation, error);
    });
    // One step: whoever was merged twice is told by the next look.
    new FetchContact(m_parts, error.mergedInto, canonical, m_lane, false);
}

} // namespace roster
