// SPDX-License-Identifier: MIT
// What of a window's calls bulk work uses, over a server that exists only in a test's time: the
// rules of when to send are held against plain counting.
#include "core/net/dispatcher.h"
#include "core/net/pace.h"
#include "tests/net/windowserver.h"

#include <QtTest/QTest>

using namespace roster;
using namespace std::chrono_literals;
using roster::test::WindowServer;
using Millis = std::chrono::milliseconds;

namespace {

HttpRequest requestOf(Lane lane)
{
    HttpRequest request;
    request.method = "POST";
    request.path = "/x";
    request.repeat = Repeat::SameEffect;
    request.lane = lane;
    return request;
}

//! Some lane's work: so many requests, of which a number is handed to the dispatcher at a time.
class Work
{
public:
    Work(Dispatcher &dispatcher, Lane lane, int total)
        : m_dispatcher(dispatcher)
        , m_lane(lane)
        , m_total(total)
    {
        pump();
    }

    bool isOver() const { return m_done == m_total; }
    int done() const { return m_done; }

private:
    void pump()
    {
        while (m_sent < m_total && m_sent - m_done < m_dispatcher.width(m_lane) + 8) {
            ++m_sent;
            m_dispatcher.send(requestOf(m_lane))
                ->onFinished(&m_context, [this](const Result<HttpResponse> &answer) {
                    if (answer && answer->status == 200)
                        ++m_done;
                    pump();
                });
        }
    }

    Dispatcher &m_dispatcher;
    Lane m_lane;
    int m_total;
    int m_sent = 0;
    int m_done = 0;
    QObject m_context;
};

Dispatcher::Options seeded(quint32 seed)
{
    Dispatcher::Options options;
    options.seed = seed;
    return options;
}

} // namespace

