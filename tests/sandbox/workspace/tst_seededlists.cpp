// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/dump.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! The notes and choices that hang on the people of a fresh workspace, and that nothing about the
//! people themselves depends on them.
class SeededListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void notesOfEveryLength();
    void notesAreWrittenByTheTeam();
    void notesOfManyKinds_data();
    void notesOfManyKinds();
    void notesInManyScripts_data();
    void notesInManyScripts();
    void choices();
    void peopleAreAsEver_data();
    void peopleAreAsEver();

private:
    std::unique_ptr<Lab> m_lab;
    QList<QJsonObject> m_people;
    QHash<QString, QList<QJsonObject>> m_notes; //!< by contact, the newest first
};

void SeededListsTest::initTestCase()
{
    m_lab = std::make_unique<Lab>(1200);
    m_people = walk(*m_lab, u"/contacts"_s, 150).entries;
    QCOMPARE(m_people.size(), 1200);
    for (const QJsonObject &person : std::as_const(m_people)) {
        const QString id = person[u"id"_s].toString();
        QString next = u"/contacts/"_s + id + u"/notes?per_page=60"_s;
        while (person[u"notes"_s][u"total_count"].toInt() > 0 && !next.isEmpty()) {
            const Answer answer = m_lab->get(next);
            for (const QJsonValue &note : answer.body[u"data"].toArray())
                m_notes[id].append(note.toObject());
            next = answer.body[u"pages"][u"next"].toString();
        }
    }
}

void SeededListsTest::notesOfEveryLength()
{
    QSet<qsizetype> lengths;
    for (const QJsonObject &person : std::as_const(m_people)) {
        const qsizetype count = m_notes.value(person[u"id"_s].toString()).size();
        QCOMPARE(person[u"notes"_s][u"total_count"].toInteger(), count);
        lengths.insert(count);
    }
    for (const qsizetype length : {0, 1, 2, 3, 10, 11})
        QVERIFY2(lengths.contains(length), qPrintable(QString::number(length)));
    QVERIFY(*std::max_element(lengths.begin(), lengths.end()) >= 240);
    QVERIFY(m_notes.size() > 100 && m_notes.size() < 300);
}

void SeededListsTest::notesAreWrittenByTheTeam()
{
    QSet<QString> team;
    for (const QJsonValue &admin : m_lab->get(u"/admins"_s).body[u"admins"].toArray())
        team.insert(admin[u"id"].toString());
    QSet<QString> authors;
    QSet<QString> ids;
    qsizetype count = 0;
    for (const QJsonObject &person : std::as_const(m_people)) {
        qint64 before = Lab::start;
        for (const QJsonObject &note : m_notes.value(person[u"id"_s].toString())) {
            authors.insert(note[u"author"_s][u"id"].toString());
            ids.insert(note[u"id"_s].toString());
            ++count;
            const qint64 at = note[u"created_at"_s].toInteger();
            QVERIFY(at <= before);
            QVERIFY(at >= person[u"created_at"_s].toInteger());
            before = at;
            const QString body = note[u"body"_s].toString();
            QVERIFY(body.startsWith(u'<') && body.endsWith(u'>'));
        }
    }
    QCOMPARE(ids.size(), count);
    QCOMPARE(authors, team);
}

void SeededListsTest::notesOfManyKinds_data()
{
    QTest::addColumn<QString>("part");
    for (const char *part :
         {"<ul>", "<ol>", "<b>", "<i>", "<a href=\"https://",
          "<a href=\"mailto:", "<img src=\"https://", "<pre><code>", "<blockquote>", "<h2>", "<br>",
          "&amp;", "&lt;", "&nbsp;", "<p dir=\"rtl\">"})
        QTest::newRow(part) << QString::fromLatin1(part);
}

