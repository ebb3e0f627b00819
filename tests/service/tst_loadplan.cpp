// SPDX-License-Identifier: MIT
// A workspace is divided into searches that leave no gap, whatever its days are like.
#include "core/service/loadplan.h"

#include <QtCore/QDateTime>
#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

constexpr int PageSize = 150;

struct Person
{
    QString id;
    std::optional<qint64> createdAt;
};

//! A server that knows searches of windows and nothing else, written to be obviously right: days by
//! the calendar of `zone`, pages in the order of creation, claims of totals as wrong as asked for.
class Server
{
public:
    Server(const QByteArray &zone, QList<Person> people)
        : m_zone(zone)
        , m_people(std::move(people))
    {
        std::sort(m_people.begin(), m_people.end(), [](const Person &a, const Person &b) {
            return std::pair(a.createdAt.value_or(0), a.id) <
                   std::pair(b.createdAt.value_or(0), b.id);
        });
    }

    //! The page of the search that Roster asks for `window` with.
    LoadPlan::Page page(const LoadWindow &window, const WorkspaceDays &days)
    {
        const bool hasStart = window.firstDay.isValid();
        const bool hasEnd = window.lastDay.isValid();
        const qint64 from = hasStart ? startAfter(days.after(window.firstDay)) : 0;
        const qint64 to = hasEnd ? start(days.before(window.lastDay)) : farFuture;
        QList<Person> found;
        for (const Person &person : m_people) {
            const bool isInTime =
                window.isUndated
                    ? !person.createdAt
                    : person.createdAt && *person.createdAt >= from && *person.createdAt < to;
            if (isInTime && person.id.endsWith(window.idEnding))
                found.append(person);
        }
        const int skipped = window.cursor.toInt();
        const QList<Person> shown = found.mid(skipped, PageSize);
        LoadPlan::Page page;
        page.contacts = int(shown.size());
        page.total = claim ? *claim : int(found.size());
        if (skipped + shown.size() < found.size())
            page.next = QString::number(skipped + shown.size());
        if (!shown.isEmpty())
            page.lastCreatedAt = shown.constLast().createdAt;
        page.hasHexIds = hasHexIds;
        ++pages;
        for (const Person &person : shown)
            ++seen[person.id];
        return page;
    }

    std::optional<int> claim;
    bool hasHexIds = true;
    int pages = 0;
    QHash<QString, int> seen;

private:
    static constexpr qint64 farFuture = 100'000'000'000;

    //! The first moment of the day that `at` is in.
    qint64 start(qint64 at) const
    {
        return QDateTime::fromSecsSinceEpoch(at, m_zone)
            .date()
            .startOfDay(m_zone)
            .toSecsSinceEpoch();
    }
    //! The first moment of the day after.
    qint64 startAfter(qint64 at) const
    {
        QDate day = QDateTime::fromSecsSinceEpoch(at, m_zone).date().addDays(1);
        while (!day.startOfDay(m_zone).isValid())
            day = day.addDays(1);
        return day.startOfDay(m_zone).toSecsSinceEpoch();
    }

    QTimeZone m_zone;
    QList<Person> m_people;
};

QString idOf(int number)
{
    return u"63a0"_s + QString::number(number, 16).rightJustified(20, u'0');
}

//! Reads everything, `width` pages at a time that come in any order. The longest chain of pages
//! that waited for each other, which is what the time is.
int readAll(LoadPlan &plan, Server &server, const WorkspaceDays &days, int width,
            QRandomGenerator &random)
{
    QList<std::pair<int, LoadPlan::Page>> open;
    int rounds = 0;
    for (;;) {
        while (open.size() < width) {
            const auto number = plan.take();
            if (!number)
                break;
            open.append({*number, server.page(plan.window(*number), days)});
        }
        if (open.isEmpty())
            return rounds;
        std::shuffle(open.begin(), open.end(), random);
        for (const auto &[number, page] : std::exchange(open, {}))
            plan.arrived(number, page);
        ++rounds;
        if (rounds > 100'000)
            qFatal("a plan without end");
    }
}

qint64 at(const QTimeZone &zone, int year, int month, int day, int hour, int minute)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute), zone).toSecsSinceEpoch();
}

} // namespace

class TestLoadPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void daysCut_data();
    void daysCut();
    void everybodyIsSeen_data();
    void everybodyIsSeen();
    void emptyWorkspace();
    void splitsSideBySide();
    void unevenDaysAreSplitToo();
    void fullDayIsSplitByIds();
    void idsOfAnotherFormAreNotSplit();
    void refusedDigitsFallBack();
    void refusedNullIsNothing();
    void repeatedCursorEnds();
    void cursorOfLongAgo();
    void goesOnAnywhere();
    void failedWindowIsLeftAlone();
    void unknownZone();

