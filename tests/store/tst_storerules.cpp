// SPDX-License-Identifier: MIT
#include "core/store/contactorder.h"
#include "core/store/folding.h"
#include "core/store/freshness.h"
#include "core/store/packedlist.h"

#include "core/domain/id.h"

#include <QtTest/QTest>

using namespace roster;

Q_DECLARE_METATYPE(roster::RecordAge)

//! The rules without a database.
class TestStoreRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folds_data();
    void folds();
    void splitsWords();
    void replaces_data();
    void replaces();
    void bringsBack_data();
    void bringsBack();
    void mergesLists_data();
    void mergesLists();
    void packsIds();
    void ordersWithoutTouchingTheText();
};

void TestStoreRules::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char16_t *text, const char16_t *expected) {
        QTest::newRow(name) << QString::fromUtf16(text) << QString::fromUtf16(expected);
    };
    row("empty", u"", u"");
    row("ascii", u"Ada LOVELACE", u"ada lovelace");
    row("spaces", u"  a\t\nb  c ", u"a b c");
    row("no-break space", u"a\u00a0b", u"a b");
    row("plus address", u"A+B@X", u"a+b@x");
    row("percent and underscore", u"100%_a\\*?", u"100%_a\\*?");
    row("apostrophe", u"O'Neil", u"o'neil");
    row("typographic apostrophes", u"O\u2019Neil O\u2018Neil O\u02bcNeil", u"o'neil o'neil o'neil");
    row("dashes", u"Jean\u2013Luc\u2014x\u2011y", u"jean-luc-x-y");
    row("accents", u"Z\u00f6\u00eb \u00c5ngstr\u00f6m", u"zoe angstrom");
    row("accents as marks", u"Zoe\u0308", u"zoe");
    row("vietnamese", u"Nguy\u1ec5n \u0110\u1ee9c", u"nguyen duc");
    row("strokes", u"\u0141\u00f3d\u017a Bj\u00f8rn", u"lodz bjorn");
    row("sharp s", u"Stra\u00dfe STRA\u1e9eE", u"strasse strasse");
    row("ligatures", u"\u00c6sop \ufb01x \u0152uvre", u"aesop fix oeuvre");
    row("turkish i", u"\u0130stanbul \u0131", u"istanbul i");
    row("greek", u"\u0395\u03bb\u03ad\u03bd\u03b7\u03c2", u"\u03b5\u03bb\u03b5\u03bd\u03b7\u03c3");
    row("cyrillic", u"\u0410\u0451\u0439", u"\u0430\u0435\u0438");
    row("arabic with vowel points", u"\u0645\u064f\u062d\u064e\u0645\u0651\u062f",
        u"\u0645\u062d\u0645\u062f");
    row("hebrew with points", u"\u05e9\u05b8\u05dc\u05d5\u05b9\u05dd", u"\u05e9\u05dc\u05d5\u05dd");
    row("direction marks", u"\u200f\u0645\u062d\u200e\u202a\u2069", u"\u0645\u062d");
    row("chinese", u"\u674e\u96f7", u"\u674e\u96f7");
    row("full width", u"\uff21\uff44\uff41\uff0b\uff11", u"ada+1");
    row("half width katakana", u"\uff76\uff9e", u"\u30ab");
    row("emoji", u"\U0001f680 Max", u"\U0001f680 max");
    row("emoji sequence", u"\U0001f9d1\u200d\U0001f4bb\ufe0f", u"\U0001f9d1\U0001f4bb");
    row("mathematical letters", u"\U0001d400da", u"ada");
    row("square units", u"\u3392", u"mhz");
    row("soft hyphen", u"ab\u00adc", u"abc");
    QTest::newRow("half a pair") << QString(QChar(0xd83d)) + QLatin1Char('A')
                                 << QStringLiteral("a");
}

void TestStoreRules::folds()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(folded(text), expected);
    QCOMPARE(folded(folded(text)), folded(text));
}

void TestStoreRules::splitsWords()
{
    QCOMPARE(foldedWords(QStringLiteral(" Ada  ADA love ")),
             (QStringList{QStringLiteral("ada"), QStringLiteral("love")}));
    QVERIFY(foldedWords(QStringLiteral(" \t\u200f")).isEmpty());
}

namespace {

constexpr qint64 now = 1'000'000;
constexpr qint64 lately = now - 10;
constexpr qint64 longAgo = now - 901;

RecordAge answer(std::optional<qint64> updatedAt, qint64 at = lately)
{
    return {RecordSource::Answer, updatedAt, at};
}

RecordAge listing(std::optional<qint64> updatedAt)
{
    return {RecordSource::Listing, updatedAt, 0};
}

} // namespace

