// SPDX-License-Identifier: MIT
#include "core/service/contactsrefresh.h"

#include "core/store/store.h"

namespace roster {

ContactsRefresh::ContactsRefresh(const ServiceParts &parts, qint64 since,
                                 OperationOf<qint64> *operation)
    : QObject(operation)
    , m_parts(parts)
    , m_since(since)
    , m_operation(operation)
    , m_days(parts.identity.timeZone)
{
    readPage({});
}

void ContactsRefresh::readPage(const QString &cursor)
{
    const QStringView updated = u"updated_at";
    api::SearchBody body;
    body.query = api::filter(updated, u">", m_days.after(m_days.dayOf(m_since)));
    body.sortField = updated.toString();
    body.cursor = cursor;
    OperationOf<SearchPage> *page = readSearchPage(m_parts, body, this);
    m_operation->setCanceller([guard = QPointer<Operation>(page)] {
        if (guard)
            guard->cancel();
    });
    page->onFinished(this, [this](const Result<SearchPage> &answer) {
        if (m_operation->isSettled())
            return;
        if (answer)
            storePage(*answer);
        else
            m_operation->settle(answer.error());
    });
}

void ContactsRefresh::storePage(const SearchPage &answer)
{
    if (m_beganAt == 0)
        m_beganAt = answer.answeredAt;
    QList<StoredContact> fresh = answer.contacts;
    const auto isOlder = [this](const StoredContact &contact) {
        return contact.row.updatedAt.value_or(m_since) < m_since;
    };
    const bool reachesBack = fresh.removeIf(isOlder) > 0;
    const QString next = answer.next;
    const bool isLast =
        reachesBack || next.isEmpty() || fresh.isEmpty() || m_cursors.contains(next);
    m_cursors.insert(next);
    m_done += static_cast<int>(fresh.size());
    m_parts.store.storeContacts(fresh)->onFinished(
        this, [this, isLast, next](const Result<StoreSummary> &summary) {
            if (m_operation->isSettled())
                return;
            if (!summary)
                return m_operation->settle(summary.error());
            Q_EMIT progressed(m_done);
            if (m_operation->isSettled())
                return;
            isLast ? m_operation->settle(m_beganAt) : readPage(next);
        });
}

} // namespace roster
