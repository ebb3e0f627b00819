// SPDX-License-Identifier: MIT
#include "tests/service/bulkworker.h"

#include "core/api/contactjson.h"
#include "core/net/qnamtransport.h"
#include "core/service/batchhistory.h"
#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "core/service/syncer.h"
#include "core/store/store.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

#include <algorithm>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace roster::test {

BulkWorker::BulkWorker(const QString &folder, const QUrl &sandbox, const QString &task)
    : m_folder(folder)
    , m_task(task)
{
    auto store =
        Store::open({folder + u"/contacts.sqlite"_s, folder + u"/journal.sqlite"_s,
                     [](const QByteArray &json) { return api::readContact(json); }, m_clock});
    if (!store)
        qFatal("no store: %s", qPrintable(store.error().detail));
    auto transport = std::make_unique<QnamTransport>(QnamTransport::Options(), nullptr);
    transport->setEndpoint({sandbox, "test-token", "2.10"});
    WorkspaceIdentity identity;
    identity.id = u"killed"_s;
    m_session = std::make_unique<WorkspaceSession>(
        WorkspaceSession::Start{{Region::Sandbox, sandbox, u"2.10"_s}, identity, false, m_clock},
        std::move(store).value(), std::move(transport));
    connect(&m_session->contacts(), &ContactService::contactsArchived, this, [this] {
        if (m_isWaitingForTheStore)
            endOnceTheStoreKnows();
    });
    if (task == u"load")
        load();
    else if (task == u"archive")
        archive();
    else
        lookAfter();
}

BulkWorker::~BulkWorker() = default;

void BulkWorker::load()
{
    connect(&m_session->syncer(), &Syncer::statusChanged, this, [this](const SyncStatus &status) {
        if (status.state != SyncStatus::State::Loading)
            end(status.state == SyncStatus::State::UpToDate ? "done" : "failed");
    });
    m_session->syncer().refresh();
}

void BulkWorker::archive()
{
    QFile file(m_folder + u"/targets.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no targets");
    QList<BulkTarget> targets;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (!line.isEmpty())
            targets.append({ContactId(QString::fromLatin1(line)), {}, {}, Role::User});
    }
    follow(m_session->contacts().runBulk({}, targets, u"Killed"_s));
}

//! Again and again, until there is nothing left to do.
void BulkWorker::lookAfter()
{
    m_session->batchHistory()->interrupted()->onFinished(
        this, [this](const Result<QList<BatchSummary>> &batches) {
            if (!batches)
                return fail(batches.error());
            QList<BatchSummary> open = *batches;
            if (m_task == u"undo")
                open.removeIf([](const BatchSummary &batch) { return batch.undoes == 0; });
            if (!open.isEmpty())
                return finish(open);
            m_task == u"undo" ? undo() : endOnceTheStoreKnows();
        });
}

//! What the journal calls archived leaves the store a moment after the start, if the process before
//! was killed between the two.
void BulkWorker::endOnceTheStoreKnows()
{
    m_isWaitingForTheStore = true;
    m_session->archive().archived({})->onFinished(
        this, [this](const Result<QList<ArchiveBatch>> &batches) {
            // The session has ended since.
            if (!batches && batches.error().kind == ErrorKind::Cancelled)
                return;
            QList<ContactId> archived;
            for (const ArchiveBatch &batch : *batches) {
                for (const ArchivedContact &contact : batch.contacts)
                    archived.append(contact.id);
            }
            const std::vector<RowKey> keys = m_session->book().keysOf(archived);
            if (std::all_of(keys.begin(), keys.end(), [](RowKey key) { return key == 0; }))
                end("done");
        });
}

void BulkWorker::finish(const QList<BatchSummary> &batches)
{
    for (const BatchSummary &batch : batches)
        take(m_session->batchHistory()->finish(batch.id));
}

void BulkWorker::undo()
{
    m_session->batchHistory()->batches()->onFinished(
        this, [this](const Result<QList<BatchSummary>> &batches) {
            if (!batches)
                return fail(batches.error());
            for (const BatchSummary &batch : *batches) {
                if (batch.action.kind == BulkAction::Kind::Archive && batch.canUndo())
                    return take(m_session->batchHistory()->undo(batch.id));
            }
            end("done");
        });
}

void BulkWorker::take(OperationOf<BulkRun *> *asked)
{
    asked->onFinished(
        this, [this](const Result<BulkRun *> &run) { run ? follow(*run) : fail(run.error()); });
}

void BulkWorker::follow(BulkRun *run)
{
    ++m_open;
    run->onFinished(this, [this](const Result<BulkReport> &report) {
        if (!report)
            return fail(report.error());
        if (--m_open == 0)
            m_task == u"archive" ? end("done") : lookAfter();
    });
}

void BulkWorker::fail(const ApiError &error)
{
    qWarning("%d %s %s", int(error.kind), qPrintable(error.code), qPrintable(error.detail));
    end("failed");
}

void BulkWorker::end(const char *word)
{
    // Once, whoever found out first.
    if (std::exchange(m_hasEnded, true))
        return;
    // The session has to let go of its files first.
    QMetaObject::invokeMethod(
        this,
        [this, word] {
            m_session.reset();
            std::printf("%s\n", word);
            std::fflush(stdout);
            QCoreApplication::quit();
        },
        Qt::QueuedConnection);
}

} // namespace roster::test
