// SPDX-License-Identifier: MIT
#include "core/service/searchwalk.h"

#include "core/api/endpoints.h"
#include "core/service/call.h"
#include "core/store/store.h"

namespace roster {

SearchWalk::SearchWalk(const ServiceParts &parts, const QJsonObject &query, int most,
                       OperationOf<RemoteFindings> *operation)
    : QObject(operation)
    , m_parts(parts)
    , m_query(query)
    , m_most(most)
    , m_operation(operation)
{
    readPage({});
}

void SearchWalk::readPage(const QString &cursor)
{
    api::SearchBody body;
    body.query = m_query;
    body.sortField = QStringLiteral("last_seen_at");
    body.cursor = cursor;
    callForPage(m_parts.dispatcher, m_operation, api::searchContacts(body), api::readListedContacts,
                [this](const Result<Page<api::ListedContact>> &page) {
                    if (page)
                        storePage(*page);
                    else
                        m_operation->settle(page.error());
                });
}

void SearchWalk::storePage(const Page<api::ListedContact> &page)
{
    QList<StoredContact> contacts;
    for (const api::ListedContact &listed : page.items) {
        // Pages can repeat contacts.
        if (m_seen.contains(listed.row.id))
            continue;
        m_seen.insert(listed.row.id);
        m_findings.ids.append(listed.row.id);
        contacts.append({listed.row, listed.json, RecordSource::Listing});
    }
    const bool hasMore =
        !page.next.isEmpty() && !page.items.isEmpty() && !m_cursors.contains(page.next);
    m_cursors.insert(page.next);
    m_findings.isCut = hasMore && m_findings.ids.size() >= m_most;
    const bool isLast = !hasMore || m_findings.isCut;
    m_parts.store.storeContacts(contacts)->onFinished(
        m_operation, [this, isLast, next = page.next](const auto &summary) {
            if (m_operation->isSettled())
                return;
            if (!summary)
                return m_operation->settle(summary.error());
            isLast ? m_operation->settle(m_findings) : readPage(next);
        });
}

} // namespace roster
