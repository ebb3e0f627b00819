// SPDX-License-Identifier: MIT
// What strangers wrote, as it is shown: notes and messages with markup, links and worse; and the
// words for conversations and for what Roster did.
#include "ui/record/activitytext.h"
#include "ui/record/conversationtext.h"
#include "ui/record/notetext.h"

#include <QTest>
#include <QTextDocument>

using namespace Qt::StringLiterals;
using namespace roster;

class TestRecordTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shows_data();
    void shows();
    void neverShows_data();
    void neverShows();
    void readsAMegabyteInPart();
    void writesWordsAsHtml();
    void titlesOfConversations();
    void factsOfConversations();
    void authorsAndDeeds();
    void attachments();
    void activity_data();
    void activity();
};

namespace {

//! What a person reads of it.
QString readBy(const QString &html)
{
    QTextDocument document;
    document.setHtml(shownHtml(html));
    return document.toPlainText();
}

} // namespace

void TestRecordTexts::shows_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("markup");
    QTest::newRow("plain") << u"Hello"_s << u"Hello"_s << QString();
    QTest::newRow("paragraphs") << u"<p>One</p><p>Two</p>"_s << u"One\nTwo"_s << QString();
    QTest::newRow("a break") << u"<p>One<br>Two</p>"_s << u"One\nTwo"_s << u"<br/>"_s;
    QTest::newRow("bold") << u"<p>a <b>b</b></p>"_s << u"a b"_s << u"<b>b</b>"_s;
    QTest::newRow("italic") << u"<p>a <em>b</em></p>"_s << u"a b"_s << u"<i>b</i>"_s;
    QTest::newRow("list") << u"<ul><li>one</li><li>two</li></ul>"_s << u"• one\n• two"_s
                          << QString();
    QTest::newRow("numbers") << u"<ol><li>one</li><li>two</li></ol>"_s << u"1. one\n2. two"_s
                             << QString();
    QTest::newRow("entities") << u"<p>1 &lt; 2 &amp; 3</p>"_s << u"1 < 2 & 3"_s << u"&lt;"_s;
    QTest::newRow("link that says its address")
        << u"<p><a href=\"https://x.example/a\">https://x.example/a</a></p>"_s
        << u"https://x.example/a"_s << u"<a href=\"https://x.example/a\">"_s;
    QTest::newRow("link with other words")
        << u"<p><a href=\"https://evil.example/\">your bank</a></p>"_s
        << u"your bank (https://evil.example/)"_s << u"href=\"https://evil.example/\""_s;
    QTest::newRow("link with letters that look alike")
        << u"<p><a href=\"https://p\u0430ypal.example/\">pay</a></p>"_s
        << u"pay (https://xn--pypal-4ve.example/)"_s << QString();
    QTest::newRow("mail") << u"<a href=\"mailto:ada@x.example\">ada@x.example</a>"_s
                          << u"ada@x.example"_s << u"href=\"mailto:ada@x.example\""_s;
    QTest::newRow("right to left") << u"<p>محمد</p>"_s << u"محمد"_s << QString();
    QTest::newRow("nothing") << QString() << QString() << QString();
    QTest::newRow("unclosed") << u"<p>One<b>two"_s << u"Onetwo"_s << QString();
}

void TestRecordTexts::shows()
{
    QFETCH(const QString, html);
    QFETCH(const QString, words);
    QFETCH(const QString, markup);
    QString read = readBy(html);
    read.replace(QChar::LineSeparator, u'\n');
    QCOMPARE(read, words);
    QVERIFY2(shownHtml(html).contains(markup), qPrintable(shownHtml(html)));
}

void TestRecordTexts::neverShows_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("never");
    QTest::newRow("script") << u"<script>alert(1)</script><p>a</p>"_s << u"alert"_s;
    QTest::newRow("style") << u"<style>p{color:red}</style><p>a</p>"_s << u"red"_s;
    QTest::newRow("picture") << u"<img src=\"https://x.example/spy.png\">"_s << u"<img"_s;
    QTest::newRow("file") << u"<img src=\"file:///etc/passwd\">"_s << u"<img"_s;
    QTest::newRow("handler") << u"<p onclick=\"x()\">a</p>"_s << u"onclick"_s;
    QTest::newRow("script link") << u"<a href=\"javascript:x()\">a</a>"_s << u"<a "_s;
    QTest::newRow("file link") << u"<a href=\"file:///etc/passwd\">a</a>"_s << u"<a "_s;
    QTest::newRow("data link") << u"<a href=\"data:text/html,x\">a</a>"_s << u"<a "_s;
    QTest::newRow("attribute that breaks out")
        << u"<a href='https://x.example/\"onmouseover=\"x'>a</a>"_s << u"\"onmouseover"_s;
    QTest::newRow("turned around") << u"<p>a\u202Egnp.exe</p>"_s << QString(QChar(0x202E));
    QTest::newRow("frame") << u"<iframe src=\"https://x.example\"></iframe>"_s << u"<iframe"_s;
    QTest::newRow("sizes") << u"<p style=\"font-size:900px\">a</p>"_s << u"900"_s;
    QTest::newRow("table") << u"<table width=90000><tr><td>a</td></tr></table>"_s << u"<table"_s;
}

