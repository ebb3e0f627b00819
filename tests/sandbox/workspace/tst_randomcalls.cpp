// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/twins.h"

#include <random>

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! Random calls, each answer and now and then every list compared with a naive model.
class RandomCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void calls_data();
    void calls();
};

// A failure is repeated with ROSTER_TEST_SEED set to the seed that was printed.
void RandomCallsTest::calls_data()
{
    QTest::addColumn<uint>("seed");
    bool isGiven = false;
    const uint given = qEnvironmentVariable("ROSTER_TEST_SEED").toUInt(&isGiven);
    if (isGiven) {
        QTest::newRow("given") << given;
        return;
    }
    QTest::newRow("always the same") << 20'231'115U;
    QTest::newRow("a new one each time") << std::random_device()();
}

void RandomCallsTest::calls()
{
    QFETCH(uint, seed);
    qInfo("seed %u", seed);
    Twins twins(seed);
    for (int i = 0; i < 1500; ++i) {
        const QString wrong = twins.step();
        QVERIFY2(wrong.isEmpty(), qPrintable(u"step %1: %2"_s.arg(i).arg(wrong)));
        if (i % 100 == 99) {
            const QString all = twins.compareAll();
            QVERIFY2(all.isEmpty(), qPrintable(u"after step %1: %2"_s.arg(i).arg(all)));
        }
    }
}

QTEST_GUILESS_MAIN(RandomCallsTest)
#include "tst_randomcalls.moc"
