// SPDX-License-Identifier: MIT
#include "core/service/completelists.h"

#include "core/api/companyjson.h"
#include "core/api/endpoints.h"
#include "core/api/tagjson.h"
#include "core/service/call.h"
#include "core/service/forgetcontact.h"

namespace roster {

CompleteLists::CompleteLists(const ServiceParts &parts, const IncompleteContact &contact, Then then,
                             OperationOf<Done> *operation)
    : QObject(operation)
    , m_parts(parts)
    , m_contact(contact)
    , m_then(std::move(then))
    , m_operation(operation)
{
    m_lists.id = contact.id;
    contact.areTagsMissing ? readTags() : readCompanies(1);
}

void CompleteLists::readTags()
{
    call(m_parts.dispatcher, m_operation, api::contactTags(m_contact.id, Lane::Background),
         api::readTags, [this](const Result<QList<Tag>> &tags) {
             if (!tags)
                 return fail(tags.error());
             m_lists.tags = *tags;
             m_contact.areCompaniesMissing ? readCompanies(1) : end();
         });
}

void CompleteLists::readCompanies(int page)
{
    call(m_parts.dispatcher, m_operation,
         api::contactCompanies(m_contact.id, page, Lane::Background), api::readCompanies,
         [this, page](const Result<Page<Company>> &answer) {
             if (!answer)
                 return fail(answer.error());
             m_lists.companies = m_lists.companies.value_or(QList<Company>()) + answer->items;
             const int next = answer->next.toInt();
             // A page that repeats itself would never end.
             next > page ? readCompanies(next) : end();
         });
}

void CompleteLists::end()
{
    m_then(m_lists);
    m_operation->settle(Done{});
}

void CompleteLists::fail(const ApiError &error)
{
    if (error.kind != ErrorKind::NotFound)
        return m_operation->settle(error);
    auto *gone = new OperationOf<Done>(this);
    failAbout(m_parts, m_contact.id, gone, error);
    gone->onFinished(this, [this](const Result<Done> &end) {
        const bool isForgotten = !end && end.error().kind == ErrorKind::NotFound;
        isForgotten ? m_operation->settle(Done{}) : m_operation->settle(end);
    });
}

} // namespace roster
