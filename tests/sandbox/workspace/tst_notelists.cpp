// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! The notes of a contact in pages and inside the contact, and where they go with it.
class NoteListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pages_data();
    void pages();
    void wrongPages_data();
    void wrongPages();
    void embedded();
    void goWithTheContact();
    void moveInAMerge();

private:
    Answer write(const QString &text, const QString &contact = {})
    {
        const QJsonObject body{{u"body"_s, text}};
        return m_lab->post(contact.isEmpty() ? m_path : u"/contacts/"_s + contact + u"/notes"_s,
                           QJsonDocument(body).toJson());
    }
    QString pathOf(const Answer &note) const { return u"/notes/"_s + note.body[u"id"].toString(); }

    std::unique_ptr<Lab> m_lab;
    QString m_id;
    QString m_path;
};

void NoteListsTest::init()
{
    m_lab = std::make_unique<Lab>();
    m_id = m_lab->make(R"({"external_id":"1"})");
    m_path = u"/contacts/"_s + m_id + u"/notes"_s;
}

void NoteListsTest::pages_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("size");
    for (const int count : {0, 1, 10, 11, 50, 51, 130}) {
        QTest::addRow("%d", count) << count << QString() << 50;
        QTest::addRow("%d by 60", count) << count << u"?per_page=60"_s << 60;
        if (count <= 11)
            QTest::addRow("%d by 1", count) << count << u"?per_page=1"_s << 1;
    }
}

// The newest first; next leads from page to page, and is null on the last.
void NoteListsTest::pages()
{
    QFETCH(int, count);
    QFETCH(QString, query);
    QFETCH(int, size);
    QStringList expected;
    for (int i = 0; i < count; ++i) {
        // Some within one second: the later one is the newer one.
        m_lab->pass(i % 3 == 0 ? 1 : 0);
        expected.prepend(write(QString::number(i)).body[u"id"].toString());
    }
    QStringList found;
    QString next = m_path + query;
    for (int page = 1; !next.isEmpty(); ++page) {
        const Answer answer = m_lab->get(next);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body[u"type"].toString(), u"list"_s);
        QCOMPARE(answer.body[u"total_count"].toInt(-1), count);
        const QJsonValue pages = answer.body[u"pages"];
        QCOMPARE(pages[u"type"].toString(), u"pages"_s);
        QCOMPARE(pages[u"page"].toInt(), page);
        QCOMPARE(pages[u"per_page"].toInt(), size);
        QCOMPARE(pages[u"total_pages"].toInt(-1), (count + size - 1) / size);
        const bool isLast = found.size() + size >= count;
        QCOMPARE(pages[u"next"].isNull(), isLast);
        QVERIFY(isLast || idsOf(answer).size() == size);
        found += idsOf(answer);
        next = pages[u"next"].toString();
    }
    QCOMPARE(found, expected);
}

void NoteListsTest::wrongPages_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("status");
    QTest::newRow("too many") << u"?per_page=61"_s << 400;
    QTest::newRow("none") << u"?per_page=0"_s << 400;
    QTest::newRow("no number") << u"?per_page=ten"_s << 400;
    QTest::newRow("page nought") << u"?page=0"_s << 400;
    QTest::newRow("beyond the end") << u"?page=9"_s << 200;
}

void NoteListsTest::wrongPages()
{
    QFETCH(QString, query);
    QFETCH(int, status);
    write(u"a"_s);
    const Answer answer = m_lab->get(m_path + query);
    QCOMPARE(answer.status, status);
    if (status == 200)
        QCOMPARE(idsOf(answer), QStringList());
    else
        QCOMPARE(codeOf(answer), u"parameter_invalid"_s);
}

// The ten newest, as stubs.
void NoteListsTest::embedded()
{
    QStringList newest;
    for (int count = 1; count <= 12; ++count) {
        m_lab->pass(1);
        newest.prepend(write(u"a"_s).body[u"id"].toString());
        const QJsonObject notes = m_lab->contact(m_id)[u"notes"_s].toObject();
        QCOMPARE(notes[u"type"_s].toString(), u"list"_s);
        QCOMPARE(notes[u"url"_s].toString(), m_path);
        QCOMPARE(notes[u"total_count"_s].toInt(), count);
        QCOMPARE(notes[u"has_more"_s].toBool(), count > 10);
        QJsonArray stubs;
        for (const QString &id : newest.mid(0, 10))
            stubs.append(
                QJsonObject{{u"type"_s, u"note"_s}, {u"id"_s, id}, {u"url"_s, u"/notes/"_s + id}});
        QCOMPARE(notes[u"data"_s].toArray(), stubs);
    }
    const QJsonObject whole = m_lab->contact(m_id);
    QCOMPARE(m_lab->get(u"/contacts"_s).body[u"data"][0].toObject(), whole);
}

void NoteListsTest::goWithTheContact()
{
    const Answer note = write(u"Kept"_s);
    const QJsonValue list = m_lab->get(m_path).body;
    m_lab->post(u"/contacts/"_s + m_id + u"/archive"_s);
    QCOMPARE(messageOf(m_lab->get(m_path)), u"User Not Found"_s);
    QCOMPARE(messageOf(write(u"Refused"_s)), u"User Not Found"_s);
    QCOMPARE(messageOf(m_lab->get(pathOf(note))), u"Resource Not Found"_s);
    m_lab->post(u"/contacts/"_s + m_id + u"/unarchive"_s);
    QCOMPARE(m_lab->get(m_path).body, list);
    QCOMPARE(m_lab->get(pathOf(note)).body, note.body);
    m_lab->del(u"/contacts/"_s + m_id);
    QCOMPARE(m_lab->get(pathOf(note)).status, 404);
    QCOMPARE(m_lab->get(m_path).status, 404);
    // Once the contact is gone for good nobody else gets its notes.
    m_lab->pass(8 * 86400);
    const QString other = m_lab->make(R"({"external_id":"2"})");
    QCOMPARE(m_lab->contact(other)[u"notes"_s][u"total_count"].toInt(), 0);
    QVERIFY(write(u"New"_s, other).body[u"id"].toString() != note.body[u"id"].toString());
}

// The user has both ones' notes, by their own authors and dates.
void NoteListsTest::moveInAMerge()
{
    const QString lead = m_lab->make(R"({"role":"lead"})");
    const Answer about = m_lab->post(u"/contacts/"_s + lead + u"/notes"_s,
                                     R"({"body":"of the lead","admin_id":"6184024"})");
    m_lab->pass(60);
    const Answer own = write(u"of the user"_s);
    const QByteArray body =
        R"({"from":")" + lead.toLatin1() + R"(","into":")" + m_id.toLatin1() + "\"}";
    m_lab->pass(60);
    const Answer merged = m_lab->post(u"/contacts/merge"_s, body);
    QCOMPARE(merged.body[u"notes"][u"total_count"].toInt(), 2);
    QJsonObject moved = about.body.toObject();
    moved[u"contact"_s] = QJsonObject{{u"type"_s, u"contact"_s}, {u"id"_s, m_id}};
    QCOMPARE(m_lab->get(pathOf(about)).body.toObject(), moved);
    QCOMPARE(m_lab->get(m_path).body[u"data"].toArray(), (QJsonArray{own.body, moved}));
}

QTEST_GUILESS_MAIN(NoteListsTest)
#include "tst_notelists.moc"
