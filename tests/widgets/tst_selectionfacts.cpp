// SPDX-License-Identifier: MIT
// What the panel says of many contacts at once.
#include "ui/panel/selectionfacts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

ContactRow row(Role role, const QString &owner = {}, std::optional<qint64> seen = {})
{
    ContactRow made;
    made.role = role;
    made.owner = AdminId(owner);
    made.lastSeenAt = seen;
    return made;
}

using Owners = QList<std::pair<AdminId, int>>;

} // namespace

class TestSelectionFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobody() { QCOMPARE(factsOf({}), SelectionFacts()); }
    void roles_data();
    void roles();
    void ownersByNumberThenId();
    void rangeOfDates_data();
    void rangeOfDates();
};

void TestSelectionFacts::roles_data()
{
    QTest::addColumn<QList<Role>>("given");
    QTest::addColumn<int>("users");
    QTest::addColumn<int>("leads");
    using enum Role;
    QTest::newRow("one user") << QList<Role>{User} << 1 << 0;
    QTest::newRow("one lead") << QList<Role>{Lead} << 0 << 1;
    QTest::newRow("mixed") << QList<Role>{User, Lead, User, Other} << 2 << 1;
    QTest::newRow("neither") << QList<Role>{Other, Other} << 0 << 0;
}

void TestSelectionFacts::roles()
{
    QFETCH(QList<Role>, given);
    QList<ContactRow> rows;
    for (const Role role : given)
        rows << row(role);
    QTEST(factsOf(rows).users, "users");
    QTEST(factsOf(rows).leads, "leads");
}

void TestSelectionFacts::ownersByNumberThenId()
{
    QList<ContactRow> rows;
    for (const auto &owner : {u"7"_s, u"3"_s, QString(), u"3"_s, u"9"_s, QString(), u"3"_s})
        rows << row(Role::User, owner);
    const Owners expected{
        {AdminId(u"3"_s), 3}, {AdminId(), 2}, {AdminId(u"7"_s), 1}, {AdminId(u"9"_s), 1}};
    QCOMPARE(factsOf(rows).owners, expected);
    std::reverse(rows.begin(), rows.end());
    QCOMPARE(factsOf(rows).owners, expected);
}

void TestSelectionFacts::rangeOfDates_data()
{
    using Times = QList<std::optional<qint64>>;
    QTest::addColumn<Times>("given");
    QTest::addColumn<std::optional<qint64>>("first");
    QTest::addColumn<std::optional<qint64>>("last");
    using Time = std::optional<qint64>;
    QTest::newRow("never") << Times{{}, {}} << Time() << Time();
    QTest::newRow("one") << Times{{}, 50} << Time(50) << Time(50);
    QTest::newRow("several") << Times{70, 50, {}, 90, 60} << Time(50) << Time(90);
    QTest::newRow("before 1970") << Times{0, -5} << Time(-5) << Time(0);
}

void TestSelectionFacts::rangeOfDates()
{
    QFETCH(QList<std::optional<qint64>>, given);
    QFETCH(std::optional<qint64>, first);
    QFETCH(std::optional<qint64>, last);
    QList<ContactRow> rows;
    for (const auto &time : given)
        rows << row(Role::User, {}, time);
    QVERIFY(factsOf(rows).firstSeen == first);
    QVERIFY(factsOf(rows).lastSeen == last);
}

QTEST_GUILESS_MAIN(TestSelectionFacts)
#include "tst_selectionfacts.moc"
