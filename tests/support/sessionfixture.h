// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/keysoperation.h"
#include "core/domain/bulkaction.h"
#include "core/domain/contactquery.h"
#include "core/service/workspacesession.h"
#include "core/store/journalvalues.h"
#include "tests/support/fastclock.h"
#include "tests/support/sandboxfixture.h"

#include <QtCore/QEventLoop>
#include <QtCore/QTemporaryDir>

#include <map>

namespace roster {

class BulkRun;
class StatementHook;
class Store;
class Syncer;
class WriteJournal;

} // namespace roster

namespace roster::test {

//! What SessionFixture starts with.
struct SessionOptions
{
    int contacts = 30;
    //! How many seconds pass in each real one, for Roster and the sandbox alike. Search's lag, rate
    //! windows and retries follow it, timeouts of the network do not.
    int speed = 1;
    int searchLagMs = 0;
    //! Calls in ten seconds; 0 for no limit.
    int rateLimit = 0;
    //! Three times as long under the sanitizers.
    std::chrono::milliseconds timeout{30'000};
    //! Makes statements of the store fail.
    StatementHook *hook = nullptr;
    QString version = QStringLiteral("2.10");
    //! Load every contact before the test begins.
    bool isLoaded = true;
    //! Where the sandbox keeps its workspace; empty: in memory. Readable after its stop().
    QString sandboxFile = {};
};

//! A session over a store of its own and a running sandbox over real HTTP. Everything that happens
//! is real but the clock's speed.
class SessionFixture
{
public:
    explicit SessionFixture(const SessionOptions &options = {});
    ~SessionFixture();

    WorkspaceSession &session() { return *m_session; }
    WorkspaceSession *operator->() { return m_session.get(); }
    SandboxFixture &sandbox() { return m_sandbox; }
    FastClock &clock() { return m_clock; }
    ContactService &service() { return m_session->contacts(); }
    //! The journal, with the parts that windows do not see.
    WriteJournal &journal();
    QString file(const QString &name) const { return m_dir.filePath(m_place + name); }

    //! Closes the session; its files stay, and so does another Roster.
    void close() { m_session.reset(); }
    //! Opens a session on the files.
    void open();
    //! Changes places with another Roster, which has a profile of its own. Each call brings the
    //! other one back; what it was doing goes on all the time.
    void changePlaces();
    //! Opens a session on a store without contacts; the journal stays.
    void startOver();
    //! A transport to the sandbox, as the session's own.
    std::unique_ptr<Transport> transport() const;
    //! Refreshes and waits for the end; false when that failed.
    bool refresh();
    //! The same with a sweep.
    bool sweep();

    //! Asks the sandbox as somebody else; not counted. Fails loudly unless the answer is 200.
    QByteArray ask(const QByteArray &method, const QString &path, const QByteArray &body = {});
    //! Requests that arrived from Roster since the start or clearSeen().
    int count(const QByteArray &method, const QString &glob)
    {
        return m_sandbox->count(method, glob);
    }
    //! Of those, how many changed the workspace.
    int applied(const QByteArray &method, const QString &glob);
    //! From now on these faults, and nothing counted before.
    void setFaults(const QList<sandbox::FaultRule> &rules);

    //! The keys of a query, as ids.
    QList<ContactId> ids(const ContactQuery &query = {});
    Contact stored(const ContactId &id);
    bool isStored(const ContactId &id);
    //! The first stored contacts, as targets of a run.
    QList<BulkTarget> targets(int count, int first = 0);
    static BulkTarget target(const Contact &contact);

    //! Every active contact as the sandbox has it, all tags and companies included.
    std::map<QString, Contact> truth();
    Contact truthOf(const ContactId &id);
    //! Where the store and the sandbox tell different things, one a line; empty when they agree.
    QString disagreements();
    //! State of each contact of the journal's batches, oldest first.
    QList<JournalBatch> journalRows();
    QList<ContactId> archivedIds();

    //! Runs the event loop until the operation is finished.
    template <class T>
    static Result<T> resultOf(OperationOf<T> *operation)
    {
        std::optional<Result<T>> result;
        QEventLoop loop;
        operation->onFinished(&loop, [&](const Result<T> &told) {
            result = told;
            loop.quit();
        });
        QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
        loop.exec();
        if (!result)
            qFatal("an operation did not finish");
        return *result;
    }

    //! How a run ended; fails loudly when it failed as a whole.
    static BulkReport reportOf(BulkRun *run);

private:
    sandbox::SandboxOptions sandboxOptions() const;
    bool waitForSyncer(void (Syncer::*start)());

    SessionOptions m_options;
    FastClock m_clock;
    SandboxFixture m_sandbox;
    QTemporaryDir m_dir;
    //! What this Roster's files begin with.
    QString m_place;
    std::unique_ptr<WorkspaceSession> m_session;
    std::unique_ptr<WorkspaceSession> m_other;
};

//! A rule that makes the `nth` request of that kind go wrong, `times` in a row.
sandbox::FaultRule fault(const QByteArray &method, const QString &path, sandbox::FaultAction action,
                         int nth = 1, int times = 1);
//! The same with a status.
sandbox::FaultRule statusFault(const QByteArray &method, const QString &path, int status,
                               int nth = 1, int times = 1);

//! What differs between two versions of a contact, but for `updated_at`, which the answers to tag
//! and company requests do not tell; empty when nothing does.
QString difference(const Contact &a, const Contact &b);

} // namespace roster::test
