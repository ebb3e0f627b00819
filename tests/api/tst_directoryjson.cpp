// SPDX-License-Identifier: MIT
#include "core/api/adminjson.h"
#include "core/api/attributejson.h"
#include "core/api/companyjson.h"
#include "core/api/tagjson.h"
#include "tests/api/documents.h"

#include <QtTest/QTest>

using namespace roster;
using namespace roster::test;

namespace {

template <class T>
QString placeOf(const Result<T> &result)
{
    return result.isOk() ? QStringLiteral("no error") : result.error().detail;
}

//! `name` → what reading `json` complains of.
struct BadRow
{
    const char *name;
    QByteArray json;
    const char *place;
};

void addBadRows(std::initializer_list<BadRow> rows)
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    for (const BadRow &row : rows)
        QTest::newRow(row.name) << row.json << QString::fromLatin1(row.place);
}

} // namespace

class TestDirectoryJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTags();
    void refusesTags_data();
    void refusesTags();
    void readsCompanies();
    void readsCompaniesOfAContact();
    void readsCompanyPages_data();
    void readsCompanyPages();
    void refusesCompanies_data();
    void refusesCompanies();
    void readsAdmins();
    void readsMe();
    void refusesMe_data();
    void refusesMe();
    void readsAttributes();
    void refusesAttributes_data();
    void refusesAttributes();
    void truncatedAnywhereIsAnError();
};

void TestDirectoryJson::readsTags()
{
    const auto tag = api::readTag(
        R"({"type":"tag","id":"7","name":"VIP","applied_at":1,"applied_by":{"type":"admin","id":"9"},"users":[]})");
    QVERIFY(tag.isOk());
    QCOMPARE(tag.value(), (Tag{TagId(QStringLiteral("7")), QStringLiteral("VIP")}));
    const auto number = api::readTag(R"({"type":"tag","id":7,"name":""})");
    QCOMPARE(number.value().id.text(), QStringLiteral("7"));
    const auto tags = api::readTags(
        R"({"type":"list","data":[{"type":"tag","id":"1","name":"A"},{"type":"tag","id":"2","name":"B"}]})");
    QVERIFY(tags.isOk());
    QCOMPARE(tags->size(), 2);
    QCOMPARE(tags->at(1).name, QStringLiteral("B"));
    QVERIFY(api::readTags(R"({"type":"list","data":[]})")->isEmpty());
}

void TestDirectoryJson::refusesTags_data()
{
    addBadRows(
        {{"type", R"({"type":"tag.list","data":[]})", "type: \"list\" expected"},
         {"no data", R"({"type":"list"})", "data: missing"},
         {"data", R"({"type":"list","data":{}})", "data: list expected"},
         {"entry", R"({"type":"list","data":[null]})", "data[0]: object expected"},
         {"entry's type", R"({"type":"list","data":[{"id":"1","name":"A"}]})",
          "data[0].type: missing"},
         {"id", R"({"type":"list","data":[{"type":"tag","name":"A"}]})", "data[0].id: missing"},
         {"fraction", R"({"type":"list","data":[{"type":"tag","id":1.5,"name":"A"}]})",
          "data[0].id: whole number expected"},
         {"name", R"({"type":"list","data":[{"type":"tag","id":"1","name":null}]})",
          "data[0].name: text expected"}});
}

void TestDirectoryJson::refusesTags()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, place);
    QCOMPARE(placeOf(api::readTags(json)), place);
    QVERIFY(!api::readTag(json).isOk());
}

void TestDirectoryJson::readsCompanies()
{
    const auto company = api::readCompany(FullCompany);
    QVERIFY2(company.isOk(), qPrintable(placeOf(company)));
    QCOMPARE(company->id.text(), QStringLiteral("6a00000000000000000000c1"));
    QCOMPARE(company->companyId, QStringLiteral("acme"));
    QCOMPARE(company->name, QStringLiteral("Acme Tools"));
    QCOMPARE(company->plan, QStringLiteral("Gold"));
    QCOMPARE(company->userCount, 14);
    const auto bare = api::readCompany(R"({"type":"company","id":"c","name":null,"plan":{}})");
    QVERIFY(bare.isOk());
    QCOMPARE(bare.value(), (Company{CompanyId(QStringLiteral("c")), {}, {}, {}, 0}));
}

void TestDirectoryJson::readsCompaniesOfAContact()
{
    for (const QByteArray &key : {QByteArray("data"), QByteArray("companies")}) {
        const auto page = api::readCompanies(
            R"({"type":"list",")" + key + R"(":[)" + FullCompany +
            R"(],"total_count":1,"pages":{"type":"pages","next":null,"page":1,"per_page":50,"total_pages":1}})");
        QVERIFY2(page.isOk(), qPrintable(placeOf(page)));
        QCOMPARE(page->items.size(), 1);
        QCOMPARE(page->total, 1);
        QCOMPARE(page->next, QString());
    }
    const auto none = api::readCompanies(R"({"type":"list","total_count":0})");
    QCOMPARE(placeOf(none), QStringLiteral("data: missing"));
}