void SeededListsTest::notesOfManyKinds()
{
    QFETCH(QString, part);
    int found = 0;
    for (const QList<QJsonObject> &notes : std::as_const(m_notes)) {
        for (const QJsonObject &note : notes)
            found += note[u"body"_s].toString().contains(part);
    }
    QVERIFY2(found >= 3, qPrintable(QString::number(found)));
}

void SeededListsTest::notesInManyScripts_data()
{
    QTest::addColumn<int>("script");
    for (const auto script : {QChar::Script_Latin, QChar::Script_Greek, QChar::Script_Cyrillic,
                              QChar::Script_Arabic, QChar::Script_Hebrew, QChar::Script_Han,
                              QChar::Script_Hiragana, QChar::Script_Devanagari, QChar::Script_Thai})
        QTest::addRow("script %d", script) << static_cast<int>(script);
}

void SeededListsTest::notesInManyScripts()
{
    QFETCH(int, script);
    int found = 0;
    for (const QList<QJsonObject> &notes : std::as_const(m_notes)) {
        for (const QJsonObject &note : notes) {
            const QString body = note[u"body"_s].toString();
            found += std::any_of(body.begin(), body.end(),
                                 [script](QChar c) { return c.script() == script; });
        }
    }
    QVERIFY2(found >= 3, qPrintable(QString::number(found)));
}

// Most chose nothing; some one way, some the other; one of them about everything.
void SeededListsTest::choices()
{
    int none = 0;
    int in = 0;
    int out = 0;
    int more = 0;
    for (const QJsonObject &person : std::as_const(m_people)) {
        const QJsonValue optedIn = person[u"opted_in_subscription_types"_s];
        const QJsonValue optedOut = person[u"opted_out_subscription_types"_s];
        none += optedIn[u"total_count"].toInt() + optedOut[u"total_count"].toInt() == 0;
        in += optedIn[u"total_count"].toInt() > 0;
        out += optedOut[u"total_count"].toInt() > 0;
        more += optedOut[u"has_more"].toBool();
    }
    QVERIFY2(none > 900 && none < 1150, qPrintable(QString::number(none)));
    QVERIFY2(in > 20 && out > 60, qPrintable(u"%1 %2"_s.arg(in).arg(out)));
    QVERIFY(more >= 1);
}

void SeededListsTest::peopleAreAsEver_data()
{
    QTest::addColumn<uint>("seed");
    QTest::addColumn<QByteArray>("digest");
    QTest::newRow("seed 1") << 1U << QByteArray("3dec54d9790bd86d2356f67027d8f8807d9882fb");
    QTest::newRow("seed 7") << 7U << QByteArray("44fc3a6393fb3fb93a8d1b41af53160d11e7aeb8");
}

// Whoever knows the people of a seed knows them for good: lists that come later change nobody.
void SeededListsTest::peopleAreAsEver()
{
    QFETCH(uint, seed);
    QFETCH(QByteArray, digest);
    WorkspaceOptions options;
    options.seed = seed;
    Lab lab(300, options);
    QStringList lines;
    for (const QJsonObject &person : walk(lab, u"/contacts"_s, 150).entries) {
        for (const QString &member : {u"id"_s, u"external_id"_s, u"role"_s, u"name"_s, u"email"_s,
                                      u"phone"_s, u"updated_at"_s})
            lines.append(person[member].toVariant().toString());
        for (const QString &list : {u"tags"_s, u"companies"_s}) {
            for (const QJsonValue &stub : person[list][u"data"].toArray())
                lines.append(stub[u"id"].toString());
        }
    }
    for (const QString &path : {u"/companies?per_page=150"_s, u"/tags"_s}) {
        for (const QJsonValue &entry : lab.get(path).body[u"data"].toArray())
            lines.append(entry[u"id"].toString() + entry[u"name"].toString());
    }
    QCOMPARE(QCryptographicHash::hash(lines.join(u'\n').toUtf8(), QCryptographicHash::Sha1).toHex(),
             digest);
}

QTEST_GUILESS_MAIN(SeededListsTest)
#include "tst_seededlists.moc"
