// SPDX-License-Identifier: MIT
#include "core/store/writejournal.h"

#include "core/store/journalrows.h"

namespace roster {

WriteJournal::WriteJournal(StoreThread &writer, StoreThread &reader)
    : m_writer(writer)
    , m_reader(reader)
{
}

OperationOf<BatchId> *WriteJournal::openBatch(const BatchHeader &header,
                                              const QList<BulkTarget> &targets,
                                              const QList<QByteArray> &snapshots)
{
    if (m_refusal && header.action.kind == BulkAction::Kind::Archive) {
        auto *refused = new OperationOf<BatchId>(this);
        refused->settle(*m_refusal);
        return refused;
    }
    return m_writer.submit<BatchId>(
        StoreFile::Journal,
        [=](Database &file) { return journal::openBatch(file, header, targets, snapshots); },
        [this](const BatchId &) { Q_EMIT changed(); });
}

OperationOf<Done> *WriteJournal::settle(BatchId batch, const Settlement &outcome)
{
    return settleMany(batch, {outcome});
}

OperationOf<Done> *WriteJournal::settleMany(BatchId batch, const QList<Settlement> &outcomes)
{
    return m_writer.submit<Done>(
        StoreFile::Journal, [=](Database &file) { return journal::settle(file, batch, outcomes); },
        [this](const Done &) { Q_EMIT changed(); });
}

OperationOf<bool> *WriteJournal::markRestored(const JournalScope &scope, const ContactId &contact)
{
    return m_writer.submit<bool>(
        StoreFile::Journal,
        [=](Database &file) { return journal::markRestored(file, scope, contact); },
        [this](const bool &isOther) {
            if (isOther)
                Q_EMIT changed();
        });
}

OperationOf<QList<JournalBatch>> *WriteJournal::openIntents(const JournalScope &scope)
{
    return m_reader.submit<QList<JournalBatch>>(
        StoreFile::Journal, [=](Database &file) { return journal::openIntents(file, scope); });
}

OperationOf<QList<JournalBatch>> *WriteJournal::exportRows(const JournalScope &scope)
{
    return m_reader.submit<QList<JournalBatch>>(
        StoreFile::Journal, [=](Database &file) { return journal::everything(file, scope); });
}

OperationOf<Done> *WriteJournal::erase(const JournalScope &scope)
{
    return m_writer.submit<Done>(
        StoreFile::Journal, [=](Database &file) { return journal::erase(file, scope); },
        [this](const Done &) { Q_EMIT changed(); }, StoreJob::Grouping::Alone);
}

OperationOf<QList<ArchiveBatch>> *WriteJournal::archived(const QString &text)
{
    return m_reader.submit<QList<ArchiveBatch>>(
        StoreFile::Journal,
        [=, scope = m_scope](Database &file) { return journal::archived(file, scope, text); });
}

OperationOf<int> *WriteJournal::archivedCount()
{
    return m_reader.submit<int>(StoreFile::Journal, [scope = m_scope](Database &file) {
        return journal::archivedCount(file, scope);
    });
}

} // namespace roster
