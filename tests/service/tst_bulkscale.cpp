// SPDX-License-Identifier: MIT
// Ten thousand contacts: writing them down does not hold up the UI thread, and the journal keeps up
// with the run. Bounds are wide; what was measured is printed.
#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "tests/support/sessionfixture.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFileInfo>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

constexpr int Total = 10'000;
constexpr int Sent = 1500;

//! Longest time between two turns of the event loop, in milliseconds.
class StallWatch : public QObject
{
public:
    StallWatch()
    {
        m_since.start();
        m_timer.callOnTimeout([this] {
            m_longest = std::max(m_longest, m_since.nsecsElapsed() / 1'000'000);
            m_since.restart();
        });
        m_timer.start(0);
    }
    qint64 longest() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

} // namespace

class TestBulkScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writtenDownAndSent();
};

void TestBulkScale::writtenDownAndSent()
{
    SessionFixture f({.contacts = Total});
    const QList<BulkTarget> targets = f.targets(Total);
    QCOMPARE(targets.size(), Total);
    QElapsedTimer timer;
    timer.start();
    BulkRun *run = f.service().runBulk({}, targets, u"All of them"_s);
    const qint64 asked = timer.elapsed();
    run->pause();
    {
        StallWatch stalls;
        QTRY_VERIFY_WITH_TIMEOUT(run->batch() > 0, 60'000);
        qInfo("%d contacts: asked in %lld ms, in the journal after %lld ms, longest stall %lld ms",
              Total, asked, timer.elapsed(), stalls.longest());
        QVERIFY(stalls.longest() < 500);
    }
    StallWatch stalls;
    timer.restart();
    run->resume();
    QTRY_VERIFY_WITH_TIMEOUT(run->done() >= Sent, 120'000);
    const double seconds = double(timer.elapsed()) / 1000;
    run->stop();
    const Result<BulkReport> report = SessionFixture::resultOf<BulkReport>(run);
    qInfo("%.0f contacts a second, longest stall %lld ms, file of the journal %lld kB",
          Sent / seconds, stalls.longest(), QFileInfo(f.file(u"journal.sqlite"_s)).size() / 1024);
    QCOMPARE(report->failed(), 0);
    QCOMPARE(report->settled.size() + report->untouched.size(), Total);
    QCOMPARE(f.archivedIds().size(), report->settled.size());
    QCOMPARE(f.count("POST", u"/contacts/*/archive"_s), int(report->settled.size()));
}

QTEST_GUILESS_MAIN(TestBulkScale)
#include "tst_bulkscale.moc"
