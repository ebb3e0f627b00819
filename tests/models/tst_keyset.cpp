// SPDX-License-Identifier: MIT
#include "ui/contacts/keyset.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <set>

using namespace roster;

class TestKeySet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatIsPutIn();
    void sparseAndOddKeysAreKept();
    void equalityIsByContent();
    void behavesLikeASet();
};

void TestKeySet::keepsWhatIsPutIn()
{
    KeySet set;
    QVERIFY(set.isEmpty());
    QVERIFY(set.insert(63));
    QVERIFY(set.insert(64));
    QVERIFY(!set.insert(64));
    QCOMPARE(set.size(), 2);
    QVERIFY(set.contains(63) && set.contains(64) && !set.contains(65));
    QVERIFY(set.remove(63));
    QVERIFY(!set.remove(63));
    QCOMPARE(set.keys(), std::vector<RowKey>{64});
    set.clear();
    QVERIFY(set.isEmpty() && !set.contains(64));
}

void TestKeySet::sparseAndOddKeysAreKept()
{
    KeySet set;
    const std::vector<RowKey> keys{-5, 0, 1, 4095, 4096, 1'000'000'000, RowKey(1) << 40};
    for (const RowKey key : keys)
        QVERIFY(set.insert(key));
    QCOMPARE(set.keys(), keys);
    for (const RowKey key : keys)
        QVERIFY(set.contains(key) && set.remove(key));
    QVERIFY(set.isEmpty());
}

void TestKeySet::equalityIsByContent()
{
    KeySet a;
    KeySet b;
    a.insert(1);
    a.insert(9000);
    b.insert(9000);
    QVERIFY(!(a == b));
    b.insert(1);
    QVERIFY(a == b);
    b.insert(20'000);
    b.remove(20'000);
    QVERIFY(a == b);
    b.remove(1);
    b.insert(2);
    QVERIFY(!(a == b));
}

void TestKeySet::behavesLikeASet()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    KeySet set;
    std::set<RowKey> naive;
    for (int i = 0; i < 20'000; ++i) {
        const RowKey key = random.bounded(9000);
        if (random.bounded(2) == 0)
            QCOMPARE(set.insert(key), naive.insert(key).second);
        else
            QCOMPARE(set.remove(key), naive.erase(key) > 0);
    }
    QCOMPARE(set.size(), static_cast<qsizetype>(naive.size()));
    QCOMPARE(set.keys(), std::vector<RowKey>(naive.begin(), naive.end()));
}

QTEST_APPLESS_MAIN(TestKeySet)
#include "tst_keyset.moc"
