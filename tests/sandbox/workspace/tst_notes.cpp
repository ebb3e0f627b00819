// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! The notes of a contact: written and read one by one.
class NotesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void written();
    void bodies_data();
    void bodies();
    void authors_data();
    void authors();
    void authorsInEachVersion_data();
    void authorsInEachVersion();
    void refusals_data();
    void refusals();
    void unknownOnes_data();
    void unknownOnes();

private:
    Answer write(const QString &text)
    {
        return m_lab->post(m_path, QJsonDocument(QJsonObject{{u"body"_s, text}}).toJson());
    }
    QString pathOf(const Answer &note) const { return u"/notes/"_s + note.body[u"id"].toString(); }

    std::unique_ptr<Lab> m_lab;
    QString m_id;
    QString m_path;
};

void NotesTest::init()
{
    m_lab = std::make_unique<Lab>();
    m_id = m_lab->make(R"({"external_id":"1"})");
    m_path = u"/contacts/"_s + m_id + u"/notes"_s;
}

void NotesTest::written()
{
    const QString me = m_lab->get(u"/me"_s).body[u"id"].toString();
    QCOMPARE(m_lab->get(m_path).body[u"total_count"].toInt(), 0);
    m_lab->pass(10);
    const Answer note = write(u"Hello"_s);
    QVERIFY2(note.status == 200, text(note).constData());
    const QString id = note.body[u"id"].toString();
    QVERIFY(QRegularExpression(u"^[0-9]+$"_s).match(id).hasMatch());
    const QJsonObject expected{
        {u"type"_s, u"note"_s},
        {u"id"_s, id},
        {u"created_at"_s, m_lab->now()},
        {u"contact"_s, QJsonObject{{u"type"_s, u"contact"_s}, {u"id"_s, m_id}}},
        {u"author"_s, m_lab->get(u"/admins/"_s + me).body.toObject()},
        {u"body"_s, u"<p>Hello</p>"_s}};
    QCOMPARE(note.body.toObject(), expected);
    QCOMPARE(m_lab->get(pathOf(note)).body.toObject(), expected);
    QCOMPARE(m_lab->get(m_path).body[u"data"].toArray(), QJsonArray{expected});
    QCOMPARE(m_lab->contact(m_id)[u"updated_at"_s].toInteger(), m_lab->now());
    // The same text twice is two notes.
    QVERIFY(write(u"Hello"_s).body[u"id"].toString() != id);
}

void NotesTest::bodies_data()
{
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("kept");
    const auto add = [](const char *row, const QString &sent, const QString &kept) {
        QTest::newRow(row) << sent << kept;
    };
    const QString two = u"<p>a</p>\n<p>b</p>"_s;
    add("plain", u"New note"_s, u"<p>New note</p>"_s);
    add("lines", u"a\nb\r\nc"_s, u"<p>a<br>b<br>c</p>"_s);
    add("paragraphs", u"a\n\n \n\nb"_s, two);
    add("around it", u"\n  a \n"_s, u"<p>a</p>"_s);
    add("signs", u"a < b && c > d"_s, u"<p>a &lt; b &amp;&amp; c &gt; d</p>"_s);
    add("no tag", u"write to <ada@navy.example>"_s, u"<p>write to &lt;ada@navy.example&gt;</p>"_s);
    add("HTML", two, two);
    add("a list", u"<ul><li>a</li></ul>"_s, u"<ul><li>a</li></ul>"_s);
    add("marks inside", u"a <b>bold</b> word"_s, u"<p>a <b>bold</b> word</p>"_s);
    add("an entity in HTML", u"<p>a &amp; b</p>"_s, u"<p>a &amp; b</p>"_s);
    add("a script", u"<script>alert(1)</script>"_s, u"<p><script>alert(1)</script></p>"_s);
    add("other scripts", u"Ελένη 你好 שלום"_s, u"<p>Ελένη 你好 שלום</p>"_s);
    add("an emoji", u"👩🏽‍💻"_s, u"<p>👩🏽‍💻</p>"_s);
}

void NotesTest::bodies()
{
    QFETCH(QString, sent);
    QFETCH(QString, kept);
    const Answer note = write(sent);
    QCOMPARE(note.body[u"body"].toString(), kept);
    QCOMPARE(m_lab->get(pathOf(note)).body[u"body"].toString(), kept);
}

