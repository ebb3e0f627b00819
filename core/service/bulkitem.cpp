// SPDX-License-Identifier: MIT
#include "core/service/bulkitem.h"

#include "core/api/companyjson.h"
#include "core/api/contactjson.h"
#include "core/api/endpoints.h"
#include "core/api/tagjson.h"
#include "core/service/call.h"
#include "core/service/fetchcontact.h"
#include "core/service/forgetcontact.h"
#include "core/store/store.h"

namespace roster {

namespace {

using Kind = BulkAction::Kind;

HttpRequest requestFor(const BulkAction &action, const ContactId &id, Lane lane)
{
    switch (action.kind) {
    case Kind::Archive:
        break;
    case Kind::Restore:
        return api::unarchive(id, lane);
    case Kind::AddTag:
        return api::attachTag(id, action.tag, lane);
    case Kind::RemoveTag:
        return api::detachTag(id, action.tag, lane);
    case Kind::AttachCompany:
        return api::attachCompany(id, action.company, lane);
    case Kind::DetachCompany:
        return api::detachCompany(id, action.company, lane);
    }
    return api::archive(id, lane);
}

bool isNotActive(const ApiError &error)
{
    return error.kind == ErrorKind::NotFound;
}

//! What the answer names: the tag or the company; nothing for archive and restore.
Result<BulkItem::Named> readNamed(const BulkAction &action, const ContactId &id,
                                  const QByteArray &body)
{
    using Named = BulkItem::Named;
    switch (action.kind) {
    case Kind::Archive:
    case Kind::Restore:
        return api::readArchived(body).andThen(
            [&](const api::ArchivedState &state) -> Result<Named> {
                const bool isWanted = state.isArchived == (action.kind == Kind::Archive);
                if (state.id != id || !isWanted)
                    return ApiError::protocol(QStringLiteral("archived"));
                return Named{};
            });
    case Kind::AddTag:
    case Kind::RemoveTag:
        return api::readTag(body).map([](const Tag &tag) { return Named{tag, {}}; });
    case Kind::AttachCompany:
    case Kind::DetachCompany:
        break;
    }
    return api::readCompany(body).map([](const Company &company) { return Named{{}, company}; });
}

//! Whether an active contact is as the action would leave it.
bool isAsWanted(const BulkAction &action, const Contact &contact)
{
    switch (action.kind) {
    case Kind::Archive:
        return false;
    case Kind::Restore:
        return true;
    case Kind::AddTag:
        return contact.tags.items.contains(action.tag);
    case Kind::RemoveTag:
        return !contact.tags.items.contains(action.tag);
    case Kind::AttachCompany:
        return contact.companies.items.contains(action.company);
    case Kind::DetachCompany:
        break;
    }
    return !contact.companies.items.contains(action.company);
}

} // namespace

BulkItem::BulkItem(const ServiceParts &parts, const BulkAction &action, const ContactId &id,
                   Lane lane, OperationOf<Done> *operation)
    : QObject(operation)
    , m_parts(parts)
    , m_action(action)
    , m_id(id)
    , m_lane(lane)
    , m_operation(operation)
{
    send();
}

void BulkItem::send()
{
    call(
        m_parts.dispatcher, m_operation, requestFor(m_action, m_id, m_lane),
        [action = m_action, id = m_id](const QByteArray &body) {
            return readNamed(action, id, body);
        },
        [this](const Result<Named> &answer) {
            if (answer)
                return apply(*answer);
            // Applied: it happened, but the answer was unreadable; the record says how it is now.
            if (answer.error().effect != Effect::NotApplied)
                return settleLostAnswer(answer.error());
            if (isNotActive(answer.error()) && m_action.kind != Kind::Restore)
                return refreshRefused(answer.error());
            m_operation->settle(answer.error());
        });
}

void BulkItem::refreshRefused(const ApiError &refusal)
{
    // The contact is gone, or what it should lose: the store is out of date.
    auto *look = new OperationOf<Contact>(this);
    new FetchContact(m_parts, m_id, look, m_lane);
    look->onFinished(m_operation,
                     [this, refusal](const Result<Contact> &) { m_operation->settle(refusal); });
}

void BulkItem::lookIfArchived(const ApiError &lost)
{
    // Not as a fetch, which would tell that somebody else took the contact away.
    call(m_parts.dispatcher, m_operation, api::contact(m_id, m_lane), api::readContactRecord,
         [this, lost](const Result<api::ContactRecord> &now) {
             const bool isGone = !now && isNotActive(now.error());
             if (isGone && lost.effect == Effect::Applied)
                 return m_operation->settle(Done{});
             if (isGone)
                 return archiveAgain(lost);
             settleByRecord(
                 now.map([](const api::ContactRecord &record) { return record.contact; }), lost);
         });
}

void BulkItem::archiveAgain(const ApiError &lost)
{
    // A contact that is not active may be archived, deleted or merged. Archiving an archived one
    // changes nothing and tells that it is.
    call(
        m_parts.dispatcher, m_operation, requestFor(m_action, m_id, m_lane),
        [action = m_action, id = m_id](const QByteArray &body) {
            return readNamed(action, id, body);
        },
        [this, lost](const Result<Named> &answer) {
            if (answer)
                return m_operation->settle(Done{});
            isNotActive(answer.error()) ? settleGone(answer.error()) : m_operation->settle(lost);
        },
        true);
}

void BulkItem::settleGone(const ApiError &refusal)
{
    // It was archived, deleted or merged, by this or by somebody else: nobody can tell any more.
    ApiError error = refusal;
    error.effect = Effect::Unknown;
    failAbout(m_parts, m_id, m_operation, error);
}

void BulkItem::settleLostAnswer(const ApiError &lost)
{
    if (m_action.kind == Kind::Archive)
        return isNotActive(lost) ? settleGone(lost) : lookIfArchived(lost);
    auto *look = new OperationOf<Contact>(this);
    new FetchContact(m_parts, m_id, look, m_lane);
    look->onFinished(m_operation, [this, lost](const Result<Contact> &now) {
        if (!m_operation->isSettled())
            settleByRecord(now, lost);
    });
}

void BulkItem::settleByRecord(const Result<Contact> &now, const ApiError &lost)
{
    if (now && isAsWanted(m_action, *now))
        return m_operation->settle(Done{});
    const bool isGone = !now && isNotActive(now.error());
    ApiError error = lost;
    if (now || (isGone && m_action.kind == Kind::Restore))
        error.effect = Effect::NotApplied;
    m_operation->settle(error);
}

void BulkItem::apply(const Named &named)
{
    OperationOf<bool> *write = nullptr;
    switch (m_action.kind) {
    case Kind::Archive:
        return m_operation->settle(Done{});
    case Kind::Restore:
        return storeRestored();
    case Kind::AddTag:
        write = m_parts.store.addTag(m_id, named.tag);
        break;
    case Kind::RemoveTag:
        write = m_parts.store.removeTag(m_id, m_action.tag);
        break;
    case Kind::AttachCompany:
        write = m_parts.store.addCompany(m_id, named.company);
        break;
    case Kind::DetachCompany:
        write = m_parts.store.removeCompany(m_id, m_action.company);
        break;
    }
    // Intercom has it; a store that could not write it learns it at the next refresh.
    write->onFinished(m_operation, [this](const Result<bool> &) { m_operation->settle(Done{}); });
}

void BulkItem::storeRestored()
{
    auto *read = new OperationOf<Contact>(this);
    new FetchContact(m_parts, m_id, read, m_lane);
    read->onFinished(m_operation, [this](const Result<Contact> &) { m_operation->settle(Done{}); });
}

} // namespace roster
