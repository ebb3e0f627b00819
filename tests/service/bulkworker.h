// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/clock.h"
#include "core/domain/batchrecord.h"
#include "core/service/workspacesession.h"

#include <QtCore/QUrl>

namespace roster {

class BulkRun;
class Store;

namespace test {

//! A session in a process of its own, to be killed: it does one thing and says "done". Its files
//! are in one folder; the ids of the contacts to archive are in `targets.txt` there, one a line.
class BulkWorker : public QObject
{
    Q_OBJECT

public:
    //! "load": loads the workspace. "archive": archives the targets. "finish": finishes what was
    //! cut short. "undo": the same with undos, and takes back what was archived.
    BulkWorker(const QString &folder, const QUrl &sandbox, const QString &task);
    ~BulkWorker() override;

private:
    void load();
    void archive();
    void lookAfter();
    void finish(const QList<BatchSummary> &batches);
    void undo();
    void take(OperationOf<BulkRun *> *asked);
    void follow(BulkRun *run);
    void endOnceTheStoreKnows();
    void fail(const ApiError &error);
    void end(const char *word);

    const QString m_folder;
    const QString m_task;
    SystemClock m_clock;
    std::unique_ptr<WorkspaceSession> m_session;
    int m_open = 0;
    bool m_isWaitingForTheStore = false;
    bool m_hasEnded = false;
};

} // namespace test

} // namespace roster
