// SPDX-License-Identifier: MIT
#include "core/sandbox/messagetext.h"

#include <QtTest>

using namespace roster::sandbox;
using namespace Qt::StringLiterals;

//! Messages as plain text, and their words.
class MessageTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plain_data();
    void plain();
    void links();
    void nothingStaysNothing();
    void words_data();
    void words();
};

void MessageTextTest::plain_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char *row, const QString &html, const QString &expected) {
        QTest::newRow(row) << html << expected;
    };
    add("nothing to do", u"a b"_s, u"a b"_s);
    add("a paragraph", u"<p>a</p>"_s, u"a"_s);
    add("paragraphs", u"<p>a</p>\n<p>b</p>"_s, u"a\n\nb"_s);
    add("breaks", u"<p>a<br>b<br/>c</p>"_s, u"a\nb\nc"_s);
    add("a list", u"<p>a:</p>\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n<p>d</p>"_s,
        u"a:\n\n- b\n- c\n\nd"_s);
    add("marks", u"<p>a <b>b</b> <i>c</i></p>"_s, u"a b c"_s);
    add("entities", u"<p>&lt;a&gt; &amp;lt; &quot;b&quot; &#39;c&#39;</p>"_s,
        u"<a> &lt; \"b\" 'c'"_s);
    add("a picture", u"<p>x <img src=\"https://a.example/b.png\" alt=\"c\"></p>"_s,
        u"x [Image \"https://a.example/b.png\"]"_s);
    add("a link", u"<p><a href=\"https://a.example/\">b</a></p>"_s, u"b"_s);
    add("a script", u"<p>a<script>b(1)</script>c</p>"_s, u"ac"_s);
    add("a style", u"<STYLE>p{}</STYLE><P CLASS=\"x\">a</P>"_s, u"a"_s);
    add("less than", u"<p>1 &lt; 2</p>"_s, u"1 < 2"_s);
    add("plain signs", u"a < b > c"_s, u"a < b > c"_s);
    add("unclosed", u"<p>a <b>b"_s, u"a b"_s);
    add("right to left", u"<p dir=\"rtl\">שלום</p>"_s, u"שלום"_s);
}

void MessageTextTest::plain()
{
    QFETCH(QString, html);
    QFETCH(QString, expected);
    QCOMPARE(plainText(html, false), expected);
}

void MessageTextTest::links()
{
    const QString html = u"<p>See <a href=\"https://a.example/b\" rel=\"x\">this</a>.</p>"_s;
    QCOMPARE(plainText(html, false), u"See this."_s);
    QCOMPARE(plainText(html, true), u"See this (https://a.example/b)."_s);
}

void MessageTextTest::nothingStaysNothing()
{
    QVERIFY(plainText(QString(), true).isNull());
    QVERIFY(!plainText(u""_s, true).isNull());
}

void MessageTextTest::words_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << QString() << u"[]"_s;
    QTest::newRow("a sentence") << u"<p>I need Support.</p>"_s << u"[\"i\",\"need\",\"support\"]"_s;
    QTest::newRow("twice") << u"<p>a A b</p>"_s << u"[\"a\",\"b\"]"_s;
    QTest::newRow("an address") << u"<p>to ada@navy.example!</p>"_s
                                << u"[\"to\",\"ada@navy.example\"]"_s;
    QTest::newRow("other letters") << u"<p>ГРУПА Größe</p>"_s << u"[\"група\",\"größe\"]"_s;
}

void MessageTextTest::words()
{
    QFETCH(QString, html);
    QFETCH(QString, expected);
    QCOMPARE(wordsOf(html), expected);
}

QTEST_GUILESS_MAIN(MessageTextTest)
#include "tst_messagetext.moc"
