// SPDX-License-Identifier: MIT
// Initials of names in any script, and the hue that stays a person's.
#include "ui/theme/themecolors.h"
#include "ui/widgets/initials.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

class TestInitials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initials_data();
    void initials();
    void longNames();
    void huesStay_data();
    void huesStay();
    void huesSpread();
};

void TestInitials::initials_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *what, const QString &name, const QString &email,
                        const QString &shown) { QTest::newRow(what) << name << email << shown; };
    row("two words", u"Grace Hopper"_s, {}, u"GH"_s);
    row("one word", u"Madonna"_s, {}, u"M"_s);
    row("three words", u"Johann Sebastian Bach"_s, {}, u"JB"_s);
    row("lower case", u"ada lovelace"_s, {}, u"AL"_s);
    row("spaces around", u"  Alan \t Turing\n"_s, {}, u"AT"_s);
    row("one letter", u"x"_s, {}, u"X"_s);
    row("in brackets", u"Emmy (Erlangen) Noether"_s, {}, u"EN"_s);
    row("quoted", u"\"Bob\" ‘Smith’"_s, {}, u"BS"_s);
    row("number", u"R2 D2"_s, {}, u"RD"_s);
    row("digits", u"007 Bond"_s, {}, u"0B"_s);
    row("no-break space", u"Mary\u00a0Jackson"_s, {}, u"MJ"_s);
    row("accent composed", u"Élodie Ångström"_s, {}, u"ÉÅ"_s);
    row("accent combining", u"E\u0301lodie Z"_s, {}, u"E\u0301Z"_s);
    row("sharp s", u"ßeta Max"_s, {}, u"ßM"_s);
    row("Greek", u"Σωκράτης"_s, {}, u"Σ"_s);
    row("Cyrillic", u"лев толстой"_s, {}, u"ЛТ"_s);
    row("Arabic", u"محمد الخوارزمي"_s, {}, u"ما"_s);
    row("Hebrew", u"דוד בן־גוריון"_s, {}, u"דב"_s);
    row("CJK", u"小林 誠"_s, {}, u"小誠"_s);
    row("CJK in one", u"王小明"_s, {}, u"王"_s);
    row("outside the first plane", u"𠮷野 家"_s, {}, u"𠮷家"_s);
    row("Devanagari", u"कल्पना चावला"_s, {}, u"कचा"_s);
    row("emoji only", u"🦄"_s, {}, u"🦄"_s);
    row("emoji first", u"🦄 Unicorn"_s, {}, u"U"_s);
    row("emoji with a joiner", u"👩\u200d🚀 Ride"_s, {}, u"R"_s);
    row("emoji with a skin tone", u"👍🏽 Ok"_s, {}, u"O"_s);
    row("family", u"👨\u200d👩\u200d👧\u200d👦"_s, {}, u"👨\u200d👩\u200d👧\u200d👦"_s);
    row("flag", u"🇳🇿 Kiwi"_s, {}, u"K"_s);
    row("emoji last", u"Rhys O'Neill 🏳️\u200d🌈"_s, {}, u"RO"_s);
    row("emoji after one word", u"鈴木 🌻"_s, {}, u"鈴"_s);
    row("two emoji", u"🦄 🌻"_s, {}, u"🦄🌻"_s);
    row("email", {}, u"grace.hopper@navy.example"_s, u"GH"_s);
    row("email underscore", {}, u"ada_lovelace@x.example"_s, u"AL"_s);
    row("email of one word", u"  "_s, u"plato@agora.example"_s, u"P"_s);
    row("email that names nobody", {}, u"lead-5519@unknown.example"_s, u"?"_s);
    row("email with plus", {}, u"a+b@x"_s, u"?"_s);
    row("name of signs", u"--- !!!"_s, u"alan@x.example"_s, u"A"_s);
    row("nothing", {}, {}, u"?"_s);
    row("no local part", {}, u"@x.example"_s, u"?"_s);
    row("broken surrogate", QString(QChar(0xd83d)), {}, u"?"_s);
}

void TestInitials::initials()
{
    QFETCH(QString, name);
    QFETCH(QString, email);
    QTEST(roster::initials(name, email), "shown");
}

void TestInitials::longNames()
{
    QCOMPARE(roster::initials(QString(1'000'000, u'x')), u"X"_s);
    QCOMPARE(roster::initials(QString(1'000'000, u'!')), u"?"_s);
}

void TestInitials::huesStay_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("hue");
    // Computed by hand from FNV-1a: the same on every machine and in every run.
    QTest::newRow("empty") << QString() << static_cast<int>(2166136261U % 10);
    QTest::newRow("a") << u"a"_s << static_cast<int>(0xe40c292cU % 10);
    QTest::newRow("foobar") << u"foobar"_s << static_cast<int>(0xbf9cf968U % 10);
}

void TestInitials::huesStay()
{
    QFETCH(QString, key);
    QTEST(hueFor(key), "hue");
}

void TestInitials::huesSpread()
{
    QList<int> counts(ThemeColors::hueCount);
    for (int i = 0; i < 1000; ++i) {
        const int hue = hueFor(u"63a07ddf05a32042dffac%1"_s.arg(i, 3, 16, QLatin1Char('0')));
        QVERIFY(hue >= 0 && hue < ThemeColors::hueCount);
        ++counts[hue];
    }
    for (const int count : counts)
        QVERIFY2(count > 40, qPrintable(QString::number(count)));
}

QTEST_GUILESS_MAIN(TestInitials)
#include "tst_initials.moc"
