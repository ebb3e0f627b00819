// SPDX-License-Identifier: MIT
#include "core/service/bulkitem.h"

#include "core/api/endpoints.h"
#include "core/domain/beforeaction.h"
#include "core/service/call.h"
#include "core/service/fetchcontact.h"
#include "core/service/forgetcontact.h"
#include "core/service/updatecontact.h"
#include "core/store/store.h"

#include <QtCore/QPointer>

namespace roster {

namespace {

using Kind = BulkAction::Kind;

bool isNotActive(const ApiError &error)
{
    return error.kind == ErrorKind::NotFound;
}

//! Nothing was done, and nothing went wrong.
ApiError notDoneError()
{
    ApiError error = ApiError::cancelled(Effect::NotApplied);
    error.code = BulkItem::notDone();
    return error;
}

ApiError earlierUnknownError()
{
    ApiError error;
    error.kind = ErrorKind::Invalid;
    error.code = BulkItem::earlierUnknown();
    return error;
}

//! The first place where `contact` has something else than `expected` says.
std::optional<ContactField> firstChange(const ContactPatch &expected, const Contact &contact)
{
    for (const auto &[field, value] : expected.fields) {
        if (!ContactPatch{{{field, value}}, {}}.isHeldBy(contact))
            return field;
    }
    return ContactField::CustomAttributes;
}

ApiError changedSince(const ContactPatch &expected, const Contact &contact)
{
    ApiError error;
    error.kind = ErrorKind::Conflict;
    error.code = UpdateContact::changedMeanwhile();
    error.field = firstChange(expected, contact);
    return error;
}

} // namespace

BulkItem::BulkItem(const ServiceParts &parts, const BulkTask &task, OperationOf<Done> *operation)
    : QObject(operation)
    , m_parts(parts)
    , m_task(task)
    , m_operation(operation)
{
    begin();
}

void BulkItem::begin()
{
    const Kind kind = m_task.action.kind;
    if (m_task.errand == Errand::Drop)
        return m_operation->settle(notDoneError());
    if (m_task.errand == Errand::Look) {
        ApiError open = notDoneError();
        open.effect = Effect::Unknown;
        return settleLostAnswer(open);
    }
    if (kind == Kind::PutBack && m_task.target.earlier.isEmpty())
        return m_operation->settle(earlierUnknownError());
    const bool isChecked = m_task.errand == Errand::Again || m_task.isUndo;
    if (kind == Kind::PutBack || (kind == Kind::Update && isChecked))
        return readBefore();
    send();
}

void BulkItem::readBefore()
{
    call(m_parts.dispatcher, m_operation, api::contact(m_task.target.id, m_task.lane),
         api::readContactRecord, [this](const Result<api::ContactRecord> &now) {
             if (now)
                 return decide(*now);
             ApiError error = now.error();
             // An earlier time may have done it all the same.
             if (m_task.errand == Errand::Again && !isNotActive(error))
                 error.effect = Effect::Unknown;
             failAbout(m_parts, m_task.target.id, m_operation, error);
         });
}

void BulkItem::decide(const api::ContactRecord &now)
{
    const bool isBack = m_task.action.kind == Kind::PutBack;
    const ContactPatch &wanted = isBack ? m_task.target.earlier : m_task.action.patch;
    const ContactPatch &expected = isBack ? m_task.action.patch : m_task.target.earlier;
    if (wanted.isHeldBy(now.contact))
        return store(now, Done{});
    if (expected.isEmpty())
        return store(now, earlierUnknownError());
    if (!expected.isHeldBy(now.contact))
        return store(now, changedSince(expected, now.contact));
    send();
}

void BulkItem::send()
{
    call(
        m_parts.dispatcher, m_operation,
        bulkRequest(m_task.action, m_task.target, m_parts.address.version, m_task.lane),
        [action = m_task.action, id = m_task.target.id](const QByteArray &body) {
            return readBulkAnswer(action, id, body);
        },
        [this](const Result<BulkAnswer> &answer) {
            answer ? apply(*answer) : refused(answer.error());
        });
}

void BulkItem::refused(const ApiError &refusal)
{
    // Applied: it happened, but the answer was unreadable; the record says how it is now.
    if (refusal.effect != Effect::NotApplied)
        return settleLostAnswer(refusal);
    if (m_task.errand == Errand::Again) {
        // The first time may have done it, and this refusal be the proof.
        ApiError open = refusal;
        open.effect = Effect::Unknown;
        return settleLostAnswer(open);
    }
    if (!isNotActive(refusal) || m_task.action.kind == Kind::Restore)
        return m_operation->settle(refusal);
    refreshRefused(refusal);
}

//! Reads the contact as a step of this: the operation tells what it waits for, and cancelling ends
//! both, with `whenCancelled` if there is one.
OperationOf<Contact> *BulkItem::look(const std::optional<Result<Done>> &whenCancelled)
{
    auto *look = new OperationOf<Contact>(this);
    connect(look, &Operation::waiting, m_operation, &Operation::markWaiting);
    connect(look, &Operation::stateChanged, m_operation, [this](Operation::State state) {
        if (state == Operation::State::InFlight && !m_operation->isSettled())
            m_operation->markInFlight(false);
    });
    m_operation->setCanceller([this, whenCancelled, guard = QPointer<Operation>(look)] {
        if (whenCancelled)
            m_operation->settle(*whenCancelled);
        if (guard)
            guard->cancel();
    });
    new FetchContact(m_parts, m_task.target.id, look, m_task.lane);
    return look;
}

void BulkItem::refreshRefused(const ApiError &refusal)
{
    // The contact is gone, or what it should lose: the store is out of date.
    look(refusal)->onFinished(m_operation, [this, refusal](const Result<Contact> &now) {
        const bool isBack = m_task.isUndo && now && isAsWanted(m_task.action, m_task.target, *now);
        isBack ? m_operation->settle(Done{}) : m_operation->settle(refusal);
    });
}

void BulkItem::lookIfArchived(const ApiError &lost)
{
    // Not as a fetch, which would tell that somebody else took the contact away.
    call(m_parts.dispatcher, m_operation, api::contact(m_task.target.id, m_task.lane),
         api::readContactRecord, [this, lost](const Result<api::ContactRecord> &now) {
             const bool isGone = !now && isNotActive(now.error());
             if (isGone && lost.effect == Effect::Applied)
                 return m_operation->settle(Done{});
             if (isGone && m_task.errand == Errand::Look)
                 return settleGone(now.error());
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
        m_parts.dispatcher, m_operation,
        bulkRequest(m_task.action, m_task.target, m_parts.address.version, m_task.lane),
        [action = m_task.action, id = m_task.target.id](const QByteArray &body) {
            return readBulkAnswer(action, id, body);
        },
        [this, lost](const Result<BulkAnswer> &answer) {
            if (answer)
                return m_operation->settle(Done{});
            if (isNotActive(answer.error()))
                return settleGone(answer.error());
            // Not active is known of it, and no more.
            forgetAndFail(m_parts, m_task.target.id, m_operation, lost);
        },
        true);
}

void BulkItem::settleGone(const ApiError &refusal)
{
    // It was archived, deleted or merged, by this or by somebody else: nobody can tell any more.
    ApiError error = refusal;
    error.effect = Effect::Unknown;
    failAbout(m_parts, m_task.target.id, m_operation, error);
}

void BulkItem::settleLostAnswer(const ApiError &lost)
{
    if (m_task.action.kind == Kind::Archive)
        return isNotActive(lost) ? settleGone(lost) : lookIfArchived(lost);
    look()->onFinished(m_operation, [this, lost](const Result<Contact> &now) {
        if (!m_operation->isSettled())
            settleByRecord(now, lost);
    });
}

void BulkItem::settleByRecord(const Result<Contact> &now, const ApiError &lost)
{
    if (now && isAsWanted(m_task.action, m_task.target, *now))
        return m_operation->settle(Done{});
    const bool isGone = !now && isNotActive(now.error());
    ApiError error = lost;
    if (now || (isGone && m_task.action.kind == Kind::Restore))
        error.effect = Effect::NotApplied;
    m_operation->settle(error);
}

void BulkItem::apply(const BulkAnswer &answer)
{
    const ContactId &id = m_task.target.id;
    OperationOf<bool> *write = nullptr;
    switch (m_task.action.kind) {
    case Kind::Archive:
        return m_operation->settle(Done{});
    case Kind::Restore:
        return storeRestored();
    case Kind::Update:
    case Kind::PutBack:
        return store(answer.record, Done{});
    case Kind::AddTag:
        write = m_parts.store.addTag(id, answer.tag);
        break;
    case Kind::RemoveTag:
        write = m_parts.store.removeTag(id, m_task.action.tag);
        break;
    case Kind::AttachCompany:
        write = m_parts.store.addCompany(id, answer.company);
        break;
    case Kind::DetachCompany:
        return checkDetached();
    }
    // Intercom has it; a store that could not write it learns it at the next refresh.
    write->onFinished(m_operation, [this](const Result<bool> &) { m_operation->settle(Done{}); });
}

void BulkItem::store(const api::ContactRecord &record, const Result<Done> &result)
{
    m_parts.store.storeContacts({{rowOf(record.contact), record.json, RecordSource::Answer}})
        ->onFinished(m_operation,
                     [this, result](const Result<StoreSummary> &) { m_operation->settle(result); });
}

void BulkItem::storeRestored()
{
    look(Done{})->onFinished(m_operation,
                             [this](const Result<Contact> &) { m_operation->settle(Done{}); });
}

//! Intercom has been seen to answer 200 here and to leave the company where it was.
void BulkItem::checkDetached()
{
    look(Done{})->onFinished(m_operation, [this](const Result<Contact> &now) {
        if (!now || isAsWanted(m_task.action, m_task.target, *now))
            return m_operation->settle(Done{});
        ApiError error;
        error.kind = ErrorKind::Protocol;
        error.code = notKept();
        m_operation->settle(error);
    });
}

} // namespace roster
