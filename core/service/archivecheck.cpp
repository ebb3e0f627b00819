// SPDX-License-Identifier: MIT
#include "core/service/archivecheck.h"

#include "core/api/contactjson.h"
#include "core/api/endpoints.h"
#include "core/service/bulkqueue.h"
#include "core/service/call.h"
#include "core/service/facts.h"
#include "core/store/store.h"

namespace roster {

namespace {

//! Looked for at once: a fraction of a frame. The journal may have very many.
constexpr qsizetype Piece = 500;
constexpr std::chrono::milliseconds Rest{20};

} // namespace

ArchiveCheck::ArchiveCheck(const ServiceParts &parts, const BulkQueue &queue)
    : m_parts(parts)
    , m_queue(queue)
{
}

ArchiveCheck::~ArchiveCheck()
{
    qDeleteAll(findChildren<Operation *>(QString(), Qt::FindDirectChildrenOnly));
}

void ArchiveCheck::start()
{
    connect(&m_parts.store, &Store::contactsStored, this, &ArchiveCheck::compare);
    m_parts.store.journal().archivedContacts()->onFinished(
        this, [this](const Result<QList<ContactId>> &archived) {
            if (!archived)
                return;
            m_archived = *archived;
            lookAtPiece();
        });
}

void ArchiveCheck::lookAtPiece()
{
    if (m_archived.isEmpty())
        return;
    const QList<ContactId> piece = m_archived.mid(0, Piece);
    m_archived.remove(0, piece.size());
    const std::vector<RowKey> keys = m_parts.store.reader().keysOf(piece);
    QList<ContactId> stored;
    for (size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] != 0)
            stored.append(piece.at(static_cast<qsizetype>(i)));
    }
    compare(stored);
    m_parts.clock.after(Rest, this, [this] { lookAtPiece(); });
}

void ArchiveCheck::compare(const QList<ContactId> &ids)
{
    // A run that restores says so in the journal by itself, a moment after the store.
    if (ids.isEmpty() || m_queue.isRestoring())
        return;
    m_parts.store.journal().archivedAmong(ids)->onFinished(
        this, [this](const Result<ArchivedEntries> &entries) {
            if (!entries)
                return;
            for (auto it = entries->cbegin(); it != entries->cend(); ++it)
                ask(it.key(), it.value());
        });
}

void ArchiveCheck::ask(const ContactId &id, qint64 entry)
{
    if (m_asked.contains(id))
        return;
    m_asked.insert(id);
    auto *operation = new OperationOf<Contact>(this);
    operation->onFinished(this, [this, id](const Result<Contact> &) { m_asked.remove(id); });
    call(m_parts.dispatcher, operation, api::contact(id, Lane::Background), api::readContact,
         [this, operation, id, entry](const Result<Contact> &now) {
             if (now)
                 m_parts.store.journal().markRestored(m_parts.store.journal().scope(), id, entry);
             else if (now.error().kind == ErrorKind::NotFound)
                 m_parts.store.removeContacts({id})->onFinished(
                     this, [this, id](const Result<QList<ContactId>> &removed) {
                         if (removed && !removed->isEmpty())
                             Q_EMIT m_parts.facts.contactsArchived({id});
                     });
             operation->settle(now);
         });
}

} // namespace roster
