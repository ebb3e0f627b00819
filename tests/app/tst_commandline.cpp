// SPDX-License-Identifier: MIT
#include "app/parts/commandline.h"

#include <QtTest/QTest>

using namespace roster;

//! The arguments of the program, as a table.
class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ends_data();
    void ends();
    void reads();
};

void TestCommandLine::ends_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("help") << QStringList{QStringLiteral("--help")} << 0;
    QTest::newRow("version") << QStringList{QStringLiteral("--version")} << 0;
    QTest::newRow("unknown flag") << QStringList{QStringLiteral("--frobnicate")} << 2;
    QTest::newRow("left over") << QStringList{QStringLiteral("something")} << 2;
    QTest::newRow("no value") << QStringList{QStringLiteral("--profile")} << 2;
    QTest::newRow("empty value") << QStringList{QStringLiteral("--tour=")} << 2;
    for (const char *url : {"http://api.intercom.io", "http://192.168.1.2:8000", "ftp://127.0.0.1",
                            "nonsense", "https://", "http://localhost.evil.example"}) {
        QTest::newRow(url) << QStringList{QStringLiteral("--base-url"), QLatin1String(url)} << 2;
    }
}

void TestCommandLine::ends()
{
    QFETCH(const QStringList, arguments);
    const auto parsed = parseCommandLine(QStringList{QStringLiteral("roster")} + arguments);
    const auto *end = std::get_if<CommandLineExit>(&parsed);
    QVERIFY(end);
    QTEST(end->code, "code");
    QVERIFY(!end->text.isEmpty());
}

void TestCommandLine::reads()
{
    const auto parsed = parseCommandLine(
        {QStringLiteral("roster"), QStringLiteral("--sandbox"), QStringLiteral("--profile"),
         QStringLiteral("/tmp/p"), QStringLiteral("--base-url"),
         QStringLiteral("http://127.0.0.1:8000"), QStringLiteral("--token-file"),
         QStringLiteral("t"), QStringLiteral("--ca-file"), QStringLiteral("c")});
    const auto *line = std::get_if<CommandLine>(&parsed);
    QVERIFY(line);
    QVERIFY(line->openSandbox);
    QCOMPARE(line->profile, QStringLiteral("/tmp/p"));
    QCOMPARE(line->baseUrl, QUrl(QStringLiteral("http://127.0.0.1:8000")));
    QCOMPARE(line->tokenFile, QStringLiteral("t"));
    QCOMPARE(line->caFile, QStringLiteral("c"));
    QVERIFY(line->tourDir.isEmpty());
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