void TestDirectoryJson::readsCompanyPages_data()
{
    QTest::addColumn<QByteArray>("next");
    QTest::addColumn<QString>("expected");
    QTest::newRow("null") << QByteArray("null") << QString();
    QTest::newRow("address") << QByteArray(
                                    R"("https://a.example/companies/list?page=3&per_page=15")")
                             << QStringLiteral("3");
    QTest::newRow("object") << QByteArray(R"({"page":2})") << QStringLiteral("2");
    QTest::newRow("object, text") << QByteArray(R"({"page":"2"})") << QStringLiteral("2");
}

void TestDirectoryJson::readsCompanyPages()
{
    QFETCH(QByteArray, next);
    QFETCH(QString, expected);
    const auto page = api::readCompanies(
        R"({"type":"list","data":[],"total_count":null,"pages":{"next":)" + next + "}}");
    QVERIFY2(page.isOk(), qPrintable(placeOf(page)));
    QCOMPARE(page->next, expected);
    QCOMPARE(page->total, 0);
}

void TestDirectoryJson::refusesCompanies_data()
{
    const auto page = [](const QByteArray &company) {
        return R"({"type":"list","total_count":1,"data":[)" + company + "]}";
    };
    addBadRows(
        {{"type", page(R"({"type":"contact","id":"1"})"), "data[0].type: \"company\" expected"},
         {"id", page(R"({"type":"company","id":null})"), "data[0].id: id expected"},
         {"name", page(R"({"type":"company","id":"1","name":5})"), "data[0].name: text expected"},
         {"plan", page(R"({"type":"company","id":"1","plan":"Gold"})"),
          "data[0].plan: object expected"},
         {"plan's name", page(R"({"type":"company","id":"1","plan":{"name":5}})"),
          "data[0].plan.name: text expected"},
         {"users", page(R"({"type":"company","id":"1","user_count":"5"})"),
          "data[0].user_count: number expected"},
         {"company_id", page(R"({"type":"company","id":"1","company_id":5})"),
          "data[0].company_id: text expected"},
         {"total", R"({"type":"list","data":[],"total_count":"1"})",
          "total_count: number expected"},
         {"next", R"({"type":"list","data":[],"total_count":1,"pages":{"next":"/companies"}})",
          "pages.next: address with page expected"}});
}

void TestDirectoryJson::refusesCompanies()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, place);
    QCOMPARE(placeOf(api::readCompanies(json)), place);
    QVERIFY(!api::readCompany(json).isOk());
}

void TestDirectoryJson::readsAdmins()
{
    const auto admins = api::readAdmins(R"({"type":"admin.list","admins":[
        {"type":"admin","id":"991","name":"Priya Nair","email":"priya@desk.example","away_mode_enabled":false},
        {"type":"admin","id":5,"name":"Operator","email":null}]})");
    QVERIFY2(admins.isOk(), qPrintable(placeOf(admins)));
    QCOMPARE(admins->size(), 2);
    QCOMPARE(admins->at(0), (Admin{AdminId(QStringLiteral("991")), QStringLiteral("Priya Nair"),
                                   QStringLiteral("priya@desk.example")}));
    QCOMPARE(admins->at(1).id.text(), QStringLiteral("5"));
    QCOMPARE(admins->at(1).email, QString());
    QCOMPARE(placeOf(api::readAdmins(R"({"type":"admin.list"})")),
             QStringLiteral("admins: missing"));
    QCOMPARE(placeOf(api::readAdmins(R"({"type":"list","admins":[]})")),
             QStringLiteral("type: \"admin.list\" expected"));
    QCOMPARE(
        placeOf(api::readAdmins(R"({"type":"admin.list","admins":[{"type":"admin","name":"A"}]})")),
        QStringLiteral("admins[0].id: missing"));
    QCOMPARE(placeOf(api::readAdmins(
                 R"({"type":"admin.list","admins":[{"type":"admin","id":"1","name":3}]})")),
             QStringLiteral("admins[0].name: text expected"));
}

void TestDirectoryJson::readsMe()
{
    const auto me = api::readMe(Me);
    QVERIFY2(me.isOk(), qPrintable(placeOf(me)));
    QCOMPARE(me->id, QStringLiteral("wrk1"));
    QCOMPARE(me->name, QStringLiteral("Corner Shop"));
    QCOMPARE(me->toldRegion, QStringLiteral("EU"));
    QCOMPARE(me->timeZone, QByteArray("Europe/Dublin"));
    QCOMPARE(me->tokenOwner.name, QStringLiteral("Priya Nair"));
    const auto least = api::readMe(R"({"type":"admin","id":"1","app":{"id_code":"w"}})");
    QVERIFY(least.isOk());
    QCOMPARE(least->toldRegion, QString());
}

