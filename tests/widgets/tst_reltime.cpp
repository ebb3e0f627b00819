// SPDX-License-Identifier: MIT
// Times in words: every step at both of its edges, what is to come, and exact text by time zone.
#include "ui/text/reltime.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
// A twelfth of 365.25 days, and that year.
constexpr qint64 month = 2'629'800;
constexpr qint64 year = 31'557'600;

} // namespace

class TestRelTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void relative_data();
    void relative();
    void anyMomentAsNow();
    void neverIsSaid();
    void exact_data();
    void exact();
    void dates_data();
    void dates();
    void nothingForNoTime();
};

void TestRelTime::relative_data()
{
    QTest::addColumn<qint64>("secondsAgo");
    QTest::addColumn<QString>("words");
    const std::pair<qint64, QString> rows[] = {
        {0, u"just now"_s},
        {59, u"just now"_s},
        {-59, u"just now"_s},
        {minute, u"1 min ago"_s},
        {2 * minute - 1, u"1 min ago"_s},
        {2 * minute, u"2 min ago"_s},
        {hour - 1, u"59 min ago"_s},
        {hour, u"1 h ago"_s},
        {day - 1, u"23 h ago"_s},
        {day, u"1 d ago"_s},
        {2 * day - 1, u"1 d ago"_s},
        {30 * day, u"30 d ago"_s},
        {month - 1, u"30 d ago"_s},
        {month, u"1 mo ago"_s},
        {11 * month, u"11 mo ago"_s},
        {year - 1, u"11 mo ago"_s},
        {year, u"1 y ago"_s},
        {2 * year - 1, u"1 y ago"_s},
        {5 * year + month, u"5 y ago"_s},
        {-minute, u"in 1 min"_s},
        {-(hour - 1), u"in 59 min"_s},
        {-hour, u"in 1 h"_s},
        {-(day - 1), u"in 23 h"_s},
        {-2 * day, u"in 2 d"_s},
        {-(month - 1), u"in 30 d"_s},
        {-month, u"in 1 mo"_s},
        {-(year - 1), u"in 11 mo"_s},
        {-3 * year, u"in 3 y"_s},
    };
    for (const auto &[ago, words] : rows)
        QTest::addRow("%lld s ago", static_cast<long long>(ago)) << ago << words;
}

void TestRelTime::relative()
{
    QFETCH(qint64, secondsAgo);
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'750'000'000, Qt::UTC);
    QTEST(RelTime::relative(now.addSecs(-secondsAgo), now), "words");
}

void TestRelTime::anyMomentAsNow()
{
    const QDateTime time(QDate(2024, 2, 29), QTime(23, 59, 59), QTimeZone("Pacific/Auckland"));
    const QDateTime now = time.toUTC().addDays(1);
    QCOMPARE(RelTime::relative(time, now), u"1 d ago"_s);
    // The epoch is a time like any other.
    QCOMPARE(RelTime::relative(QDateTime::fromSecsSinceEpoch(0, Qt::UTC),
                               QDateTime::fromSecsSinceEpoch(year, Qt::UTC)),
             u"1 y ago"_s);
}

void TestRelTime::neverIsSaid()
{
    QCOMPARE(RelTime::relative({}, QDateTime::fromSecsSinceEpoch(0, Qt::UTC)), u"never"_s);
}

void TestRelTime::exact_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDateTime>("time");
    QTest::addColumn<QString>("text");
    const QDateTime summer(QDate(2024, 5, 29), QTime(12, 2), Qt::UTC);
    const QDateTime winter(QDate(2024, 12, 31), QTime(23, 30), Qt::UTC);
    // On the last Sunday of March clocks in Berlin go from 2:00 to 3:00, which is 1:00 UTC.
    const QDateTime before(QDate(2024, 3, 31), QTime(0, 59), Qt::UTC);
    const QDateTime after(QDate(2024, 3, 31), QTime(1, 0), Qt::UTC);
    QTest::newRow("UTC") << QByteArray("UTC") << summer << u"29 May 2024, 12:02 UTC"_s;
    QTest::newRow("Berlin") << QByteArray("Europe/Berlin") << summer
                            << u"29 May 2024, 14:02 CEST"_s;
    QTest::newRow("next year") << QByteArray("Europe/Berlin") << winter
                               << u"1 Jan 2025, 00:30 CET"_s;
    QTest::newRow("New York") << QByteArray("America/New_York") << winter
                              << u"31 Dec 2024, 18:30 EST"_s;
    QTest::newRow("half hour") << QByteArray("Asia/Kolkata") << summer
                               << u"29 May 2024, 17:32 IST"_s;
    QTest::newRow("before the change")
        << QByteArray("Europe/Berlin") << before << u"31 Mar 2024, 01:59 CET"_s;
    QTest::newRow("after the change")
        << QByteArray("Europe/Berlin") << after << u"31 Mar 2024, 03:00 CEST"_s;
}

void TestRelTime::exact()
{
    QFETCH(QByteArray, zone);
    QFETCH(QDateTime, time);
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    QTEST(RelTime::exact(time, QTimeZone(zone), british), "text");
}

void TestRelTime::dates_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("text");
    QTest::newRow("en_GB") << u"en_GB"_s << u"29 May 2024"_s;
    QTest::newRow("en_US") << u"en_US"_s << u"May 29, 2024"_s;
    QTest::newRow("de_DE") << u"de_DE"_s << u"29. Mai 2024"_s;
    QTest::newRow("fr_FR") << u"fr_FR"_s << u"29 mai 2024"_s;
    QTest::newRow("ja_JP") << u"ja_JP"_s << u"2024年5月29日"_s;
    QTest::newRow("C") << u"C"_s << u"29 May 2024"_s;
}

void TestRelTime::dates()
{
    QFETCH(QString, locale);
    const QDateTime time(QDate(2024, 5, 29), QTime(12, 2), Qt::UTC);
    QTEST(RelTime::date(time, QTimeZone::utc(), QLocale(locale)), "text");
}

void TestRelTime::nothingForNoTime()
{
    QCOMPARE(RelTime::date({}, QTimeZone::utc(), QLocale::c()), QString());
    QCOMPARE(RelTime::exact({}, QTimeZone::utc(), QLocale::c()), QString());
}

QTEST_GUILESS_MAIN(TestRelTime)
#include "tst_reltime.moc"