class TestPacing : public QObject
{
    Q_OBJECT

private:
    //! One millisecond after the other until `isOver` says so; false when that takes too long.
    static bool run(FakeClock &clock, WindowServer &server, Millis patience,
                    const std::function<bool()> &isOver)
    {
        for (Millis at = 0ms; at < patience; at += 1ms) {
            if (isOver())
                return true;
            server.letOthersCall();
            for (int i = 0; i < 3; ++i)
                QCoreApplication::sendPostedEvents(nullptr, 0);
            clock.advance(1ms);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        return isOver();
    }

    //! The windows between the first and the last, as what was used of them.
    static QList<WindowServer::Window> whole(const WindowServer &server)
    {
        QList<WindowServer::Window> windows;
        for (const auto &[number, window] : server.windows())
            windows.append(window);
        return windows.size() > 2 ? windows.mid(1, windows.size() - 2)
                                  : QList<WindowServer::Window>();
    }

private Q_SLOTS:
    void paceSpreads();
    void paceMakesUpForDelays();
    void turnsAreThreeToOne();
    void usesTheWholeBudgetAlone_data();
    void usesTheWholeBudgetAlone();
    void leavesOthersTheirPart_data();
    void leavesOthersTheirPart();
    void clicksGoAtOnce();
    void backgroundHasAFourth();
    void backgroundAloneIsNotPaced();
};

void TestPacing::paceSpreads()
{
    Pace pace;
    QCOMPARE(pace.next(5000ms), 5000ms);
    // A second's worth goes at twice the pace, then one after the other.
    QList<qint64> left;
    for (Millis at = 5000ms; left.size() < 14; at = pace.next(at)) {
        left.append(at.count() - 5000);
        pace.sent(at, Pace::FineMillis(100));
    }
    const QList<qint64> expected{0, 50, 100, 150, 200, 250, 300, 350, 400, 450, 500, 550, 600, 650};
    QCOMPARE(left, expected);
    // Ten at a time of the second, ten more while they went: from then on each has its time.
    Millis at = 5650ms;
    for (int i = 0; i < 20; ++i) {
        at = pace.next(at);
        pace.sent(at, Pace::FineMillis(100));
    }
    QCOMPARE(pace.next(at) - at, 100ms);
    // Fractions of milliseconds are not lost.
    const Millis before = at;
    for (int i = 0; i < 100; ++i) {
        at = pace.next(at);
        pace.sent(at, Pace::FineMillis(10.5));
    }
    QVERIFY(at - before >= 1040ms && at - before <= 1150ms);
}

void TestPacing::paceMakesUpForDelays()
{
    Pace pace;
    Millis at = 0ms;
    for (int i = 0; i < 100; ++i) {
        at = pace.next(at);
        pace.sent(at, 100ms);
    }
    QCOMPARE(pace.next(at) - at, 100ms);
    // Three seconds late, of which one is made up for.
    at += 3000ms;
    int soon = 0;
    for (Millis last = at; soon < 100; ++soon, last = at) {
        pace.sent(at, 100ms);
        at = pace.next(at);
        if (at - last >= 100ms)
            break;
        QCOMPARE(at - last, 50ms);
    }
    QVERIFY2(soon >= 18 && soon <= 20, qPrintable(QString::number(soon)));
}

void TestPacing::turnsAreThreeToOne()
{
    Turns turns;
    QByteArray order;
    for (int i = 0; i < 9; ++i) {
        const Lane lane = turns.preferred();
        turns.took(lane);
        order += lane == Lane::Bulk ? 'b' : '.';
    }
    QCOMPARE(order, QByteArray("bbb.bbb.b"));
    // Who had to wait is next as soon as it can go, and gets nothing for the time before.
    for (int i = 0; i < 100; ++i)
        turns.took(Lane::Bulk);
    QCOMPARE(turns.preferred(), Lane::Background);
    turns.took(Lane::Background);
    QCOMPARE(turns.preferred(), Lane::Bulk);
}

void TestPacing::usesTheWholeBudgetAlone_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<Millis>("fastest");
    QTest::addColumn<Millis>("slowest");
    QTest::addColumn<bool>("tellsDate");
    QTest::newRow("usual") << 1667 << 100ms << 105ms << true;
    QTest::newRow("jittery") << 1667 << 40ms << 220ms << true;
    QTest::newRow("far away") << 1667 << 250ms << 400ms << true;
    QTest::newRow("no date") << 1667 << 90ms << 130ms << false;
    QTest::newRow("middle plan") << 500 << 60ms << 300ms << true;
    QTest::newRow("small plan") << 167 << 60ms << 300ms << true;
}

// Nobody else is there: every whole window is used up to the reserve, and nothing is refused.
void TestPacing::usesTheWholeBudgetAlone()
{
    QFETCH(int, limit);
    QFETCH(Millis, fastest);
    QFETCH(Millis, slowest);
    QFETCH(bool, tellsDate);
    const quint32 seed = std::random_device()();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    FakeClock clock;
    WindowServer::Habits habits{limit, fastest, slowest, 0, tellsDate, 0};
    // Some phase of a window; without dates the clocks have to agree.
    const qint64 phase = std::uniform_int_distribution<qint64>(0, 9999)(random);
    clock.skewWall(Millis(phase));
    habits.startsAt = clock.now().toMSecsSinceEpoch() + (tellsDate ? 3'600'123 : 0);
    WindowServer server(clock, habits, seed);
    Dispatcher dispatcher(server, clock, seeded(seed));
    Work work(dispatcher, Lane::Bulk, limit * 5);
    QVERIFY(run(clock, server, 70s, [&] { return work.isOver(); }));
    QCOMPARE(server.refused(), 0);
    QVERIFY(whole(server).size() >= 4);
    for (const WindowServer::Window &window : whole(server)) {
        QVERIFY2(window.answered >= limit * 95 / 100, qPrintable(QString::number(window.answered)));
        QVERIFY(window.answered <= limit);
    }
}

void TestPacing::leavesOthersTheirPart_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<double>("others");
    QTest::newRow("half of it") << 1667 << 83.0;
    QTest::newRow("most of it") << 1667 << 140.0;
    QTest::newRow("all of it") << 1667 << 160.0;
    QTest::newRow("half of a small plan") << 167 << 8.0;
}