private:
    static void readsSideBySide(const QList<Person> &people, qint64 now, int times,
                                QRandomGenerator &random);
};

void TestLoadPlan::daysCut_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDate>("day");
    QTest::newRow("utc") << QByteArray("UTC") << QDate(2024, 5, 5);
    QTest::newRow("spring in Berlin") << QByteArray("Europe/Berlin") << QDate(2024, 3, 31);
    QTest::newRow("autumn in Berlin") << QByteArray("Europe/Berlin") << QDate(2024, 10, 27);
    QTest::newRow("no midnight in Santiago") << QByteArray("America/Santiago") << QDate(2024, 9, 8);
    QTest::newRow("two midnights in Havana") << QByteArray("America/Havana") << QDate(2024, 11, 3);
    QTest::newRow("far west") << QByteArray("Pacific/Pago_Pago") << QDate(2024, 1, 1);
    QTest::newRow("far east") << QByteArray("Pacific/Kiritimati") << QDate(2024, 12, 31);
    QTest::newRow("half an hour") << QByteArray("Australia/Lord_Howe") << QDate(2024, 10, 6);
    QTest::newRow("before a skipped day") << QByteArray("Pacific/Apia") << QDate(2011, 12, 29);
    QTest::newRow("after a skipped day") << QByteArray("Pacific/Apia") << QDate(2011, 12, 31);
}

void TestLoadPlan::daysCut()
{
    QFETCH(QByteArray, zone);
    QFETCH(QDate, day);
    const WorkspaceDays days(zone);
    const QTimeZone calendar(zone);
    // "After" and "before" name the neighbours, seen with the server's eyes.
    const QDate later = QDateTime::fromSecsSinceEpoch(days.before(day), calendar).date();
    const QDate earlier = QDateTime::fromSecsSinceEpoch(days.after(day), calendar).date();
    QVERIFY(later > day);
    QVERIFY(earlier < day);
    // Nothing lies between: the neighbour's first moment is the day's last and one second.
    const qint64 end = later.startOfDay(calendar).toSecsSinceEpoch();
    QCOMPARE(days.dayOf(end), later);
    QCOMPARE(days.dayOf(end - 1), day);
    // Where midnight comes twice, an hour may count to either day.
    QCOMPARE(days.dayOf(day.startOfDay(calendar).toSecsSinceEpoch() - 3601), earlier);
    QVERIFY(days.wellPast(day) > end);
    QVERIFY(days.dayOf(days.wellPast(day)) == later);
}

void TestLoadPlan::everybodyIsSeen_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("width");
    for (const char *zone : {"UTC", "Europe/Berlin", "America/Santiago", "Pacific/Kiritimati",
                             "America/St_Johns", "Asia/Kathmandu"}) {
        for (const int width : {1, 3, 20}) {
            QTest::addRow("%s, %d at a time", zone, width) << QByteArray(zone) << 6000 << width;
        }
    }
}

