// SPDX-License-Identifier: MIT
#include "core/domain/filterdays.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>
#include <QtTest/QTest>

using namespace roster;

namespace {

QString str(const char *text)
{
    return QString::fromUtf8(text);
}

//! Unix seconds of a moment written with its offset from UTC.
qint64 at(const char *moment)
{
    return QDateTime::fromString(str(moment), Qt::ISODate).toSecsSinceEpoch();
}

} // namespace

//! Which seconds a condition on dates means, where clocks change, and far east and west.
class TestFilterDays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ranges_data();
    void ranges();
    void everySecondIsInOneDay_data();
    void everySecondIsInOneDay();
    void anUnknownZoneIsUtc();
    void withoutTodayItIsToday();
};

void TestFilterDays::ranges_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<FilterTest>("test");
    QTest::addColumn<QString>("value");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("last");
    const qint64 min = TimeRange().from;
    const qint64 max = TimeRange().until;
    const auto add = [](const char *name, const char *zone, FilterTest test, const char *value,
                        qint64 first, qint64 until) {
        QTest::newRow(name) << QByteArray(zone) << test << str(value) << first << until;
    };
    const auto on = FilterTest::On;
    add("a day", "UTC", on, "2026-11-21", at("2026-11-21T00:00:00Z"), at("2026-11-22T00:00:00Z"));
    add("before", "UTC", FilterTest::Before, "2026-11-21", min, at("2026-11-21T00:00:00Z"));
    add("after: from the next day", "UTC", FilterTest::After, "2026-11-21",
        at("2026-11-22T00:00:00Z"), max);
    add("23 hours", "Europe/Berlin", on, "2026-03-29", at("2026-03-29T00:00:00+01:00"),
        at("2026-03-30T00:00:00+02:00"));
    add("25 hours", "Europe/Berlin", on, "2026-10-25", at("2026-10-25T00:00:00+02:00"),
        at("2026-10-26T00:00:00+01:00"));
    add("no midnight: the day begins at one", "America/Sao_Paulo", on, "2018-11-04",
        at("2018-11-04T01:00:00-02:00"), at("2018-11-05T00:00:00-02:00"));
    add("the day before it", "America/Sao_Paulo", on, "2018-11-03", at("2018-11-03T00:00:00-03:00"),
        at("2018-11-04T01:00:00-02:00"));
    add("half hours", "Asia/Kolkata", on, "2026-01-01", at("2026-01-01T00:00:00+05:30"),
        at("2026-01-02T00:00:00+05:30"));
    add("a day ahead", "Pacific/Kiritimati", on, "2026-01-01", at("2026-01-01T00:00:00+14:00"),
        at("2026-01-02T00:00:00+14:00"));
    add("today alone", "UTC", FilterTest::InLastDays, "1", at("2026-11-21T00:00:00Z"),
        at("2026-11-22T00:00:00Z"));
    add("a week", "UTC", FilterTest::InLastDays, "7", at("2026-11-15T00:00:00Z"),
        at("2026-11-22T00:00:00Z"));
    add("over the change of the clocks", "Europe/Berlin", FilterTest::InLastDays, "30",
        at("2026-10-23T00:00:00+02:00"), at("2026-11-22T00:00:00+01:00"));
}

void TestFilterDays::ranges()
{
    QFETCH(QByteArray, zone);
    QFETCH(FilterTest, test);
    QFETCH(QString, value);
    QFETCH(qint64, first);
    QFETCH(qint64, last);
    const FilterCondition condition{{FilterField::CreatedAt, {}, {}}, test, {value}, true};
    const TimeRange range = rangeOf(condition, {zone, QDate(2026, 11, 21)});
    QCOMPARE(range.from, first);
    QCOMPARE(range.until, last);
    QVERIFY(!range.contains(last));
    QVERIFY(range.contains(last - 1));
}

void TestFilterDays::everySecondIsInOneDay_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone : {"UTC", "Europe/Berlin", "America/Sao_Paulo", "Asia/Beirut",
                             "Australia/Lord_Howe", "America/New_York", "Pacific/Apia"})
        QTest::newRow(zone) << QByteArray(zone);
}

void TestFilterDays::everySecondIsInOneDay()
{
    QFETCH(QByteArray, zone);
    for (QDate day(2011, 12, 1); day < QDate(2019, 1, 1); day = day.addDays(1)) {
        const qint64 start = startOfDay(day, zone);
        const qint64 next = startOfDay(day.addDays(1), zone);
        // Samoa went to bed on the 29th and woke up on the 31st.
        const bool isSkipped = zone == "Pacific/Apia" && day == QDate(2011, 12, 30);
        QCOMPARE(start == next, isSkipped);
        if (!isSkipped) {
            QCOMPARE(dayAt(start, zone), day);
            QCOMPARE(dayAt(next - 1, zone), day);
        }
    }
}

void TestFilterDays::anUnknownZoneIsUtc()
{
    QCOMPARE(startOfDay(QDate(1970, 1, 2), "Middle/Earth"), qint64(86400));
    QCOMPARE(startOfDay(QDate(1970, 1, 2), {}), qint64(86400));
}

void TestFilterDays::withoutTodayItIsToday()
{
    const FilterCondition condition{
        {FilterField::CreatedAt, {}, {}}, FilterTest::InLastDays, {str("1")}, true};
    const QDate before = QDateTime::currentDateTimeUtc().date();
    const TimeRange range = rangeOf(condition, {"UTC", {}});
    const QDate after = QDateTime::currentDateTimeUtc().date();
    const QDate day = dayAt(range.from, "UTC");
    QVERIFY(day == before || day == after);
}

QTEST_GUILESS_MAIN(TestFilterDays)
#include "tst_filterdays.moc"
