// SPDX-License-Identifier: MIT
#include "core/store/writejournal.h"

#include "core/store/journalrows.h"
#include "core/store/receiptrows.h"

namespace roster {

WriteJournal::WriteJournal(StoreThread &writer, StoreThread &reader)
    : m_writer(writer)
    , m_reader(reader)
{
}

OperationOf<BatchId> *WriteJournal::openBatch(const BatchHeader &header,
                                              const QList<BulkTarget> &targets,
                                              const QList<BeforeAction> &before)
{
    if (m_refusal && header.action.kind == BulkAction::Kind::Archive) {
        auto *refused = new OperationOf<BatchId>(this);
        refused->settle(*m_refusal);
        return refused;
    }
    return m_writer.submit<BatchId>(
        StoreFile::Journal,
        [=](Database &file) { return journal::openBatch(file, header, targets, before); },
        [this](const BatchId &) { Q_EMIT changed(); });
}

OperationOf<Done> *WriteJournal::keepBefore(BatchId batch, const QList<BulkTarget> &targets,
                                            const QList<BeforeAction> &before)
{
    return m_writer.submit<Done>(StoreFile::Journal, [=](Database &file) {
        return journal::keepBefore(file, batch, targets, before);
    });
}

OperationOf<Done> *WriteJournal::close(BatchId batch)
{
    return m_writer.submit<Done>(
        StoreFile::Journal,
        [batch, scope = m_scope](Database &file) { return journal::close(file, scope, batch); },
        [this](const Done &) { Q_EMIT changed(); });
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

OperationOf<bool> *WriteJournal::markRestored(const JournalScope &scope, const ContactId &contact,
                                              qint64 upTo)
{
    return m_writer.submit<bool>(
        StoreFile::Journal,
        [=](Database &file) { return journal::markRestored(file, scope, contact, upTo); },
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
        [this](const Done &) {
            Q_EMIT changed();
            Q_EMIT receiptsChanged();
        },
        StoreJob::Grouping::Alone);
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

OperationOf<QList<BatchSummary>> *WriteJournal::latestBatches(int most)
{
    return m_reader.submit<QList<BatchSummary>>(
        StoreFile::Journal, [most, scope = m_scope](Database &file) {
            return journal::latestBatches(file, scope, most);
        });
}

OperationOf<QList<BatchSummary>> *WriteJournal::openBatches()
{
    return m_reader.submit<QList<BatchSummary>>(
        StoreFile::Journal,
        [scope = m_scope](Database &file) { return journal::openBatches(file, scope); });
}

OperationOf<BatchRecord> *WriteJournal::batch(BatchId batch)
{
    return m_reader.submit<BatchRecord>(
        StoreFile::Journal,
        [batch, scope = m_scope](Database &file) { return journal::record(file, scope, batch); });
}

OperationOf<QList<ArchivedContact>> *WriteJournal::archivedBetween(qint64 from, qint64 to)
{
    return m_reader.submit<QList<ArchivedContact>>(
        StoreFile::Journal, [=, scope = m_scope](Database &file) {
            return journal::archivedBetween(file, scope, from, to);
        });
}

OperationOf<QList<ContactId>> *WriteJournal::archivedContacts()
{
    return m_reader.submit<QList<ContactId>>(StoreFile::Journal, [scope = m_scope](Database &file) {
        return journal::archivedContacts(file, scope);
    });
}

OperationOf<ArchivedEntries> *WriteJournal::archivedAmong(const QList<ContactId> &contacts)
{
    return m_reader.submit<ArchivedEntries>(
        StoreFile::Journal, [contacts, scope = m_scope](Database &file) {
            return journal::archivedAmong(file, scope, contacts);
        });
}

OperationOf<QByteArray> *WriteJournal::snapshot(qint64 entry)
{
    return m_reader.submit<QByteArray>(StoreFile::Journal,
                                       [entry, scope = m_scope](Database &file) {
                                           return journal::snapshotOf(file, scope, entry);
                                       });
}

OperationOf<qint64> *WriteJournal::openReceipt(const Receipt &receipt)
{
    if (m_refusal) {
        auto *refused = new OperationOf<qint64>(this);
        refused->settle(*m_refusal);
        return refused;
    }
    return m_writer.submit<qint64>(
        StoreFile::Journal,
        [receipt, scope = m_scope](Database &file) {
            return journal::openReceipt(file, scope, receipt);
        },
        [this](const qint64 &) { Q_EMIT receiptsChanged(); });
}

OperationOf<Done> *WriteJournal::settleReceipt(qint64 number, bool isCertain,
                                               const QString &requestId)
{
    return m_writer.submit<Done>(
        StoreFile::Journal,
        [=, scope = m_scope](Database &file) {
            return journal::settleReceipt(file, scope, number, isCertain, requestId);
        },
        [this, isCertain](const Done &) {
            Q_EMIT receiptsChanged();
            // It is no longer among what can be restored.
            if (isCertain)
                Q_EMIT changed();
        });
}

OperationOf<Done> *WriteJournal::dropReceipt(qint64 number)
{
    return m_writer.submit<Done>(
        StoreFile::Journal,
        [number, scope = m_scope](Database &file) {
            return journal::dropReceipt(file, scope, number);
        },
        [this](const Done &) { Q_EMIT receiptsChanged(); });
}

OperationOf<QList<Receipt>> *WriteJournal::receipts()
{
    return m_reader.submit<QList<Receipt>>(StoreFile::Journal, [scope = m_scope](Database &file) {
        return journal::receipts(file, scope);
    });
}

OperationOf<QList<ActivityEntry>> *WriteJournal::activity(const ContactId &contact, int most)
{
    return m_reader.submit<QList<ActivityEntry>>(
        StoreFile::Journal, [=, scope = m_scope](Database &file) {
            return journal::activity(file, scope, contact, most);
        });
}

} // namespace roster
