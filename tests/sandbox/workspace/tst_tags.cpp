// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! Tags from their making to their end, and the short lists inside a contact.
class TagsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void made();
    void renamed();
    void applied();
    void companiesAreTagged();
    void refusals_data();
    void refusals();
    void refusedFormsChangeNothing();
    void onAContact();
    void deletedTagsLeaveTheirContacts();
    void embedded_data();
    void embedded();
    void notesAreEmbedded();
};

namespace {

QByteArray withId(const Answer &answer)
{
    return R"({"id":")" + answer.body[u"id"].toString().toLatin1() + "\"}";
}

} // namespace

void TagsTest::made()
{
    Lab lab;
    const int before = static_cast<int>(lab.get(u"/tags"_s).body[u"data"].toArray().size());
    const Answer tag = lab.post(u"/tags"_s, R"({"name":"Élan"})");
    const QString id = tag.body[u"id"].toString();
    const QJsonObject expected{{u"type"_s, u"tag"_s}, {u"id"_s, id}, {u"name"_s, u"Élan"_s}};
    QCOMPARE(tag.body.toObject(), expected);
    QVERIFY(QRegularExpression(u"^[0-9]+$"_s).match(id).hasMatch());
    QCOMPARE(lab.get(u"/tags/"_s + id).body.toObject(), expected);
    // The same name in another case is the same tag, and keeps its spelling.
    QCOMPARE(lab.post(u"/tags"_s, R"({"name":"éLAN"})").body.toObject(), expected);
    const Answer all = lab.get(u"/tags"_s);
    QCOMPARE(all.body.toObject().keys(), (QStringList{u"data"_s, u"type"_s}));
    QCOMPARE(all.body[u"data"].toArray().size(), before + 1);
    QVERIFY(all.body[u"data"].toArray().contains(QJsonValue(expected)));
}

void TagsTest::renamed()
{
    Lab lab;
    const QByteArray id =
        lab.post(u"/tags"_s, R"({"name":"Old"})").body[u"id"].toString().toLatin1();
    const auto called = [&](const QByteArray &name) {
        return lab.post(u"/tags"_s, R"({"name":")" + name + R"(","id":")" + id + "\"}");
    };
    const Answer done = lab.post(u"/tags"_s, R"({"name":"New","id":)" + id + '}');
    QCOMPARE(done.body[u"id"].toString().toLatin1(), id);
    QCOMPARE(lab.get(u"/tags/"_s + QString::fromLatin1(id)).body[u"name"].toString(), u"New"_s);
    // Its own name in another case is free, another tag's is not.
    QCOMPARE(called("NEW").status, 200);
    lab.post(u"/tags"_s, R"({"name":"Taken"})");
    QCOMPARE(codeOf(called("taken")), u"parameter_invalid"_s);
    QCOMPARE(lab.post(u"/tags"_s, R"({"name":"X","id":"999999999"})").status, 404);
}

void TagsTest::applied()
{
    Lab lab;
    const QString ada = lab.make(R"({"external_id":"1"})");
    const QString bob = lab.make(R"({"external_id":"2"})");
    const QString cleo = lab.make(R"({"external_id":"3"})");
    const QByteArray users =
        R"("users":[{"id":")" + ada.toLatin1() + R"("},{"id":")" + bob.toLatin1() + "\"}]";
    lab.pass(10);
    const Answer tag = lab.post(u"/tags"_s, R"({"name":"Both",)" + users + '}');
    const QByteArray query = R"({"field":"tag_id","operator":"=","value":")" +
                             tag.body[u"id"].toString().toLatin1() + "\"}";
    const QStringList hit = idsOf(lab.search(query));
    QCOMPARE(QSet<QString>(hit.begin(), hit.end()), (QSet<QString>{ada, bob}));
    // Who is left alone keeps its updated_at.
    QCOMPARE(lab.contact(ada)[u"updated_at"_s].toInteger(), lab.now());
    QCOMPARE(lab.contact(cleo)[u"updated_at"_s].toInteger(), lab.now() - 10);
    lab.post(u"/tags"_s,
             R"({"name":"both","untag":true,"users":[{"id":")" + ada.toLatin1() + "\"}]}");
    QCOMPARE(idsOf(lab.search(query)), QStringList{bob});
}