void TestStoreRules::replaces_data()
{
    QTest::addColumn<RecordAge>("stored");
    QTest::addColumn<RecordAge>("arriving");
    QTest::addColumn<bool>("expected");
    QTest::newRow("newer listing over listing") << listing(5) << listing(6) << true;
    QTest::newRow("older listing over listing") << listing(6) << listing(5) << false;
    QTest::newRow("listing over listing, tie") << listing(5) << listing(5) << true;
    QTest::newRow("newer listing over answer") << answer(5) << listing(6) << true;
    QTest::newRow("older listing over answer") << answer(6) << listing(5) << false;
    QTest::newRow("listing over answer, tie") << answer(5) << listing(5) << false;
    QTest::newRow("listing over old answer, tie") << answer(5, longAgo) << listing(5) << true;
    QTest::newRow("older listing over old answer") << answer(6, longAgo) << listing(5) << false;
    QTest::newRow("newer answer over answer") << answer(5) << answer(6) << true;
    QTest::newRow("answer over answer, tie") << answer(5) << answer(5) << true;
    QTest::newRow("answer that was overtaken") << answer(6) << answer(5) << false;
    QTest::newRow("answer over listing, tie") << listing(5) << answer(5) << true;
    QTest::newRow("answer older than listing") << listing(6) << answer(5) << false;
    QTest::newRow("listing without time over answer") << answer(5) << listing({}) << false;
    QTest::newRow("listing over answer without time") << answer({}) << listing(5) << false;
    QTest::newRow("listing without time over listing") << listing(5) << listing({}) << true;
    QTest::newRow("answer without time over answer") << answer(5) << answer({}) << true;
    QTest::newRow("answer over nothing known") << listing({}) << answer({}) << true;
    QTest::newRow("just before the lag is over") << answer(5, now - 899) << listing(5) << false;
    QTest::newRow("when the lag is over") << answer(5, now - 900) << listing(5) << true;
}

void TestStoreRules::replaces()
{
    QFETCH(RecordAge, stored);
    QFETCH(RecordAge, arriving);
    QTEST(roster::replaces(stored, arriving, now), "expected");
}

void TestStoreRules::bringsBack_data()
{
    QTest::addColumn<qint64>("removedAt");
    QTest::addColumn<RecordAge>("arriving");
    QTest::addColumn<bool>("expected");
    QTest::newRow("answer") << lately << answer(5) << true;
    QTest::newRow("answer without time") << lately << answer({}) << true;
    QTest::newRow("listing from before") << lately << listing(lately - 1) << false;
    QTest::newRow("listing of the same second") << lately << listing(lately) << false;
    QTest::newRow("listing from after") << lately << listing(lately + 1) << true;
    QTest::newRow("listing without time") << lately << listing({}) << false;
    QTest::newRow("listing when the lag is over") << longAgo << listing(5) << true;
}

void TestStoreRules::bringsBack()
{
    QFETCH(qint64, removedAt);
    QFETCH(RecordAge, arriving);
    QTEST(roster::bringsBack(removedAt, arriving, now), "expected");
}

void TestStoreRules::mergesLists_data()
{
    QTest::addColumn<QList<int>>("stored");
    QTest::addColumn<int>("storedTotal");
    QTest::addColumn<QList<int>>("arriving");
    QTest::addColumn<int>("arrivingTotal");
    QTest::addColumn<bool>("keepsStored");
    QTest::newRow("complete arrives") << QList<int>{1, 2} << 2 << QList<int>{1} << 1 << false;
    QTest::newRow("fits") << QList<int>{1, 2, 3} << 3 << QList<int>{3, 1} << 3 << true;
    QTest::newRow("another total") << QList<int>{1, 2, 3} << 3 << QList<int>{1} << 4 << false;
    QTest::newRow("something new") << QList<int>{1, 2, 3} << 3 << QList<int>{4} << 3 << false;
    QTest::newRow("stored is short too") << QList<int>{1} << 3 << QList<int>{2} << 3 << false;
}

void TestStoreRules::mergesLists()
{
    QFETCH(QList<int>, stored);
    QFETCH(int, storedTotal);
    QFETCH(QList<int>, arriving);
    QFETCH(int, arrivingTotal);
    QFETCH(bool, keepsStored);
    const PartialList<int> before{stored, storedTotal};
    const PartialList<int> after{arriving, arrivingTotal};
    QVERIFY(merged(before, after) == (keepsStored ? before : after));
}

void TestStoreRules::packsIds()
{
    const QList<TagId> ids{TagId(QStringLiteral("1")), TagId(QStringLiteral("b \"2\""))};
    QVERIFY(unpacked<TagId>(packed(ids), 5) == (PartialList<TagId>{ids, 5}));
    QVERIFY(unpacked<TagId>(packed(QList<TagId>()), 0) == PartialList<TagId>());
    QCOMPARE(jsonOf(ids), QStringLiteral("[\"1\",\"b \\\"2\\\"\"]"));
    QCOMPARE(jsonOf(std::vector<qint64>{3, -1}), QStringLiteral("[3,-1]"));
    QCOMPARE(jsonOf(std::vector<qint64>()), QStringLiteral("[]"));
}

void TestStoreRules::ordersWithoutTouchingTheText()
{
    ContactQuery query;
    query.text = QStringLiteral("'; DROP TABLE contacts; --");
    query.setTag(TagId(QStringLiteral("' OR 1")));
    for (const QString &statement : contactOrder(query).statements)
        QVERIFY(!statement.contains(QLatin1Char('\'')) && !statement.contains(QLatin1Char(';')));
}

QTEST_APPLESS_MAIN(TestStoreRules)
#include "tst_storerules.moc"