void TestDirectoryJson::refusesMe_data()
{
    addBadRows({{"no app", R"({"type":"admin","id":"1"})", "app: missing"},
                {"null app", R"({"type":"admin","id":"1","app":null})", "app: object expected"},
                {"no code", R"({"type":"admin","id":"1","app":{}})", "app.id_code: missing"},
                {"region", R"({"type":"admin","id":"1","app":{"id_code":"w","region":1}})",
                 "app.region: text expected"},
                {"type", R"({"type":"contact","id":"1","app":{"id_code":"w"}})",
                 "type: \"admin\" expected"},
                {"page", "<html></html>", "answer: no JSON, illegal value at byte 1"}});
}

void TestDirectoryJson::refusesMe()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, place);
    QCOMPARE(placeOf(api::readMe(json)), place);
}

void TestDirectoryJson::readsAttributes()
{
    const auto attributes = api::readDataAttributes(R"({"type":"list","data":[
        {"type":"data_attribute","name":"name","full_name":"name","data_type":"string","custom":false},
        {"type":"data_attribute","name":"plan","label":"Plan","description":"What they pay","data_type":"string",
         "options":["gold","silver"],"api_writable":true,"custom":true,"archived":false},
        {"type":"data_attribute","name":"seats","data_type":"integer","custom":true},
        {"type":"data_attribute","name":"score","data_type":"float","custom":true,"api_writable":false},
        {"type":"data_attribute","name":"beta","data_type":"boolean","custom":true,"archived":true},
        {"type":"data_attribute","name":"since","data_type":"date","custom":true,"options":null},
        {"type":"data_attribute","name":"size","data_type":"string","custom":true,"options":[{"value":"S"},{"value":"M"}]},
        {"type":"data_attribute","name":"car","data_type":"hologram","custom":true,"api_writable":true}]})");
    QVERIFY2(attributes.isOk(), qPrintable(placeOf(attributes)));
    QCOMPARE(attributes->size(), 7);
    const QList<AttributeType> types{
        AttributeType::List, AttributeType::Integer, AttributeType::Float, AttributeType::Flag,
        AttributeType::Date, AttributeType::List,    AttributeType::Text};
    for (int i = 0; i < 7; ++i)
        QCOMPARE(attributes->at(i).type, types.at(i));
    QCOMPARE(attributes->at(0).label, QStringLiteral("Plan"));
    QCOMPARE(attributes->at(0).options,
             (QStringList{QStringLiteral("gold"), QStringLiteral("silver")}));
    QCOMPARE(attributes->at(1).label, QStringLiteral("seats"));
    QVERIFY(attributes->at(1).isWritable);
    QVERIFY(!attributes->at(2).isWritable);
    QVERIFY(attributes->at(3).isArchived);
    QCOMPARE(attributes->at(5).options, (QStringList{QStringLiteral("S"), QStringLiteral("M")}));
    QVERIFY(!attributes->at(6).isWritable);
}

void TestDirectoryJson::refusesAttributes_data()
{
    const auto list = [](const QByteArray &members) {
        return R"({"type":"list","data":[{"type":"data_attribute","custom":true,)" + members +
               "}]}";
    };
    addBadRows({{"name", list(R"("data_type":"string")"), "data[0].name: missing"},
                {"type", list(R"("name":"a")"), "data[0].data_type: missing"},
                {"type as number", list(R"("name":"a","data_type":1)"),
                 "data[0].data_type: text expected"},
                {"options", list(R"("name":"a","data_type":"string","options":"x")"),
                 "data[0].options: list expected"},
                {"option", list(R"("name":"a","data_type":"string","options":[1])"),
                 "data[0].options[0]: text expected"},
                {"writable", list(R"("name":"a","data_type":"string","api_writable":"yes")"),
                 "data[0].api_writable: true or false expected"},
                {"custom", R"({"type":"list","data":[{"type":"data_attribute","custom":1}]})",
                 "data[0].custom: true or false expected"},
                {"no list", R"({"type":"list"})", "data: missing"}});
}

void TestDirectoryJson::refusesAttributes()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, place);
    QCOMPARE(placeOf(api::readDataAttributes(json)), place);
}

void TestDirectoryJson::truncatedAnywhereIsAnError()
{
    const QByteArray company = FullCompany.trimmed();
    for (qsizetype size = 0; size < company.size(); ++size)
        QVERIFY(!api::readCompany(company.left(size)).isOk());
    const QByteArray me = Me.trimmed();
    for (qsizetype size = 0; size < me.size(); ++size)
        QVERIFY(!api::readMe(me.left(size)).isOk());
}

QTEST_GUILESS_MAIN(TestDirectoryJson)
#include "tst_directoryjson.moc"