void TagsTest::companiesAreTagged()
{
    Lab lab(1);
    const auto tagged = [&] {
        return lab.get(u"/companies/6657a8156abd0160d35d1e55"_s)
            .body[u"tags"][u"tags"]
            .toArray()
            .size();
    };
    QCOMPARE(tagged(), 0);
    lab.post(u"/tags"_s, R"({"name":"A","companies":[{"id":"6657a8156abd0160d35d1e55"}]})");
    lab.post(u"/tags"_s, R"({"name":"B","companies":[{"company_id":"1"}]})");
    QCOMPARE(tagged(), 2);
    lab.post(u"/tags"_s, R"({"name":"B","companies":[{"company_id":"1","untag":true}]})");
    QCOMPARE(tagged(), 1);
}

void TagsTest::refusals_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const auto add = [](const char *row, const char *body, const char *code) {
        QTest::newRow(row) << QByteArray(body) << QString::fromLatin1(code);
    };
    add("nothing", "{}", "parameter_invalid");
    add("no body", "", "parameter_invalid");
    add("an empty name", R"({"name":""})", "parameter_invalid");
    add("a blank name", R"({"name":"  "})", "parameter_invalid");
    add("a number for a name", R"({"name":7})", "parameter_invalid");
    add("users are no list", R"({"name":"T","users":{}})", "parameter_invalid");
    add("a user is a text", R"({"name":"T","users":["x"]})", "parameter_invalid");
    add("an unknown user", R"({"name":"T","users":[{"id":"x"}]})", "not_found");
    add("an unknown company", R"({"name":"T","companies":[{"id":"x"}]})", "company_not_found");
    add("not JSON", R"({"name")", "bad_request");
}

void TagsTest::refusals()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    static Lab lab;
    const QJsonValue before = lab.get(u"/tags"_s).body;
    const Answer answer = lab.post(u"/tags"_s, body);
    QCOMPARE(answer.status, code.contains(u"not_found"_s) ? 404 : 400);
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(lab.get(u"/tags"_s).body, before);
}

// All or nothing: a known user before an unknown one is not tagged.
void TagsTest::refusedFormsChangeNothing()
{
    Lab lab;
    const QString id = lab.make(R"({"external_id":"1"})");
    const QByteArray body =
        R"({"name":"VIP","users":[{"id":")" + id.toLatin1() + R"("}],"companies":[{"id":"x"}]})";
    QCOMPARE(lab.post(u"/tags"_s, body).status, 404);
    QCOMPARE(lab.contact(id)[u"tags"_s][u"total_count"].toInt(), 0);
}

void TagsTest::onAContact()
{
    Lab lab;
    const QString base = u"/contacts/"_s + lab.make(R"({"external_id":"1"})") + u"/tags"_s;
    const QString me = lab.get(u"/me"_s).body[u"id"].toString();
    QCOMPARE(lab.get(base).body.toObject(),
             (QJsonObject{{u"type"_s, u"list"_s}, {u"data"_s, QJsonArray()}}));
    lab.pass(10);
    const QJsonObject expected{
        {u"type"_s, u"tag"_s},
        {u"id"_s, u"7522907"_s},
        {u"name"_s, u"Manual tag"_s},
        {u"applied_at"_s, lab.now()},
        {u"applied_by"_s, QJsonObject{{u"type"_s, u"admin"_s}, {u"id"_s, me}}}};
    QCOMPARE(lab.post(base, R"({"id":7522907})").body.toObject(), expected);
    lab.pass(10);
    // Once more changes nothing, the moment included.
    QCOMPARE(lab.post(base, R"({"id":"7522907"})").body.toObject(), expected);
    QCOMPARE(lab.get(base).body[u"data"].toArray(), QJsonArray{expected});
    QCOMPARE(lab.del(base + u"/7522907"_s).body.toObject(), expected);
    QCOMPARE(lab.get(base).body[u"data"].toArray(), QJsonArray());
    for (const Answer &answer :
         {lab.del(base + u"/7522907"_s), lab.del(base + u"/999999999"_s), lab.del(base + u"/x"_s),
          lab.post(base, R"({"id":"999999999"})"), lab.post(base, R"({"id":"Manual tag"})")}) {
        QCOMPARE(answer.status, 404);
        QCOMPARE(codeOf(answer), u"not_found"_s);
        QCOMPARE(messageOf(answer), u"Resource Not Found"_s);
    }
    QCOMPARE(lab.post(base, R"({"name":"VIP"})").status, 400);
}

