// SPDX-License-Identifier: MIT
#include "ui/contacts/changeplan.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <algorithm>
#include <numeric>

using namespace roster;
using Keys = std::vector<RowKey>;
using Kind = ChangePlan::Kind;

namespace {

Keys counting(int count, RowKey first = 1)
{
    Keys keys(static_cast<size_t>(count));
    std::iota(keys.begin(), keys.end(), first);
    return keys;
}

//! What the plan's steps make of `rows`, done as its documentation says.
Keys applied(const ChangePlan &plan, Keys rows, const Keys &after)
{
    for (auto span = plan.removals.rbegin(); span != plan.removals.rend(); ++span)
        rows.erase(rows.begin() + span->first, rows.begin() + span->first + span->count);
    for (const RowMove &move : plan.moves) {
        const RowKey key = rows[static_cast<size_t>(move.from)];
        rows.erase(rows.begin() + move.from);
        rows.insert(rows.begin() + move.to, key);
    }
    for (const RowSpan &span : plan.insertions)
        rows.insert(rows.begin() + span.first, after.begin() + span.first,
                    after.begin() + span.first + span.count);
    return rows;
}

} // namespace

class TestChangePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plans_data();
    void plans();
    void scatteredChangesBecomeOneLayout();
    void tooManyMovesBecomeOneLayout();
    void biggerTablesAffordFewerSteps();
    void randomPlansLeadToTheNewOrder();
};

void TestChangePlan::plans_data()
{
    QTest::addColumn<Keys>("before");
    QTest::addColumn<Keys>("after");
    QTest::addColumn<ChangePlan>("plan");
    const auto row = [](const char *name, Keys before, Keys after, ChangePlan plan) {
        QTest::newRow(name) << before << after << plan;
    };
    row("equal", {1, 2, 3}, {1, 2, 3}, {});
    row("both empty", {}, {}, {});
    row("filled", {}, {1, 2}, {Kind::Steps, {}, {}, {{0, 2}}});
    row("emptied", {1, 2}, {}, {Kind::Steps, {{0, 2}}, {}, {}});
    row("one leaves", {1, 2, 3}, {1, 3}, {Kind::Steps, {{1, 1}}, {}, {}});
    row("a block leaves", {1, 2, 3, 4}, {1, 4}, {Kind::Steps, {{1, 2}}, {}, {}});
    row("two places", {1, 2, 3, 4}, {2, 4}, {Kind::Steps, {{0, 1}, {2, 1}}, {}, {}});
    row("one comes", {1, 3}, {1, 2, 3}, {Kind::Steps, {}, {}, {{1, 1}}});
    row("one for another", {1, 2, 3}, {1, 9, 3}, {Kind::Steps, {{1, 1}}, {}, {{1, 1}}});
    row("to the front", {1, 2, 3, 4}, {4, 1, 2, 3}, {Kind::Steps, {}, {{3, 0}}, {}});
    row("to the end", {1, 2, 3, 4}, {2, 3, 4, 1}, {Kind::Steps, {}, {{0, 3}}, {}});
    row("two cross", {1, 2, 3, 4}, {2, 4, 3, 1}, {Kind::Steps, {}, {{3, 2}, {0, 3}}, {}});
    row("everything at once", {1, 2, 3, 4, 5}, {5, 1, 7, 3},
        {Kind::Steps, {{1, 1}, {3, 1}}, {{2, 0}}, {{2, 1}}});
}

void TestChangePlan::plans()
{
    QFETCH(Keys, before);
    QFETCH(Keys, after);
    QFETCH(ChangePlan, plan);
    const ChangePlan made = changePlan(before, after);
    QCOMPARE(static_cast<int>(made.kind), static_cast<int>(plan.kind));
    QVERIFY(made.removals == plan.removals);
    QVERIFY(made.insertions == plan.insertions);
    QCOMPARE(applied(made, before, after), after);
    QCOMPARE(made.moves.size(), plan.moves.size());
}

void TestChangePlan::scatteredChangesBecomeOneLayout()
{
    const Keys before = counting(1000);
    Keys after;
    for (const RowKey key : before) {
        if (key % 10 != 0)
            after.push_back(key);
    }
    QVERIFY(changePlan(before, after).kind == Kind::Layout);

    const int enough = affordableSteps(1000);
    after = before;
    std::erase_if(after, [enough](RowKey key) { return key % 10 == 0 && key <= 10 * enough; });
    QVERIFY(changePlan(before, after).kind == Kind::Steps);
    std::erase(after, 10 * enough + 10);
    QVERIFY(changePlan(before, after).kind == Kind::Layout);
}

void TestChangePlan::tooManyMovesBecomeOneLayout()
{
    const Keys before = counting(1000);
    Keys after = before;
    std::reverse(after.begin(), after.end());
    QVERIFY(changePlan(before, after).kind == Kind::Layout);
    QVERIFY(changePlan(before, after).moves.empty());
}

void TestChangePlan::biggerTablesAffordFewerSteps()
{
    QVERIFY(affordableSteps(10'000) > affordableSteps(100'000));
    QVERIFY(affordableSteps(100'000) > affordableSteps(1'000'000));
    QVERIFY(affordableSteps(1'000'000) >= 1);
}

void TestChangePlan::randomPlansLeadToTheNewOrder()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    int steps = 0;
    for (int round = 0; round < 1000; ++round) {
        Keys before = counting(random.bounded(40));
        std::shuffle(before.begin(), before.end(), random);
        Keys after = before;
        for (int change = random.bounded(6); change > 0; --change) {
            const auto place = after.begin() + random.bounded(static_cast<int>(after.size()) + 1);
            const bool canTake = place != after.end();
            switch (random.bounded(3)) {
            case 0:
                after.insert(place, 1000 + change);
                break;
            case 1:
                if (canTake)
                    after.erase(place);
                break;
            default:
                if (canTake)
                    std::rotate(after.begin(), place, place + 1);
            }
        }
        const ChangePlan plan = changePlan(before, after);
        QVERIFY((plan.kind == Kind::Nothing) == (before == after));
        if (plan.kind == Kind::Layout) {
            Keys all = before;
            all.insert(all.end(), plan.added.begin(), plan.added.end());
            Keys wanted = after;
            wanted.insert(wanted.end(), plan.leaving.begin(), plan.leaving.end());
            QVERIFY(std::is_permutation(all.begin(), all.end(), wanted.begin(), wanted.end()));
        }
        if (plan.kind != Kind::Steps)
            continue;
        ++steps;
        QCOMPARE(applied(plan, before, after), after);
    }
    QVERIFY2(steps > 500, "few changes need few steps");
}

QTEST_APPLESS_MAIN(TestChangePlan)
#include "tst_changeplan.moc"
