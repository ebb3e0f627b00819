// SPDX-License-Identifier: MIT
#include "core/service/updatecontact.h"

#include "core/api/contactjson.h"
#include "core/api/endpoints.h"
#include "core/service/call.h"
#include "core/service/forgetcontact.h"
#include "core/store/store.h"

namespace roster {

UpdateContact::UpdateContact(const ServiceParts &parts, const Contact &base,
                             const ContactPatch &patch, OperationOf<Contact> *operation)
    : QObject(operation)
    , m_parts(parts)
    , m_base(base)
    , m_patch(patch)
    , m_operation(operation)
{
    readBefore();
}

void UpdateContact::readBefore()
{
    call(m_parts.dispatcher, m_operation, api::contact(m_base.id), api::readContactRecord,
         [this](const Result<api::ContactRecord> &now) {
             if (!now)
                 return fail(now.error());
             const QList<ContactField> conflicts = conflictsWith(m_patch, m_base, now->contact);
             if (conflicts.isEmpty())
                 return send();
             ApiError error;
             error.kind = ErrorKind::Conflict;
             error.code = changedMeanwhile();
             error.field = conflicts.constFirst();
             store(now->contact, now->json, error);
         });
}

void UpdateContact::send()
{
    call(m_parts.dispatcher, m_operation,
         api::updateContact(m_base.id, m_patch, m_parts.address.version), api::readContactRecord,
         [this](const Result<api::ContactRecord> &answer) {
             if (answer)
                 return store(answer->contact, answer->json, answer->contact);
             if (answer.error().effect == Effect::NotApplied)
                 return fail(answer.error());
             settleLostAnswer(answer.error());
         });
}

void UpdateContact::settleLostAnswer(const ApiError &error)
{
    call(m_parts.dispatcher, m_operation, api::contact(m_base.id), api::readContactRecord,
         [this, error](const Result<api::ContactRecord> &now) {
             if (!now)
                 return now.error().kind == ErrorKind::NotFound ? fail(now.error()) : fail(error);
             if (m_patch.isHeldBy(now->contact))
                 return store(now->contact, now->json, now->contact);
             ApiError notApplied = error;
             notApplied.effect = Effect::NotApplied;
             store(now->contact, now->json, notApplied);
         });
}

void UpdateContact::store(const Contact &contact, const QByteArray &record,
                          const Result<Contact> &answer)
{
    m_parts.store.storeContacts({{rowOf(contact), record, RecordSource::Answer}})
        ->onFinished(m_operation,
                     [this, answer](const Result<StoreSummary> &) { m_operation->settle(answer); });
}

void UpdateContact::fail(const ApiError &error)
{
    failAbout(m_parts, m_base.id, m_operation, error);
}

} // namespace roster
