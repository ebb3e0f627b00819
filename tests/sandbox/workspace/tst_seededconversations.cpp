// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/dump.h"

#include <algorithm>

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! The conversations of a fresh workspace: how many, in which order, and what is said in them.
class SeededConversationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pages_data();
    void pages();
    void refusedPages_data();
    void refusedPages();
    void mostPeopleHaveNone();
    void listsTellWhatOneTells();
    void partsFollowEachOther();
    void partsOfManyKinds();
    void statesFitTheEnd();
    void endlessOnesAreCut();
    void textsOfManyKinds_data();
    void textsOfManyKinds();
    void plainTextsHaveNoMarks();
    void filesOfManyKinds();
    void alwaysTheSame();

private:
    static QJsonArray partsOf(const QJsonObject &conversation)
    {
        return conversation[u"conversation_parts"_s][u"conversation_parts"].toArray();
    }

    std::unique_ptr<Lab> m_lab;
    QList<QJsonObject> m_all;   //!< as the list has them
    QList<QJsonObject> m_whole; //!< each by its id
};

void SeededConversationsTest::initTestCase()
{
    m_lab = std::make_unique<Lab>(1200);
    m_all = allConversations(*m_lab);
    QVERIFY2(m_all.size() > 180 && m_all.size() < 400, qPrintable(QString::number(m_all.size())));
    for (const QJsonObject &one : std::as_const(m_all))
        m_whole.append(m_lab->get(u"/conversations/"_s + one[u"id"_s].toString()).body.toObject());
}

void SeededConversationsTest::pages_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {1, 7, 20, 150})
        QTest::addRow("%d", size) << size;
}

void SeededConversationsTest::pages()
{
    QFETCH(int, size);
    QCOMPARE(allConversations(*m_lab, size), m_all);
    const auto later = [](const QJsonObject &a, const QJsonObject &b) {
        return a[u"updated_at"_s].toInteger() > b[u"updated_at"_s].toInteger();
    };
    QVERIFY(std::is_sorted(m_all.begin(), m_all.end(), later));
    const Answer first = m_lab->get(u"/conversations"_s);
    QCOMPARE(first.body[u"total_count"].toInteger(), m_all.size());
    QCOMPARE(first.body[u"conversations"].toArray().size(), 20);
    QCOMPARE(first.body[u"pages"][u"total_pages"].toInteger(), (m_all.size() + 19) / 20);
}

void SeededConversationsTest::refusedPages_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("code");
    QTest::newRow("too many") << u"per_page=151"_s << u"parameter_invalid"_s;
    QTest::newRow("none") << u"per_page=0"_s << u"parameter_invalid"_s;
    QTest::newRow("no cursor") << u"starting_after=abc"_s << u"client_error"_s;
    // [1,"x",2]: of a list whose ids are no numbers.
    QTest::newRow("another's cursor") << u"starting_after=WzEsIngiLDJd"_s << u"client_error"_s;
}

void SeededConversationsTest::refusedPages()
{
    QFETCH(QString, query);
    QFETCH(QString, code);
    const Answer answer = m_lab->get(u"/conversations?"_s + query);
    QCOMPARE(answer.status, 400);
    QCOMPARE(codeOf(answer), code);
}

void SeededConversationsTest::mostPeopleHaveNone()
{
    QHash<QString, int> counts;
    int groups = 0;
    for (const QJsonObject &one : std::as_const(m_all)) {
        const QJsonArray contacts = one[u"contacts"_s][u"contacts"].toArray();
        groups += contacts.size() > 1;
        for (const QJsonValue &contact : contacts)
            ++counts[contact[u"id"].toString()];
    }
    QVERIFY2(counts.size() > 110 && counts.size() < 180,
             qPrintable(QString::number(counts.size())));
    QVERIFY(groups > 3);
    // More than a page of search.
    QVERIFY(*std::max_element(counts.begin(), counts.end()) >= 25);
    QVERIFY(std::count_if(counts.begin(), counts.end(), [](int n) { return n > 2; }) > 10);
}

