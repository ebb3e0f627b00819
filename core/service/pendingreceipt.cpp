// SPDX-License-Identifier: MIT
#include "core/service/pendingreceipt.h"

#include "core/async/clock.h"
#include "core/service/facts.h"
#include "core/store/store.h"

namespace roster {

PendingReceipt::PendingReceipt(const ServiceParts &parts, Receipt::Kind kind,
                               const BulkTarget &contact, const BulkTarget &into)
    : m_parts(parts)
{
    m_receipt.kind = kind;
    m_receipt.contact = contact;
    m_receipt.into = into;
    m_receipt.at = parts.clock.now().toSecsSinceEpoch();
    m_receipt.by = parts.identity.tokenOwner.name;
    m_receipt.isCertain = false;
}

QObject *PendingReceipt::listener() const
{
    return &m_parts.store;
}

void PendingReceipt::write(std::function<void(const Result<qint64> &)> then) const
{
    m_parts.store.journal().openReceipt(m_receipt)->onFinished(listener(), std::move(then));
}

OperationOf<Done> *PendingReceipt::settle(bool isCertain, const QString &requestId)
{
    m_receipt.number = *m_number;
    m_receipt.isCertain = isCertain;
    m_receipt.requestId = requestId;
    return m_parts.store.journal().settleReceipt(*m_number, isCertain, requestId);
}

void PendingReceipt::drop(QObject *context, std::function<void()> then)
{
    m_parts.store.journal()
        .dropReceipt(std::exchange(*m_number, 0))
        ->onFinished(context, [then = std::move(then)](const Result<Done> &) { then(); });
}

void PendingReceipt::forget(const ServiceParts &parts, qint64 number)
{
    if (number != 0)
        parts.store.journal().dropReceipt(number);
}

OperationOf<int> *takeAway(const ServiceParts &parts, const ContactId &id)
{
    parts.store.removeContacts({id})->onFinished(
        &parts.facts, [id, &facts = parts.facts](const Result<QList<ContactId>> &removed) {
            if (removed)
                Q_EMIT facts.contactsRemoved({id});
        });
    return parts.store.sync().forgetVanished({id});
}

} // namespace roster
