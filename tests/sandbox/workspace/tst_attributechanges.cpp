// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! PUT /data_attributes/{id}: what changes, what is refused, and what archiving does.
class AttributeChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void changes();
    void changeRefuses_data();
    void changeRefuses();
    void archivedOnesAreOutOfUse();
    void olderFilesHaveNoDetails();

private:
    Answer create(const QByteArray &body) { return m_lab->post(u"/data_attributes"_s, body); }
    QJsonObject listed(const QString &name, bool withArchived = false);
    static QString pathOf(const Answer &answer)
    {
        return u"/data_attributes/"_s + QString::number(answer.body[u"id"].toInteger());
    }
    std::unique_ptr<Lab> m_lab;
};

void AttributeChangesTest::init()
{
    m_lab = std::make_unique<Lab>();
}

QJsonObject AttributeChangesTest::listed(const QString &name, bool withArchived)
{
    const Answer all = m_lab->get(u"/data_attributes"_s +
                                  (withArchived ? u"?include_archived=true"_s : QString()));
    for (const QJsonValue &attribute : all.body[u"data"].toArray()) {
        if (attribute[u"name"].toString() == name)
            return attribute.toObject();
    }
    return {};
}

void AttributeChangesTest::changes()
{
    const Answer made =
        create(R"({"name":"N","model":"contact","data_type":"string","description":"D"})");
    m_lab->pass(60);
    const Answer answer = m_lab->put(
        pathOf(made), R"({"description":"Just a plain old ring","archived":false,"name":"Other",
                          "model":"company","data_type":"integer",
                          "options":[{"value":"1-10"},{"value":"11-20"}]})");
    QJsonObject expected = made.body.toObject();
    expected[u"description"_s] = u"Just a plain old ring"_s;
    expected[u"options"_s] = QJsonArray{u"1-10"_s, u"11-20"_s};
    expected[u"updated_at"_s] = m_lab->now();
    QCOMPARE(answer.body.toObject(), expected);
    QCOMPARE(listed(u"N"_s), expected);
    // What is not named stays.
    QCOMPARE(m_lab->put(pathOf(made), "{}").body.toObject(), expected);
}

void AttributeChangesTest::changeRefuses_data()
{
    QTest::addColumn<QString>("name"); // of a seeded one; empty: nobody's id
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *label, const char *name, const char *body, int status,
                        const char *code, const char *message) {
        QTest::newRow(label) << QString::fromLatin1(name) << QByteArray(body) << status
                             << QString::fromLatin1(code) << QString::fromLatin1(message);
    };
    row("nobody", "", R"({"description":"D"})", 404, "field_not_found",
        "We couldn't find that data attribute to update");
    row("no list", "plan", R"({"options":{"value":"1-10"}})", 400, "parameter_invalid",
        "Options isn't an array");
    row("too few", "plan", R"({"options":["1-10"]})", 400, "parameter_invalid",
        "At least two options are required");
    row("of a number", "seats", R"({"options":["1","2"]})", 400, "parameter_invalid",
        "Options are for attributes of type string only");
    row("built upon", "plan", R"({"archived":true})", 422, "data_invalid",
        "The Data Attribute you are trying to archive has a dependant object");
    row("a flag as text", "seats", R"({"archived":"true"})", 400, "parameter_invalid",
        "archived must be a boolean");
    row("not JSON", "seats", "{", 400, "bad_request", "The request body is not valid JSON");
}

void AttributeChangesTest::changeRefuses()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(QString, message);
    const QJsonObject before = listed(name);
    const QString id =
        name.isEmpty() ? u"999999999"_s : QString::number(before[u"id"_s].toInteger());
    const Answer answer = m_lab->put(u"/data_attributes/"_s + id, body);
    QVERIFY2(answer.status == status, text(answer).constData());
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(messageOf(answer), message);
    QCOMPARE(listed(name), before);
    QCOMPARE(m_lab->put(u"/data_attributes/none"_s, "{}").status, 404);
}

void AttributeChangesTest::archivedOnesAreOutOfUse()
{
    const QString id = m_lab->make(R"({"external_id":"1","custom_attributes":{"seats":3}})");
    const QString path =
        u"/data_attributes/"_s + QString::number(listed(u"seats"_s)[u"id"_s].toInteger());
    QCOMPARE(m_lab->put(path, R"({"archived":true})").body[u"archived"], QJsonValue(true));
    QVERIFY(listed(u"seats"_s).isEmpty());
    QCOMPARE(listed(u"seats"_s, true)[u"archived"_s], QJsonValue(true));
    const QByteArray change = R"({"custom_attributes":{"seats":4}})";
    QCOMPARE(messageOf(m_lab->put(u"/contacts/"_s + id, change)),
             u"Custom attribute 'seats' does not exist"_s);
    QCOMPARE(m_lab->contact(id)[u"custom_attributes"_s][u"seats"].toInt(), 3);
    QCOMPARE(m_lab->put(path, R"({"archived":false})").status, 200);
    QCOMPARE(m_lab->put(u"/contacts/"_s + id, change).status, 200);
}

// A workspace of an earlier version lacks the tables for visitors and for details; they are made
// when it is opened.
void AttributeChangesTest::olderFilesHaveNoDetails()
{
    QTemporaryDir dir;
    m_lab->options().database = dir.filePath(u"workspace.sqlite"_s);
    m_lab->reopen();
    const QJsonObject before = listed(u"plan"_s);
    m_lab->close();
    {
        QSqlDatabase file = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"older"_s);
        file.setDatabaseName(m_lab->options().database);
        QVERIFY(file.open());
        QSqlQuery query(file);
        QVERIFY(query.exec(u"DROP TABLE data_attribute_detail"_s));
        QVERIFY(query.exec(u"DROP TABLE visitor"_s));
        query.finish();
        file.close();
    }
    QSqlDatabase::removeDatabase(u"older"_s);
    m_lab->reopen();
    QCOMPARE(listed(u"plan"_s), before);
    const QString path = u"/data_attributes/"_s + QString::number(before[u"id"_s].toInteger());
    QCOMPARE(m_lab->put(path, R"({"archived":true})").status, 200);
    QCOMPARE(m_lab->get(u"/visitors?user_id=none"_s).status, 404);
}

QTEST_GUILESS_MAIN(AttributeChangesTest)
#include "tst_attributechanges.moc"