void TestRecordTexts::neverShows()
{
    QFETCH(const QString, html);
    QFETCH(const QString, never);
    QVERIFY2(!shownHtml(html).contains(never), qPrintable(shownHtml(html)));
    QVERIFY(!wordsOfHtml(html).contains(QChar(0x202E)));
}

void TestRecordTexts::readsAMegabyteInPart()
{
    const QString html = u"<p>"_s + QString(1'000'000, u'a') + u"</p>"_s;
    const QString shown = shownHtml(html);
    QVERIFY(shown.size() < 100'000);
    QVERIFY(shown.contains(u"too long"_s));
    QVERIFY(wordsOfHtml(html).size() < 100'000);
    QString many;
    for (int i = 0; i < 5000; ++i)
        many += u"<p>line</p>"_s;
    QVERIFY(shownHtml(many).size() < 100'000);
}

void TestRecordTexts::writesWordsAsHtml()
{
    QCOMPARE(htmlOfWords(u"Hello"_s), u"<p>Hello</p>"_s);
    QCOMPARE(htmlOfWords(u"One\n\n <b> & two "_s), u"<p>One</p><p>&lt;b&gt; &amp; two</p>"_s);
    QCOMPARE(wordsOfHtml(htmlOfWords(u"a < b\nc"_s)), u"a < b\nc"_s);
    QCOMPARE(htmlOfWords(u" \n"_s), QString());
}

void TestRecordTexts::titlesOfConversations()
{
    Conversation conversation;
    QCOMPARE(conversationTitle(conversation), u"Conversation without words"_s);
    conversation.source.body = u"<p>Where is my <b>invoice</b>?</p>"_s;
    QCOMPARE(conversationTitle(conversation), u"Where is my invoice?"_s);
    conversation.subject = u"<p>Invoice</p>"_s;
    QCOMPARE(conversationTitle(conversation), u"Invoice"_s);
    conversation.title = u" Billing \n question "_s;
    QCOMPARE(conversationTitle(conversation), u"Billing question"_s);
}

void TestRecordTexts::factsOfConversations()
{
    Conversation conversation;
    conversation.channel = u"conversation"_s;
    QCOMPARE(conversationFacts(conversation, u"3 d ago"_s), u"3 d ago"_s);
    conversation.state = Conversation::State::Open;
    conversation.channel = u"email"_s;
    QCOMPARE(conversationFacts(conversation, u"3 d ago"_s), u"Open · email · 3 d ago"_s);
    conversation.state = Conversation::State::Snoozed;
    QCOMPARE(conversationFacts(conversation, {}), u"Snoozed · email"_s);
}

void TestRecordTexts::authorsAndDeeds()
{
    ConversationPart part;
    QCOMPARE(partAuthor(part), u"Unknown author"_s);
    part.authorKind = u"lead"_s;
    QCOMPARE(partAuthor(part), u"Lead"_s);
    part.authorName = u"Ada"_s;
    QCOMPARE(partAuthor(part), u"Ada"_s);
    part.kind = u"close"_s;
    QCOMPARE(partDeed(part), u"Closed the conversation"_s);
    part.kind = u"quick_reply"_s;
    QCOMPARE(partDeed(part), u"Did: quick_reply"_s);
    part.isRedacted = true;
    QCOMPARE(partDeed(part), u"This message was redacted."_s);
}

void TestRecordTexts::attachments()
{
    QLocale::setDefault(QLocale::c());
    QCOMPARE(attachmentText({u"a.pdf"_s, {}, u"application/pdf"_s, 2048}),
             u"a.pdf · application/pdf · 2.00 KiB"_s);
    QCOMPARE(attachmentText({}), u"File without a name"_s);
}

void TestRecordTexts::activity_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("wasSo");
    QTest::addColumn<QString>("words");
    using Kind = BulkAction::Kind;
    const auto row = [](const char *name, Kind kind, JournalState state, bool wasSo,
                        const QString &words) {
        QTest::newRow(name) << int(kind) << int(state) << wasSo << words;
    };
    row("archived", Kind::Archive, JournalState::Applied, false, u"Archived"_s);
    row("taken back", Kind::Archive, JournalState::Restored, false,
        u"Archived, taken back since"_s);
    row("failed", Kind::AddTag, JournalState::NotApplied, false,
        u"Tag VIP added: did not happen"_s);
    row("open", Kind::RemoveTag, JournalState::Unknown, false, u"Tag VIP removed: not certain"_s);
    row("so already", Kind::AttachCompany, JournalState::Applied, true,
        u"Company VIP attached: it was so already"_s);
}

void TestRecordTexts::activity()
{
    QFETCH(const int, kind);
    QFETCH(const int, state);
    QFETCH(const bool, wasSo);
    QFETCH(const QString, words);
    ActivityEntry entry;
    entry.action.kind = BulkAction::Kind(kind);
    entry.state = JournalState(state);
    entry.wasSo = wasSo;
    entry.by = u"Priya"_s;
    entry.batchName = u"Churned"_s;
    const RunWords about{entry.action, u"VIP"_s, {}};
    QCOMPARE(activityTitle(entry, about), words);
    QCOMPARE(activityFacts(entry, u"2 d ago"_s), u"2 d ago · by Priya · “Churned”"_s);
    Receipt receipt;
    receipt.isCertain = false;
    entry.receipt = receipt;
    QCOMPARE(activityTitle(entry, about), u"Perhaps deleted"_s);
}

QTEST_MAIN(TestRecordTexts)
#include "tst_recordtexts.moc"