void SeededConversationsTest::listsTellWhatOneTells()
{
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        QJsonObject brief = m_whole.at(i);
        QVERIFY(brief.contains(u"conversation_parts"_s));
        brief.remove(u"conversation_parts"_s);
        QCOMPARE(brief, m_all.at(i));
    }
}

void SeededConversationsTest::partsFollowEachOther()
{
    QSet<QString> ids;
    qsizetype count = 0;
    for (const QJsonObject &one : std::as_const(m_whole)) {
        qint64 at = one[u"created_at"_s].toInteger();
        ids.insert(one[u"source"_s][u"id"].toString());
        for (const QJsonValue &part : partsOf(one)) {
            QVERIFY(part[u"created_at"].toInteger() >= at);
            at = part[u"created_at"].toInteger();
            ids.insert(part[u"id"].toString());
            ++count;
        }
        QCOMPARE(at, one[u"updated_at"_s].toInteger());
        QVERIFY(at <= Lab::start);
    }
    QCOMPARE(ids.size(), count + m_whole.size());
    QVERIFY(count > 800);
}

void SeededConversationsTest::partsOfManyKinds()
{
    QHash<QString, int> kinds;
    QSet<QString> authors;
    int redacted = 0;
    for (const QJsonObject &one : std::as_const(m_whole)) {
        for (const QJsonValue &part : partsOf(one)) {
            const QString kind = part[u"part_type"].toString();
            ++kinds[kind];
            authors.insert(part[u"author"][u"type"].toString());
            redacted += part[u"redacted"].toBool();
            QCOMPARE(part[u"assigned_to"].isNull(), kind != u"assignment"_s);
            QCOMPARE(part[u"body"].isNull(), kind != u"comment"_s && kind != u"note"_s);
            QVERIFY(!part[u"author"][u"name"].toString().isEmpty() ||
                    part[u"author"][u"id"].toString() ==
                        one[u"contacts"_s][u"contacts"][0][u"id"].toString());
        }
    }
    for (const char *kind : {"comment", "note", "assignment", "close", "snoozed", "open"})
        QVERIFY2(kinds.value(QString::fromLatin1(kind)) > 5, kind);
    for (const char *author : {"user", "lead", "admin", "bot"})
        QVERIFY2(authors.contains(QString::fromLatin1(author)), author);
    QVERIFY(redacted > 3);
}

void SeededConversationsTest::statesFitTheEnd()
{
    QSet<QString> states;
    for (const QJsonObject &one : std::as_const(m_whole)) {
        const QString state = one[u"state"_s].toString();
        states.insert(state);
        QCOMPARE(one[u"open"_s].toBool(), state != u"closed"_s);
        QCOMPARE(one[u"snoozed_until"_s].isNull(), state != u"snoozed"_s);
        const QJsonArray parts = partsOf(one);
        const QString last = parts.isEmpty() ? QString() : parts.last()[u"part_type"].toString();
        const QString who = parts.isEmpty() ? one[u"source"_s][u"author"][u"type"].toString()
                                            : parts.last()[u"author"][u"type"].toString();
        const bool isTheirTurn = state == u"open"_s && (who == u"user"_s || who == u"lead"_s);
        QCOMPARE(!one[u"waiting_since"_s].isNull(), isTheirTurn);
        if (!parts.isEmpty())
            QCOMPARE(last, state == u"closed"_s    ? u"close"_s
                           : state == u"snoozed"_s ? u"snoozed"_s
                                                   : u"comment"_s);
    }
    QCOMPARE(states.size(), 3);
}

void SeededConversationsTest::endlessOnesAreCut()
{
    int endless = 0;
    for (const QJsonObject &one : std::as_const(m_whole)) {
        const qint64 total = one[u"conversation_parts"_s][u"total_count"].toInteger();
        const QJsonArray parts = partsOf(one);
        QCOMPARE(parts.size(), qMin<qint64>(total, 500));
        if (total <= 500)
            continue;
        ++endless;
        // The latest are there, the first are not.
        QCOMPARE(parts.last()[u"created_at"], one[u"updated_at"_s]);
        QCOMPARE(parts.last()[u"id"].toString().toLongLong() -
                     one[u"source"_s][u"id"].toString().toLongLong(),
                 total);
    }
    QCOMPARE(endless, 1);
}