// Somebody else uses the same budget: the work is slower and gets done, with few refusals.
void TestPacing::leavesOthersTheirPart()
{
    QFETCH(int, limit);
    QFETCH(double, others);
    const quint32 seed = std::random_device()();
    qInfo("seed %u", seed);
    FakeClock clock;
    WindowServer::Habits habits;
    habits.limit = limit;
    habits.others = others;
    habits.startsAt += seed % 10'000;
    WindowServer server(clock, habits, seed);
    Dispatcher dispatcher(server, clock, seeded(seed));
    const double left = limit - others * 10;
    const int total = static_cast<int>(left * 4);
    Work work(dispatcher, Lane::Bulk, total);
    QVERIFY(run(clock, server, 120s, [&] { return work.isOver(); }));
    QCOMPARE(server.answered(Lane::Bulk), total);
    int used = 0;
    for (const WindowServer::Window &window : whole(server)) {
        QVERIFY(window.answered + window.ofOthers <= limit);
        used += window.answered + window.ofOthers;
    }
    QVERIFY2(used >= whole(server).size() * limit * 93 / 100, qPrintable(QString::number(used)));
    QVERIFY2(server.refused() <= total / 50, qPrintable(QString::number(server.refused())));
}

// A person's request in the middle of a run is sent in the millisecond in which it is made.
void TestPacing::clicksGoAtOnce()
{
    FakeClock clock;
    WindowServer::Habits habits;
    habits.fastest = habits.slowest = 100ms;
    WindowServer server(clock, habits, 1);
    Dispatcher dispatcher(server, clock, seeded(1));
    Work work(dispatcher, Lane::Bulk, 8000);
    int clicks = 0;
    for (int turn = 0; turn < 40; ++turn) {
        run(clock, server, 677ms, [] { return false; });
        const Millis at = clock.steady();
        Millis took{0};
        dispatcher.send(requestOf(Lane::Interactive))->onFinished(this, [&](const auto &answer) {
            clicks += answer && answer->status == 200 ? 1 : 0;
            took = clock.steady() - at;
        });
        QVERIFY(run(clock, server, 200ms, [&] { return took > 0ms; }));
        QVERIFY2(took <= 102ms, qPrintable(QString::number(took.count())));
    }
    QCOMPARE(clicks, 40);
    QCOMPARE(server.refused(), 0);
}

// Neither waits for the other to end, and together they keep within the limit.
void TestPacing::backgroundHasAFourth()
{
    const quint32 seed = std::random_device()();
    qInfo("seed %u", seed);
    FakeClock clock;
    // A page of a search takes longer than an archive, here as long.
    WindowServer server(clock, WindowServer::Habits(), seed);
    Dispatcher dispatcher(server, clock, seeded(seed));
    Work bulk(dispatcher, Lane::Bulk, 4000);
    Work background(dispatcher, Lane::Background, 4000);
    QVERIFY(run(clock, server, 60s, [&] { return bulk.isOver(); }));
    const int share = 100 * background.done() / (bulk.done() + background.done());
    QVERIFY2(share >= 22 && share <= 28, qPrintable(QString::number(share)));
    QVERIFY(run(clock, server, 60s, [&] { return background.isOver(); }));
    QCOMPARE(server.refused(), 0);
}

void TestPacing::backgroundAloneIsNotPaced()
{
    FakeClock clock;
    WindowServer::Habits habits;
    habits.fastest = habits.slowest = 50ms;
    WindowServer server(clock, habits, 1);
    Dispatcher::Options options = seeded(1);
    options.laneInFlight = {20, 10, 3};
    options.inFlight = 24;
    Dispatcher dispatcher(server, clock, options);
    Work background(dispatcher, Lane::Background, 800);
    // Ten at a time, twenty times a second.
    QVERIFY(run(clock, server, 4200ms, [&] { return background.isOver(); }));
}

QTEST_GUILESS_MAIN(TestPacing)
#include "tst_pacing.moc"
