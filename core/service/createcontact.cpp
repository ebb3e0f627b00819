// SPDX-License-Identifier: MIT
#include "core/service/createcontact.h"

#include "core/api/contactjson.h"
#include "core/api/endpoints.h"
#include "core/async/clock.h"
#include "core/service/call.h"
#include "core/store/store.h"

#include <array>

namespace roster {

namespace {

using namespace std::chrono_literals;

//! Search shows a new contact after up to minutes (Intercom, "Contact Creation Delay").
constexpr std::array LookDelays = {1s, 4s, 15s, 40s, 60s, 180s};
//! How far the server's clock may be behind ours for a contact to count as made just now.
constexpr qint64 ClockSlackSeconds = 300;

//! How the contact would be found; empty when nothing in the draft identifies it.
QJsonObject searchFor(const ContactDraft &draft)
{
    for (const ContactField field :
         {ContactField::ExternalId, ContactField::Email, ContactField::Phone, ContactField::Name}) {
        const bool isLeadId = field == ContactField::ExternalId && draft.role() == Role::Lead;
        if (!isLeadId && !draft.text(field).isEmpty())
            return api::filter(QString(contactFieldInfo(field).jsonName), u"=", draft.text(field));
    }
    return {};
}

} // namespace

CreateContact::CreateContact(const ServiceParts &parts, const ContactDraft &draft,
                             OperationOf<Contact> *operation)
    : QObject(operation)
    , m_parts(parts)
    , m_draft(draft)
    , m_operation(operation)
    , m_startedAt(parts.clock.now().toSecsSinceEpoch())
{
    send();
}

void CreateContact::send()
{
    call(
        m_parts.dispatcher, m_operation, api::createContact(m_draft, m_parts.address.version),
        api::readContactRecord,
        [this](const Result<api::ContactRecord> &answer) {
            if (answer)
                return store(answer->contact, answer->json);
            refused(answer.error());
        },
        m_wasRepeated);
}

void CreateContact::refused(const ApiError &error)
{
    if (!m_wasRepeated) {
        if (error.effect == Effect::NotApplied)
            return fail(error);
        m_lost = error;
        return lookAgain(error);
    }
    if (error.kind == ErrorKind::Conflict)
        return readConflicting(error, m_lost);
    // The second was refused; the first may have happened all the same.
    ApiError open = error;
    if (open.effect == Effect::NotApplied)
        open.effect = m_lost.effect;
    fail(open);
}

void CreateContact::lookAgain(const ApiError &lost)
{
    // A user is refused when it is there already, so asking once more decides sooner than looking.
    const bool isUser = m_draft.role() != Role::Lead;
    const int looks = isUser ? 1 : static_cast<int>(LookDelays.size());
    if (m_looks < looks && !searchFor(m_draft).isEmpty()) {
        const auto delay = LookDelays[static_cast<size_t>(m_looks)];
        ++m_looks;
        const QDateTime until = m_parts.clock.now().addSecs(delay.count());
        m_operation->markWaiting(until, Operation::WaitReason::Retry);
        m_parts.clock.after(delay, this, [this, lost] { lookFor(lost); });
    } else if (isUser) {
        m_wasRepeated = true;
        send();
    } else {
        fail(lost);
    }
}

void CreateContact::lookFor(const ApiError &lost)
{
    if (m_operation->isSettled())
        return;
    api::SearchBody body;
    body.query = searchFor(m_draft);
    body.sortField = QStringLiteral("created_at");
    body.perPage = 10;
    call(m_parts.dispatcher, m_operation, api::searchContacts(body), api::readContacts,
         [this, lost](const Result<Page<api::ContactRecord>> &found) {
             if (!found)
                 return lookAgain(lost);
             for (const api::ContactRecord &record : found->items) {
                 if (isOurs(record.contact))
                     return store(record.contact, record.json);
             }
             lookAgain(lost);
         });
}

void CreateContact::readConflicting(const ApiError &conflict, const ApiError &lost)
{
    if (conflict.conflictingContact.isEmpty() || conflict.isConflictArchived)
        return fail(conflict);
    call(m_parts.dispatcher, m_operation, api::contact(conflict.conflictingContact),
         api::readContactRecord, [this, conflict, lost](const Result<api::ContactRecord> &record) {
             if (!record)
                 return fail(lost);
             if (isOurs(record->contact))
                 return store(record->contact, record->json);
             fail(conflict);
         });
}

bool CreateContact::isOurs(const Contact &contact) const
{
    const auto createdAt = contact.time(ContactField::CreatedAt);
    if (!createdAt || *createdAt < m_startedAt - ClockSlackSeconds)
        return false;
    if (contact.role() != m_draft.role())
        return false;
    for (const ContactField field :
         {ContactField::Email, ContactField::Name, ContactField::Phone, ContactField::ExternalId}) {
        const bool isLeadId = field == ContactField::ExternalId && contact.role() == Role::Lead;
        if (isLeadId)
            continue;
        const auto sensitivity =
            field == ContactField::Email ? Qt::CaseInsensitive : Qt::CaseSensitive;
        if (contact.text(field).compare(m_draft.text(field), sensitivity) != 0)
            return false;
    }
    return true;
}

void CreateContact::store(const Contact &contact, const QByteArray &record)
{
    m_parts.store.storeContacts({{rowOf(contact), record, RecordSource::Answer}})
        ->onFinished(m_operation, [this, contact](const Result<StoreSummary> &) {
            m_operation->settle(contact);
        });
}

void CreateContact::fail(const ApiError &error)
{
    m_operation->settle(error);
}

} // namespace roster
