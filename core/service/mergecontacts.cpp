// SPDX-License-Identifier: MIT
#include "core/service/mergecontacts.h"

#include "core/api/apiversion.h"
#include "core/api/endpoints.h"
#include "core/api/recordendpoints.h"
#include "core/service/call.h"
#include "core/service/forgetcontact.h"
#include "core/service/updatecontact.h"

namespace roster {

MergeContacts::MergeContacts(const ServiceParts &parts, const BulkTarget &lead,
                             const BulkTarget &user, OperationOf<Contact> *operation)
    : QObject(operation)
    , m_parts(parts)
    , m_pending(parts, Receipt::Kind::Merged, lead, user)
    , m_operation(operation)
{
    readLead();
}

void MergeContacts::readLead()
{
    call(m_parts.dispatcher, m_operation, api::contact(lead()), api::readContactRecord,
         [this](const Result<api::ContactRecord> &now) {
             if (!now)
                 return failAbout(m_parts, lead(), m_operation, now.error());
             if (isStill(Role::Lead, *now))
                 readUser();
         });
}

void MergeContacts::readUser()
{
    call(m_parts.dispatcher, m_operation, api::contact(user()), api::readContactRecord,
         [this](const Result<api::ContactRecord> &now) {
             if (!now)
                 return failAbout(m_parts, user(), m_operation, now.error());
             if (!isStill(Role::User, *now))
                 return;
             m_before = now->contact;
             m_pending.open(m_operation, [this](const Result<qint64> &written) {
                 written ? send() : m_operation->settle(written.error());
             });
         });
}

//! Ends the operation where it is not.
bool MergeContacts::isStill(Role role, const api::ContactRecord &now)
{
    if (now.contact.role() == role)
        return true;
    ApiError error;
    error.kind = ErrorKind::Conflict;
    error.code = UpdateContact::changedMeanwhile();
    error.field = ContactField::Role;
    m_parts.store.storeContacts({{rowOf(now.contact), now.json, RecordSource::Answer}})
        ->onFinished(m_operation,
                     [this, error](const Result<StoreSummary> &) { m_operation->settle(error); });
    return false;
}

void MergeContacts::send()
{
    const bool skipCheck = api::checksDuplicates(m_parts.address.version);
    exchange(m_parts.dispatcher, m_operation, api::merge(lead(), user(), skipCheck),
             [this](const Result<HttpResponse> &answer) {
                 answer ? read(*answer) : refused(answer.error());
             });
}

void MergeContacts::read(const HttpResponse &answer)
{
    const Result<api::ContactRecord> record = api::readAnswer(answer, true, api::readContactRecord);
    if (!record)
        return refused(record.error());
    if (record->contact.id == user())
        return done(*record, QString::fromLatin1(answer.header("X-Request-Id")));
    refused(api::unreadable(ApiError::protocol(QStringLiteral("id: the user's expected")), answer,
                            true));
}

void MergeContacts::refused(const ApiError &error)
{
    if (error.effect == Effect::NotApplied)
        return notDone(error);
    m_lost = error;
    lookAtLead();
}

void MergeContacts::lookAtLead()
{
    call(m_parts.dispatcher, m_operation, api::contact(lead()), api::readContact,
         [this](const Result<Contact> &now) {
             if (now)
                 return notDone(m_lost);
             const ContactId into = now.error().mergedInto;
             if (now.error().kind != ErrorKind::NotFound)
                 return leaveOpen();
             if (into.isEmpty() || into == user())
                 return lookAtUser(!into.isEmpty() || m_lost.effect == Effect::Applied);
             // Somebody merged it into another one meanwhile.
             ApiError elsewhere = now.error();
             elsewhere.effect = Effect::NotApplied;
             m_pending.drop(m_operation, [this, elsewhere] {
                 failAbout(m_parts, lead(), m_operation, elsewhere);
             });
         });
}

void MergeContacts::lookAtUser(bool isCertain)
{
    call(m_parts.dispatcher, m_operation, api::contact(user()), api::readContactRecord,
         [this, isCertain](const Result<api::ContactRecord> &now) {
             if (!now)
                 return leaveOpen();
             // The lead is gone and the user is another one than before: that was it.
             if (isCertain || now->contact != m_before)
                 return done(*now, m_lost.requestId);
             takeAway(m_parts, lead());
             leaveOpen();
         });
}

void MergeContacts::done(const api::ContactRecord &user, const QString &requestId)
{
    OperationOf<Done> *written = m_pending.settle(true, requestId);
    // It happened, whoever stops waiting for what follows.
    m_operation->setCanceller([this, contact = user.contact] { m_operation->settle(contact); });
    m_parts.store.storeContacts({{rowOf(user.contact), user.json, RecordSource::Answer}});
    OperationOf<int> *removed = takeAway(m_parts, lead());
    const auto step = [this, contact = user.contact,
                       open = std::make_shared<int>(2)](const auto &) {
        if (--*open == 0)
            m_operation->settle(contact);
    };
    written->onFinished(m_operation, step);
    removed->onFinished(m_operation, step);
}

void MergeContacts::notDone(const ApiError &error)
{
    ApiError told = error;
    told.effect = Effect::NotApplied;
    m_pending.drop(m_operation, [this, told] { m_operation->settle(told); });
}

void MergeContacts::leaveOpen()
{
    ApiError told = m_lost;
    told.effect = Effect::Unknown;
    m_pending.settle(false, m_lost.requestId)
        ->onFinished(m_operation,
                     [this, told](const Result<Done> &) { m_operation->settle(told); });
}

} // namespace roster