void SeededConversationsTest::textsOfManyKinds_data()
{
    QTest::addColumn<QString>("part");
    for (const char *part :
         {"<p dir=\"rtl\">", "<ol>", "<pre><code>", "<a href=\"https://", "<img ", "&nbsp;",
          "<script>", "javascript:", "<iframe", "onerror", "nope\nstill", "Übrigens|Grüße", "契約",
          "שלום", "مرحبًا", "🎉", "\u202E"})
        QTest::newRow(part) << QString::fromUtf8(part);
}

void SeededConversationsTest::textsOfManyKinds()
{
    QFETCH(QString, part);
    const QStringList either = part.split(u'|');
    int found = 0;
    for (const QJsonObject &one : std::as_const(m_whole)) {
        QString all = one[u"source"_s][u"body"].toString();
        for (const QJsonValue &entry : partsOf(one))
            all += u'\n' + entry[u"body"].toString();
        found += std::any_of(either.begin(), either.end(),
                             [&all](const QString &text) { return all.contains(text); });
    }
    QVERIFY2(found >= 2, qPrintable(QString::number(found)));
}

void SeededConversationsTest::plainTextsHaveNoMarks()
{
    static const QRegularExpression mark(u"</?(p|b|i|br|ol|li|pre|code|img|a|script|iframe)\\b"_s);
    for (const QJsonObject &one : std::as_const(m_whole)) {
        const QJsonObject plain =
            m_lab->get(u"/conversations/"_s + one[u"id"_s].toString() + u"?display_as=plaintext"_s)
                .body.toObject();
        QVERIFY(!plain[u"source"_s][u"body"].toString().contains(mark));
        QVERIFY(!plain[u"source"_s][u"body"].toString().isEmpty());
        const QJsonArray parts = partsOf(one);
        const QJsonArray texts = partsOf(plain);
        QCOMPARE(texts.size(), parts.size());
        for (qsizetype i = 0; i < parts.size(); ++i) {
            QVERIFY(!texts.at(i)[u"body"].toString().contains(mark));
            QCOMPARE(texts.at(i)[u"body"].isNull(), parts.at(i)[u"body"].isNull());
        }
    }
}

void SeededConversationsTest::filesOfManyKinds()
{
    QSet<QString> names;
    QSet<QString> addresses;
    int count = 0;
    for (const QJsonObject &one : std::as_const(m_whole)) {
        QJsonArray messages = partsOf(one);
        messages.append(one[u"source"_s]);
        for (const QJsonValue &message : std::as_const(messages)) {
            for (const QJsonValue &file : message[u"attachments"].toArray()) {
                names.insert(file[u"name"].toString());
                addresses.insert(file[u"url"].toString());
                ++count;
                const bool isPicture = file[u"content_type"].toString() == u"image/png"_s;
                QCOMPARE(file[u"width"].isDouble(), isPicture);
                QCOMPARE(file[u"filesize"].toInt() == 0,
                         file[u"name"].toString() == u"empty.txt"_s);
                QVERIFY(file[u"url"].toString().startsWith(u"/attachments/"_s));
            }
        }
    }
    QCOMPARE(names.size(), 11);
    QVERIFY2(count > 100, qPrintable(QString::number(count)));
    QVERIFY(addresses.size() > count * 9 / 10);
}

void SeededConversationsTest::alwaysTheSame()
{
    Lab other(1200);
    QCOMPARE(allConversations(other), m_all);
    QCOMPARE(other.get(u"/conversations/"_s + m_all.first()[u"id"_s].toString()).body.toObject(),
             m_whole.first());
    WorkspaceOptions options;
    options.seed = 2;
    Lab different(1200, options);
    QVERIFY(allConversations(different) != m_all);
}

QTEST_GUILESS_MAIN(SeededConversationsTest)
#include "tst_seededconversations.moc"