void TestLoadPlan::everybodyIsSeen()
{
    QFETCH(QByteArray, zone);
    QFETCH(int, count);
    QFETCH(int, width);
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QTimeZone calendar(zone);
    const qint64 now = at(calendar, 2024, 11, 20, 15, 0);
    QList<Person> people;
    for (int i = 0; i < count; ++i) {
        // Some long ago, more lately, crowds around midnights and changes of summer time.
        qint64 created = now - qint64(random.bounded(1000)) * random.bounded(1000) * 150;
        if (i % 7 == 0)
            created = at(calendar, 2024, 10, 27, 0, 0) + random.bounded(7200) - 3600;
        if (i % 11 == 0)
            created = at(calendar, 2024, 9, 8, 1, 0) + random.bounded(7200) - 3600;
        people.append({idOf(i), i % 97 == 0 ? std::nullopt : std::optional(created)});
    }
    const WorkspaceDays days(zone);
    Server server(zone, people);
    if (random.bounded(2) == 1)
        server.claim = random.bounded(20'000);
    LoadPlan plan(days);
    plan.begin(days.dayOf(now));
    readAll(plan, server, days, width, random);
    QVERIFY(plan.isDone());
    QCOMPARE(server.seen.size(), count);
}

void TestLoadPlan::emptyWorkspace()
{
    const WorkspaceDays days("UTC");
    Server server("UTC", {});
    LoadPlan plan(days);
    plan.begin(QDate(2024, 11, 20));
    QRandomGenerator random(1);
    readAll(plan, server, days, 20, random);
    QVERIFY(plan.isDone());
    QCOMPARE(server.pages, 3);
}

//! Reads all of `people`: the chain of pages is at most 1/`times` of one page after another.
void TestLoadPlan::readsSideBySide(const QList<Person> &people, qint64 now, int times,
                                   QRandomGenerator &random)
{
    const WorkspaceDays days("UTC");
    Server server("UTC", people);
    LoadPlan plan(days);
    plan.begin(days.dayOf(now));
    const int serial = int(people.size()) / PageSize;
    const int chain = readAll(plan, server, days, 20, random);
    QCOMPARE(server.seen.size(), people.size());
    qInfo("%d pages one by one, a chain of %d side by side, %d pages asked for", serial, chain,
          server.pages);
    QVERIFY2(chain <= serial / times, qPrintable(QString::number(chain)));
    QVERIFY2(server.pages <= serial * 5 / 4, qPrintable(QString::number(server.pages)));
}

void TestLoadPlan::splitsSideBySide()
{
    const QTimeZone calendar("UTC");
    QRandomGenerator random(7);
    const qint64 now = at(calendar, 2024, 11, 20, 15, 0);
    QList<Person> people;
    for (int i = 0; i < 30'000; ++i)
        people.append({idOf(i), now - qint64(random.bounded(1000)) * random.bounded(1000) * 150});
    readsSideBySide(people, now, 6, random);
}

void TestLoadPlan::unevenDaysAreSplitToo()
{
    // A slow beginning, then far more each day: half of the days hold a small part of the contacts.
    const QTimeZone calendar("UTC");
    QRandomGenerator random(11);
    const qint64 now = at(calendar, 2024, 11, 20, 15, 0);
    QList<Person> people;
    for (int i = 0; i < 60'000; ++i) {
        const double age = random.generateDouble();
        people.append({idOf(i), now - qint64(age * age * age * 700 * 86'400)});
    }
    readsSideBySide(people, now, 14, random);
}

void TestLoadPlan::fullDayIsSplitByIds()
{
    // Everything was imported within one hour, a quiet day before and after.
    const QTimeZone calendar("Europe/Berlin");
    QRandomGenerator random(3);
    const qint64 import = at(calendar, 2024, 5, 7, 2, 0);
    QList<Person> people;
    for (int i = 0; i < 20'000; ++i)
        people.append({idOf(i), import + random.bounded(3600)});
    for (int i = 0; i < 300; ++i)
        people.append({idOf(30'000 + i), import + (i % 2 ? 1 : -1) * 86'400 * 3});
    const WorkspaceDays days("Europe/Berlin");
    Server server("Europe/Berlin", people);
    LoadPlan plan(days);
    plan.begin(days.dayOf(import + 40 * 86'400));
    const int serial = 20'300 / PageSize;
    const int chain = readAll(plan, server, days, 20, random);
    QCOMPARE(server.seen.size(), people.size());
    QVERIFY2(chain <= serial / 4, qPrintable(QString::number(chain)));
    const QList<LoadWindow> windows = plan.windows();
    QVERIFY(std::any_of(windows.begin(), windows.end(),
                        [](const LoadWindow &window) { return !window.idEnding.isEmpty(); }));
}

void TestLoadPlan::idsOfAnotherFormAreNotSplit()
{
    QRandomGenerator random(3);
    QList<Person> people;
    for (int i = 0; i < 3000; ++i)
        people.append({u"contact-%1-z"_s.arg(i), 1'715'000'000 + i});
    const WorkspaceDays days("UTC");
    Server server("UTC", people);
    server.hasHexIds = false;
    LoadPlan plan(days);
    plan.begin(QDate(2024, 11, 20));
    readAll(plan, server, days, 20, random);
    QCOMPARE(server.seen.size(), 3000);
}

void TestLoadPlan::refusedDigitsFallBack()
{
    QRandomGenerator random(5);
    QList<Person> people;
    for (int i = 0; i < 6000; ++i)
        people.append({idOf(i), (i % 2 ? 1'715'000'000 : 1'725'000'000) + i % 3000});
    const WorkspaceDays days("UTC");
    Server server("UTC", people);
    LoadPlan plan(days);
    plan.begin(QDate(2024, 11, 20));
    int refusals = 0;
    QList<int> open;
    for (;;) {
        while (open.size() < 6) {
            const auto number = plan.take();
            if (!number)
                break;
            open.append(*number);
        }
        if (open.isEmpty())
            break;
        const int number = open.takeAt(random.bounded(int(open.size())));
        if (plan.window(number).idEnding.isEmpty()) {
            plan.arrived(number, server.page(plan.window(number), days));
        } else {
            QVERIFY(plan.refused(number));
            ++refusals;
        }
    }
    QVERIFY(refusals >= 16);
    QVERIFY(plan.isDone());
    QCOMPARE(server.seen.size(), 6000);
}

void TestLoadPlan::refusedNullIsNothing()
{
    LoadPlan plan(WorkspaceDays("UTC"));
    plan.begin(QDate(2024, 11, 20));
    for (int i = 0; i < 3; ++i) {
        const int number = plan.take().value();
        QCOMPARE(plan.refused(number), plan.window(number).isUndated);
    }
    QVERIFY(!plan.isDone());
}

void TestLoadPlan::repeatedCursorEnds()
{
    LoadPlan plan(WorkspaceDays("UTC"));
    plan.beginUndated();
    for (int i = 0; i < 2; ++i) {
        const int number = plan.take().value();
        plan.arrived(number, {PageSize, 600, u"again"_s, {}, false});
    }
    QVERIFY(plan.isDone());
    QCOMPARE(plan.take(), std::nullopt);
}

void TestLoadPlan::cursorOfLongAgo()
{
    const WorkspaceDays days("UTC");
    LoadPlan plan(days);
    plan.begin(QDate(2024, 11, 20));
    const int past = plan.take().value();
    QVERIFY(!plan.window(past).firstDay.isValid());
    const qint64 reached = 1'715'000'000;
    plan.arrived(past, {PageSize, 200, u"cursor"_s, reached, true});
    QCOMPARE(plan.window(past).cursor, u"cursor"_s);
    plan.restart(past);
    QVERIFY(plan.window(past).cursor.isEmpty());
    QCOMPARE(plan.window(past).firstDay, days.dayOf(reached));
}

void TestLoadPlan::goesOnAnywhere()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const qint64 now = 1'732'000'000;
    QList<Person> people;
    for (int i = 0; i < 5000; ++i)
        people.append({idOf(i), now - (i % 3 == 0 ? 5000 : 0) - 86'400 * random.bounded(3)});
    const WorkspaceDays days("Europe/Berlin");
    Server server("Europe/Berlin", people);
    // What is kept: as it is after each page, by the changes that were told.
    std::map<int, LoadWindow> kept;
    LoadPlan plan(days);
    plan.begin(days.dayOf(now));
    int restarts = 0;
    for (;;) {
        for (const LoadWindow &window : plan.takeChanges())
            kept.insert_or_assign(window.number, window);
        if (random.bounded(2) == 0) {
            QList<LoadWindow> windows;
            for (const auto &[number, window] : kept)
                windows.append(window);
            QCOMPARE(windows, plan.windows());
            plan.resume(windows);
            ++restarts;
        }
        // Some pages are asked for and never come.
        QList<int> open;
        for (int i = random.bounded(1, 5); i > 0; --i) {
            if (const auto number = plan.take())
                open.append(*number);
        }
        if (open.isEmpty() && plan.isDone())
            break;
        if (open.isEmpty()) {
            plan.resume(plan.windows());
            continue;
        }
        for (const int number : open)
            plan.arrived(number, server.page(plan.window(number), days));
    }
    QVERIFY(restarts > 3);
    QCOMPARE(server.seen.size(), 5000);
}

void TestLoadPlan::failedWindowIsLeftAlone()
{
    LoadPlan plan(WorkspaceDays("UTC"));
    plan.begin(QDate(2024, 11, 20));
    const int first = plan.take().value();
    plan.failed(first);
    QSet<int> others;
    while (const auto number = plan.take())
        others.insert(*number);
    QCOMPARE(others.size(), 2);
    QVERIFY(!others.contains(first));
    QVERIFY(!plan.isDone());
    plan.resume(plan.windows());
    QCOMPARE(plan.take(), std::optional(first));
}

void TestLoadPlan::unknownZone()
{
    // The server's days begin at other hours than those of UTC, which are taken instead.
    QRandomGenerator random(11);
    for (const char *zone : {"Pacific/Kiritimati", "Pacific/Pago_Pago"}) {
        QList<Person> people;
        for (int i = 0; i < 4000; ++i)
            people.append({idOf(i), 1'715'000'000 + random.bounded(10 * 86'400)});
        const WorkspaceDays days("Nowhere/Atall");
        Server server(zone, people);
        LoadPlan plan(days);
        plan.begin(days.dayOf(1'730'000'000));
        readAll(plan, server, days, 12, random);
        QCOMPARE(server.seen.size(), 4000);
    }
}

QTEST_GUILESS_MAIN(TestLoadPlan)
#include "tst_loadplan.moc"