void TagsTest::deletedTagsLeaveTheirContacts()
{
    Lab lab;
    const QString id = lab.make(R"({"external_id":"1"})");
    const QString base = u"/contacts/"_s + id + u"/tags"_s;
    const Answer tag = lab.post(u"/tags"_s, R"({"name":"Gone"})");
    lab.post(base, withId(tag));
    const QString path = u"/tags/"_s + tag.body[u"id"].toString();
    const Answer done = lab.del(path);
    QCOMPARE(done.status, 200);
    QVERIFY(done.body.isNull());
    QCOMPARE(lab.get(path).status, 404);
    QCOMPARE(lab.del(path).status, 404);
    QCOMPARE(lab.get(base).body[u"data"].toArray(), QJsonArray());
    QCOMPARE(lab.contact(id)[u"tags"_s][u"total_count"].toInt(), 0);
    // The name is free again, the id is not used twice.
    QVERIFY(lab.post(u"/tags"_s, R"({"name":"Gone"})").body[u"id"] != tag.body[u"id"]);
}

void TagsTest::embedded_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("type");
    QTest::newRow("tags") << u"tags"_s << u"tag"_s;
    QTest::newRow("companies") << u"companies"_s << u"company"_s;
}

// At most ten stubs, and where to find the rest.
void TagsTest::embedded()
{
    QFETCH(QString, list);
    QFETCH(QString, type);
    Lab lab;
    const QString id = lab.make(R"({"external_id":"1"})");
    const QString url = u"/contacts/"_s + id + u'/' + list;
    for (int count = 1; count <= 12; ++count) {
        const QByteArray name = QByteArray::number(count);
        const Answer made =
            lab.post(u'/' + list, list == u"tags"_s ? R"({"name":"t)" + name + "\"}"
                                                    : R"({"company_id":"c)" + name + "\"}");
        QCOMPARE(lab.post(url, withId(made)).status, 200);
        lab.pass(1);
        const QJsonObject o = lab.contact(id)[list].toObject();
        QCOMPARE(o[u"type"_s].toString(), u"list"_s);
        QCOMPARE(o[u"url"_s].toString(), url);
        QCOMPARE(o[u"total_count"_s].toInt(), count);
        QCOMPARE(o[u"has_more"_s].toBool(), count > 10);
        const QJsonArray stubs = o[u"data"_s].toArray();
        QCOMPARE(stubs.size(), qMin(count, 10));
        QCOMPARE(idsOf(lab.get(url)).size(), count);
        if (count > 10)
            continue;
        const QString own = made.body[u"id"].toString();
        QCOMPARE(
            stubs.last().toObject(),
            (QJsonObject{{u"type"_s, type}, {u"id"_s, own}, {u"url"_s, u'/' + list + u'/' + own}}));
    }
    QCOMPARE(lab.get(u"/contacts"_s).body[u"data"][0][list].toObject(),
             lab.contact(id)[list].toObject());
}

void TagsTest::notesAreEmbedded()
{
    Lab lab(30);
    int contacts = 0;
    const QJsonArray data = lab.get(u"/contacts"_s).body[u"data"].toArray();
    for (const QJsonValue &contact : data) {
        const QJsonValue notes = contact[u"notes"];
        QCOMPARE(notes[u"url"].toString(),
                 u"/contacts/"_s + contact[u"id"].toString() + u"/notes"_s);
        QCOMPARE(notes[u"data"].toArray().size(), qMin(10, notes[u"total_count"].toInt()));
        QCOMPARE(notes[u"has_more"].toBool(), notes[u"total_count"].toInt() > 10);
        contacts += notes[u"total_count"].toInt() > 0;
        for (const QJsonValue &note : notes[u"data"].toArray())
            QCOMPARE(note[u"url"].toString(), u"/notes/"_s + note[u"id"].toString());
    }
    QVERIFY(contacts > 0);
}

QTEST_GUILESS_MAIN(TagsTest)
#include "tst_tags.moc"