void NotesTest::authors_data()
{
    QTest::addColumn<QByteArray>("admin");
    QTest::addColumn<QString>("author");
    QTest::newRow("nobody named") << QByteArray("null") << u"6184021"_s;
    QTest::newRow("a text") << QByteArray("\"6184023\"") << u"6184023"_s;
    QTest::newRow("a number") << QByteArray("6184023") << u"6184023"_s;
    QTest::newRow("the bot") << QByteArray("6184020") << u"6184020"_s;
    QTest::newRow("unknown") << QByteArray("123") << QString();
    QTest::newRow("no number") << QByteArray("\"Priya\"") << QString();
    QTest::newRow("with a zero before it") << QByteArray("\"06184023\"") << QString();
}

void NotesTest::authors()
{
    QFETCH(QByteArray, admin);
    QFETCH(QString, author);
    const Answer note = m_lab->post(m_path, R"({"body":"a","admin_id":)" + admin + '}');
    if (author.isEmpty()) {
        QCOMPARE(note.status, 404);
        QCOMPARE(messageOf(note), u"Resource Not Found"_s);
        QCOMPARE(m_lab->get(m_path).body[u"total_count"].toInt(), 0);
        return;
    }
    QCOMPARE(note.body[u"author"].toObject(), m_lab->get(u"/admins/"_s + author).body.toObject());
    QCOMPARE(note.body[u"author"][u"id"].toString(), author);
}

void NotesTest::authorsInEachVersion_data()
{
    QTest::addColumn<int>("minor");
    for (int minor = 7; minor <= 16; ++minor)
        QTest::addRow("2.%d", minor) << minor;
}

void NotesTest::authorsInEachVersion()
{
    QFETCH(int, minor);
    m_lab->speak("2." + QByteArray::number(minor));
    const Answer note = write(u"a"_s);
    const QJsonObject author = note.body[u"author"].toObject();
    QCOMPARE(author, m_lab->get(u"/admins/"_s + author[u"id"_s].toString()).body.toObject());
    QCOMPARE(author.contains(u"role"_s), minor >= 16);
    QCOMPARE(m_lab->get(pathOf(note)).body, note.body);
    QCOMPARE(m_lab->get(m_path).body[u"data"][0], note.body);
}

void NotesTest::refusals_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto add = [](const char *row, const char *body, const char *code, const char *field) {
        QTest::newRow(row) << QByteArray(body) << 400 << QString::fromLatin1(code)
                           << QString::fromLatin1(field);
    };
    add("nothing", "", "parameter_not_found", "body");
    add("no body", R"({"admin_id":"6184021"})", "parameter_not_found", "body");
    add("null", R"({"body":null})", "parameter_not_found", "body");
    add("empty", R"({"body":""})", "parameter_not_found", "body");
    add("blank", R"({"body":" \n "})", "parameter_not_found", "body");
    add("a number", R"({"body":5})", "parameter_invalid", "body");
    add("a list", R"({"body":["a"]})", "parameter_invalid", "body");
    add("an admin that is a flag", R"({"body":"a","admin_id":true})", "parameter_invalid",
        "admin_id");
    add("an admin that is an object", R"({"body":"a","admin_id":{}})", "parameter_invalid",
        "admin_id");
    add("not JSON", R"({"body)", "bad_request", "");
}

void NotesTest::refusals()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(QString, field);
    const QJsonObject before = m_lab->contact(m_id);
    m_lab->pass(5);
    const Answer answer = m_lab->post(m_path, body);
    QCOMPARE(answer.status, status);
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(fieldOf(answer), field);
    QCOMPARE(m_lab->contact(m_id), before);
}

void NotesTest::unknownOnes_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    const QString nobody = u"/contacts/000000000000000000000000/notes"_s;
    QTest::newRow("the list of nobody") << "GET"_ba << nobody << 404 << u"User Not Found"_s;
    QTest::newRow("about nobody") << "POST"_ba << nobody << 404 << u"User Not Found"_s;
    for (const QString &id : {u"1234"_s, u"x"_s, u"-1"_s, u"01"_s, u"99999999999999999999"_s})
        QTest::newRow(qPrintable(id))
            << "GET"_ba << u"/notes/"_s + id << 404 << u"Resource Not Found"_s;
    const QString unknown = u"Method Not Allowed"_s;
    QTest::newRow("notes stay") << "DELETE"_ba << u"/notes/1"_s << 405 << unknown;
    QTest::newRow("notes stay as they are") << "PUT"_ba << u"/notes/1"_s << 405 << unknown;
}

void NotesTest::unknownOnes()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(int, status);
    QFETCH(QString, message);
    write(u"a"_s);
    const Answer answer = m_lab->ask(method, path, method == "GET" ? "" : R"({"body":"a"})");
    QCOMPARE(answer.status, status);
    QCOMPARE(messageOf(answer), message);
}

QTEST_GUILESS_MAIN(NotesTest)
#include "tst_notes.moc"
