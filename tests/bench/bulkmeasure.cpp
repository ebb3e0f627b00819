// SPDX-License-Identifier: MIT
#include "tests/bench/bulkmeasure.h"

#include "core/async/keysoperation.h"
#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "tests/bench/heartbeat.h"
#include "tests/bench/turning.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

#include <algorithm>
#include <array>

namespace roster::bench {

namespace {

constexpr int Patience = 1'800'000;
constexpr int OneAnswer = 60'000;
constexpr int RestMs = 1000;
//! How long one look at the event loop is, while the run goes on.
constexpr int FrameMs = 100;

double since(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

//! The first `count` contacts in the order of the table; fewer when there are fewer.
QList<BulkTarget> targetsIn(Session &session, int count)
{
    QList<BulkTarget> targets;
    bool isThere = false;
    QObject context;
    session.book().orderedKeys({})->onFinished(
        &context, [&](const Result<std::vector<RowKey>> &keys) {
            isThere = true;
            if (!keys)
                return;
            std::vector<RowKey> first = *keys;
            first.resize(std::min(first.size(), static_cast<size_t>(count)));
            for (const ContactRow &row : session.book().rows(first))
                targets.append({row.id, row.label(), row.email, row.role});
        });
    return QTest::qWaitFor([&] { return isThere; }, OneAnswer) ? targets : QList<BulkTarget>();
}

//! What is seen of a run while it goes on.
class RunWatch
{
public:
    explicit RunWatch(BulkRun *run)
    {
        QObject::connect(run, &Operation::waiting, &m_context,
                         [this](const QDateTime &, Operation::WaitReason reason) {
                             ++m_waits[static_cast<size_t>(reason)];
                         });
        run->onFinished(&m_context, [this](const Result<BulkReport> &report) { m_end = report; });
    }

    //! Runs the event loop until the end; false when that does not come.
    bool wait()
    {
        const QDeadlineTimer end(Patience);
        m_heart.start();
        while (!m_end && !end.hasExpired()) {
            turn(FrameMs);
            m_heart.nextFrame();
        }
        m_heart.stop();
        return m_end && m_end->isOk();
    }

    const BulkReport &report() const { return m_end->value(); }
    double longestStall() const { return percentile(m_heart.frames(), 1); }
    double stall99() const { return percentile(m_heart.frames(), 0.99); }
    int waits(Operation::WaitReason reason) const
    {
        return m_waits.at(static_cast<size_t>(reason));
    }

private:
    Heartbeat m_heart;
    std::optional<Result<BulkReport>> m_end;
    std::array<int, 8> m_waits{};
    QObject m_context;
};

} // namespace

std::optional<QJsonObject> measureBulk(const Place &place, int contacts)
{
    BenchStage stage(place);
    if (!stage.connectToSandbox() || !stage.waitForPage() || !stage.waitUntilLoaded(Patience))
        return std::nullopt;
    turn(RestMs);
    const QList<BulkTarget> targets = targetsIn(stage.session(), contacts);
    if (targets.size() != contacts)
        return std::nullopt;
    QElapsedTimer timer;
    timer.start();
    RunWatch watch(stage.session().contacts().runBulk({}, targets, QStringLiteral("Bench")));
    if (!watch.wait())
        return std::nullopt;
    const double ms = since(timer);
    return QJsonObject{
        {QStringLiteral("ms"), ms},
        {QStringLiteral("contacts"), contacts},
        {QStringLiteral("succeeded"), watch.report().succeeded()},
        {QStringLiteral("failed"), watch.report().failed()},
        {QStringLiteral("untouched"), static_cast<int>(watch.report().untouched.size())},
        {QStringLiteral("limitWaits"), watch.waits(Operation::WaitReason::RateLimit)},
        {QStringLiteral("retryWaits"), watch.waits(Operation::WaitReason::Retry)},
        {QStringLiteral("longestStall"), watch.longestStall()},
        {QStringLiteral("stall99"), watch.stall99()},
        {QStringLiteral("resident"), residentMiB()}};
}

} // namespace roster::bench
