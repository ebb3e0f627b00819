// SPDX-License-Identifier: MIT
#include "core/domain/csv.h"
#include "core/domain/privatefile.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace roster;

//! Tables as a spreadsheet may open them, and the file they are put into.
class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesCells_data();
    void writesCells();
    void writesLines();
    void filesAreTheOwnersAlone();
    void whatCannotBeWrittenStays();
};

void TestCsv::writesCells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cell");
    const auto row = [](const char *name, const QString &text, const QString &cell) {
        QTest::newRow(name) << text << cell;
    };
    row("empty", u""_s, u""_s);
    row("plain", u"Ada Lovelace"_s, u"Ada Lovelace"_s);
    row("comma", u"Lovelace, Ada"_s, u"\"Lovelace, Ada\""_s);
    row("quote", u"Ada \"Countess\""_s, u"\"Ada \"\"Countess\"\"\""_s);
    row("lines", u"a\r\nb"_s, u"\"a\r\nb\""_s);
    row("semicolon", u"a;b"_s, u"\"a;b\""_s);
    row("blank first", u" a"_s, u"\" a\""_s);
    row("blank last", u"a "_s, u"\"a \""_s);
    row("other scripts", u"آدا 🙂"_s, u"آدا 🙂"_s);
    row("formula", u"=1+1"_s, u"'=1+1"_s);
    row("formula with a comma", u"=HYPERLINK(\"x\",1)"_s, u"\"'=HYPERLINK(\"\"x\"\",1)\""_s);
    row("plus", u"+49 30 555"_s, u"'+49 30 555"_s);
    row("minus", u"-2"_s, u"'-2"_s);
    row("at", u"@SUM(A1)"_s, u"'@SUM(A1)"_s);
    row("blanks before a formula", u"  =1"_s, u"'  =1"_s);
    row("tab first", u"\tx"_s, u"\"'\tx\""_s);
    row("line end first", u"\r=1"_s, u"\"'\r=1\""_s);
    row("nul before a formula", u"\0=1"_s, u"'\0=1"_s);
    row("nul first", u"\0x"_s, u"'\0x"_s);
    row("controls between blanks", u" \x01\x1f +1"_s, u"' \x01\x1f +1"_s);
    row("mark of direction before a formula", u"\u200f@x"_s, u"'\u200f@x"_s);
    row("mark of direction before a name", u"\u200fآدا"_s, u"\u200fآدا"_s);
    row("byte order mark before a formula", u"\ufeff-1"_s, u"'\ufeff-1"_s);
    row("nothing but controls", u"\0"_s, u"\0"_s);
    row("full width", u"＝1"_s, u"'＝1"_s);
    row("email", u"a+b@work.example"_s, u"a+b@work.example"_s);
    row("equals inside", u"a=b"_s, u"a=b"_s);
}

void TestCsv::writesCells()
{
    QFETCH(QString, text);
    QFETCH(QString, cell);
    QCOMPARE(csvCell(text), cell);
}

void TestCsv::writesLines()
{
    const QByteArray file = csvFile({{u"id"_s, u"name"_s}, {u"1"_s, u"Zoë, A."_s}, {u"2"_s, {}}});
    QCOMPARE(file, QByteArray("\xef\xbb\xbf"
                              "id,name\r\n1,\"Zo\xc3\xab, A.\"\r\n2,\r\n"));
}

void TestCsv::filesAreTheOwnersAlone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.csv"_s);
    QFile before(path);
    QVERIFY(before.open(QIODevice::WriteOnly) && before.write("old") == 3);
    before.close();
    QVERIFY(before.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    QVERIFY(writePrivateFile(path, "new").isOk());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(path) & others));
    QVERIFY(before.open(QIODevice::ReadOnly));
    QCOMPARE(before.readAll(), QByteArray("new"));
}

void TestCsv::whatCannotBeWrittenStays()
{
    const QTemporaryDir folder;
    QFile plain(folder.filePath(u"plain"_s));
    QVERIFY(plain.open(QIODevice::WriteOnly) && plain.write("old") == 3);
    plain.close();
    const Result<Done> written = writePrivateFile(plain.fileName() + u"/out.csv"_s, "new");
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Storage);
    QVERIFY(!written.error().detail.isEmpty());
    QVERIFY(plain.open(QIODevice::ReadOnly));
    QCOMPARE(plain.readAll(), QByteArray("old"));
}

QTEST_APPLESS_MAIN(TestCsv)
#include "tst_csv.moc"
