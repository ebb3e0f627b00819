// SPDX-License-Identifier: MIT
#include "core/service/contactwalk.h"

#include "core/api/endpoints.h"
#include "core/service/call.h"
#include "core/service/fetchcontact.h"
#include "core/store/store.h"

namespace roster {

ContactWalk::ContactWalk(const ServiceParts &parts, OperationOf<Done> *operation)
    : QObject(operation)
    , m_parts(parts)
    , m_operation(operation)
{
    beginSweep();
}

void ContactWalk::beginSweep()
{
    m_parts.store.beginSweep()->onFinished(m_operation, [this](const Result<qint64> &generation) {
        if (m_operation->isSettled())
            return;
        if (!generation)
            return m_operation->settle(generation.error());
        m_generation = *generation;
        readPage({});
    });
}

void ContactWalk::readPage(const QString &cursor)
{
    api::SearchBody body;
    body.sortField = QStringLiteral("last_seen_at");
    body.cursor = cursor;
    callForPage(m_parts.dispatcher, m_operation, api::searchContacts(body, Lane::Background),
                api::readContacts, [this](const Result<Page<api::ContactRecord>> &page) {
                    if (page)
                        storePage(*page);
                    else
                        m_operation->settle(page.error());
                });
}

void ContactWalk::storePage(const Page<api::ContactRecord> &page)
{
    QList<StoredContact> contacts;
    contacts.reserve(page.items.size());
    for (const api::ContactRecord &record : page.items) {
        m_seen.insert(record.contact.id);
        contacts.append({record.contact, record.json, RecordSource::Listing});
    }
    // A cursor that comes again would never end; a page without contacts has nothing behind it.
    const bool isLast =
        page.next.isEmpty() || page.items.isEmpty() || m_cursors.contains(page.next);
    m_cursors.insert(page.next);
    m_parts.store.storeContacts(contacts)->onFinished(
        m_operation, [this, isLast, next = page.next, total = page.total](const auto &summary) {
            if (m_operation->isSettled())
                return;
            if (!summary)
                return m_operation->settle(summary.error());
            const int seen = static_cast<int>(m_seen.size());
            Q_EMIT progressed(seen, std::max(total, seen));
            isLast ? endSweep() : readPage(next);
        });
}

void ContactWalk::endSweep()
{
    m_parts.store.endSweep(m_generation)
        ->onFinished(m_operation, [this](const Result<QList<ContactId>> &unseen) {
            if (m_operation->isSettled())
                return;
            if (!unseen)
                return m_operation->settle(unseen.error());
            m_unseen = *unseen;
            askNext();
        });
}

void ContactWalk::askNext()
{
    if (m_unseen.isEmpty())
        return m_operation->settle(Done{});
    auto *look = new OperationOf<Contact>(this);
    new FetchContact(m_parts, m_unseen.takeFirst(), look, Lane::Background);
    m_operation->setCanceller([guard = QPointer<Operation>(look)] {
        if (guard)
            guard->cancel();
    });
    look->onFinished(m_operation, [this](const Result<Contact> &contact) {
        if (m_operation->isSettled())
            return;
        if (!contact && contact.error().kind != ErrorKind::NotFound)
            return m_operation->settle(contact.error());
        askNext();
    });
}

} // namespace roster
