// SPDX-License-Identifier: MIT
#include "core/api/apiversion.h"
#include "core/api/contactwriter.h"
#include "core/api/endpoints.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace roster;

namespace {

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

const ContactId Someone(QStringLiteral("63a07ddf05a32042dffac965"));
const TagId Vip(QStringLiteral("7522907"));
const CompanyId Acme(QStringLiteral("6657a8156abd0160d35d1e55"));

} // namespace

class TestEndpoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endpoints_data();
    void endpoints();
    void everyEndpointHasItsLane();
    void pagesStayInBounds();
    void idsAreOneSegment_data();
    void idsAreOneSegment();
    void searches_data();
    void searches();
    void versions_data();
    void versions();
    void patches_data();
    void patches();
    void drafts_data();
    void drafts();
};

void TestEndpoints::endpoints_data()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<std::optional<QByteArray>>("body");
    QTest::addColumn<Repeat>("repeat");
    const auto row = [](const char *name, const HttpRequest &request, const char *line,
                        std::optional<QByteArray> body, Repeat repeat) {
        QTest::newRow(name) << request << QByteArray(line) << body << repeat;
    };
    const std::optional<QByteArray> none;
    const ContactDraft draft{{{ContactField::Role, text("lead")}}, {}};
    const ContactPatch patch{{{ContactField::Name, FieldValue()}}, {}};
    row("contact", api::contact(Someone), "GET /contacts/63a07ddf05a32042dffac965", none,
        Repeat::Safe);
    row("list, first", api::listContacts({}), "GET /contacts?per_page=150", none, Repeat::Safe);
    row("list, next", api::listContacts(text("WzE+/=="), 50),
        "GET /contacts?per_page=50&starting_after=WzE%2B%2F%3D%3D", none, Repeat::Safe);
    row("create", api::createContact(draft, u"2.10"), "POST /contacts", R"({"role":"lead"})",
        Repeat::Never);
    row("update", api::updateContact(Someone, patch, u"2.10"),
        "PUT /contacts/63a07ddf05a32042dffac965", R"({"name":null})", Repeat::SameEffect);
    row("archive", api::archive(Someone), "POST /contacts/63a07ddf05a32042dffac965/archive", none,
        Repeat::SameEffect);
    row("unarchive", api::unarchive(Someone), "POST /contacts/63a07ddf05a32042dffac965/unarchive",
        none, Repeat::SameEffect);
    row("tags of contact", api::contactTags(Someone), "GET /contacts/63a07ddf05a32042dffac965/tags",
        none, Repeat::Safe);
    row("attach tag", api::attachTag(Someone, Vip), "POST /contacts/63a07ddf05a32042dffac965/tags",
        R"({"id":"7522907"})", Repeat::SameEffect);
    row("detach tag", api::detachTag(Someone, Vip),
        "DELETE /contacts/63a07ddf05a32042dffac965/tags/7522907", none, Repeat::SameEffect);
    row("companies of contact", api::contactCompanies(Someone, 2),
        "GET /contacts/63a07ddf05a32042dffac965/companies?page=2&per_page=50", none, Repeat::Safe);
    row("attach company", api::attachCompany(Someone, Acme),
        "POST /contacts/63a07ddf05a32042dffac965/companies", R"({"id":"6657a8156abd0160d35d1e55"})",
        Repeat::SameEffect);
    row("detach company", api::detachCompany(Someone, Acme),
        "DELETE /contacts/63a07ddf05a32042dffac965/companies/6657a8156abd0160d35d1e55", none,
        Repeat::SameEffect);
    row("companies", api::companies(3, 60), "POST /companies/list?page=3&per_page=60", none,
        Repeat::Safe);
    row("company", api::company(Acme), "GET /companies/6657a8156abd0160d35d1e55", none,
        Repeat::Safe);
    row("contacts of company", api::companyContacts(Acme, text("x=")),
        "GET /companies/6657a8156abd0160d35d1e55/contacts?per_page=50&starting_after=x%3D", none,
        Repeat::Safe);
    row("save company", api::saveCompany(text("Acme"), text("acme-1")), "POST /companies",
        R"({"company_id":"acme-1","name":"Acme"})", Repeat::SameEffect);
    row("new company", api::saveCompany(text("Acme"), {}), "POST /companies", R"({"name":"Acme"})",
        Repeat::Never);
    row("tags", api::tags(), "GET /tags", none, Repeat::Safe);
    row("create tag", api::createTag(text("VIP")), "POST /tags", R"({"name":"VIP"})",
        Repeat::SameEffect);
    row("admins", api::admins(), "GET /admins", none, Repeat::Safe);
    row("attributes", api::dataAttributes(), "GET /data_attributes?model=contact", none,
        Repeat::Safe);
    row("me", api::me(), "GET /me", none, Repeat::Safe);
}

void TestEndpoints::endpoints()
{
    QFETCH(HttpRequest, request);
    QFETCH(QByteArray, line);
    QFETCH(std::optional<QByteArray>, body);
    QFETCH(Repeat, repeat);
    QByteArray seen = request.method + ' ' + request.path;
    if (!request.query.isEmpty())
        seen += '?' + request.query.toString(QUrl::FullyEncoded).toLatin1();
    QCOMPARE(seen, line);
    QCOMPARE(request.body, body);
    QCOMPARE(request.repeat, repeat);
    QCOMPARE(request.lane, Lane::Interactive);
    QCOMPARE(request.isWrite(), repeat != Repeat::Safe);
}

void TestEndpoints::everyEndpointHasItsLane()
{
    const Lane bulk = Lane::Bulk;
    const QList<HttpRequest> all{
        api::contact(Someone, bulk),
        api::listContacts({}, 150, bulk),
        api::searchContacts({}, bulk),
        api::createContact({}, u"2.10", bulk),
        api::updateContact(Someone, {}, u"2.10", bulk),
        api::archive(Someone, bulk),
        api::unarchive(Someone, bulk),
        api::contactTags(Someone, bulk),
        api::attachTag(Someone, Vip, bulk),
        api::detachTag(Someone, Vip, bulk),
        api::contactCompanies(Someone, 1, bulk),
        api::attachCompany(Someone, Acme, bulk),
        api::detachCompany(Someone, Acme, bulk),
        api::companies(1, 15, bulk),
        api::company(Acme, bulk),
        api::companyContacts(Acme, {}, bulk),
        api::saveCompany({}, {}, bulk),
        api::tags(bulk),
        api::createTag({}, bulk),
        api::admins(bulk),
        api::dataAttributes(bulk),
        api::me(bulk),
    };
    for (const HttpRequest &request : all)
        QVERIFY2(request.lane == bulk, request.path.constData());
}

void TestEndpoints::pagesStayInBounds()
{
    const auto perPage = [](const HttpRequest &request) {
        return request.query.queryItemValue(QStringLiteral("per_page"));
    };
    QCOMPARE(perPage(api::listContacts({}, 100'000)), text("150"));
    QCOMPARE(perPage(api::listContacts({}, -1)), text("1"));
    QCOMPARE(perPage(api::companies(1, 1000)), text("150"));
    QCOMPARE(api::companies(0, 5).query.queryItemValue(QStringLiteral("page")), text("1"));
    api::SearchBody body;
    body.perPage = 500;
    QVERIFY(api::searchContacts(body).body->contains(R"("per_page":150)"));
}

void TestEndpoints::idsAreOneSegment_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("slash") << text("a/b") << QByteArray("/contacts/a%2Fb/archive");
    QTest::newRow("dots") << text("..") << QByteArray("/contacts/%2E%2E/archive");
    QTest::newRow("dot") << text(".") << QByteArray("/contacts/%2E/archive");
    QTest::newRow("question") << text("a?b#c") << QByteArray("/contacts/a%3Fb%23c/archive");
    QTest::newRow("space") << text("a b") << QByteArray("/contacts/a%20b/archive");
    QTest::newRow("percent") << text("50%") << QByteArray("/contacts/50%25/archive");
    QTest::newRow("line break") << text("a\r\nHost: x")
                                << QByteArray("/contacts/a%0D%0AHost%3A%20x/archive");
    QTest::newRow("letters") << QString::fromUtf8("é") << QByteArray("/contacts/%C3%A9/archive");
}

void TestEndpoints::idsAreOneSegment()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, path);
    QCOMPARE(api::archive(ContactId(id)).path, path);
}

void TestEndpoints::searches_data()
{
    QTest::addColumn<api::SearchBody>("search");
    QTest::addColumn<QByteArray>("body");
    api::SearchBody all;
    QTest::newRow("everything")
        << all
        << QByteArray(
               R"({"pagination":{"per_page":150},"query":{"field":"created_at","operator":">","value":0}})");
    api::SearchBody next;
    next.query = api::filter(u"role", u"=", QStringLiteral("user"));
    next.sortField = text("last_seen_at");
    next.cursor = text("abc+/=");
    next.perPage = 20;
    QTest::newRow("sorted, next page")
        << next
        << QByteArray(R"({"pagination":{"per_page":20,"starting_after":"abc+/="},)"
                      R"("query":{"field":"role","operator":"=","value":"user"},)"
                      R"("sort":{"field":"last_seen_at","order":"descending"}})");
    api::SearchBody groups;
    groups.sortField = text("name");
    groups.isDescending = false;
    groups.query = api::allOf({api::filter(u"tag_id", u"=", QStringLiteral("7")),
                               api::anyOf({api::filter(u"email", u"~", QStringLiteral("x")),
                                           api::filter(u"name", u"=", QJsonValue::Null)})});
    QTest::newRow("groups")
        << groups
        << QByteArray(R"({"pagination":{"per_page":150},"query":{"operator":"AND","value":[)"
                      R"({"field":"tag_id","operator":"=","value":"7"},{"operator":"OR","value":[)"
                      R"({"field":"email","operator":"~","value":"x"},)"
                      R"({"field":"name","operator":"=","value":null}]}]},)"
                      R"("sort":{"field":"name","order":"ascending"}})");
}

void TestEndpoints::searches()
{
    QFETCH(api::SearchBody, search);
    QFETCH(QByteArray, body);
    const HttpRequest request = api::searchContacts(search);
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.path, QByteArray("/contacts/search"));
    QCOMPARE(request.repeat, Repeat::Safe);
    QCOMPARE(*request.body, body);
}

void TestEndpoints::versions_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("isText");
    for (const char *version : {"2.7", "2.9", "2.10", "2.15", "1.4", "2.0"})
        QTest::newRow(version) << text(version) << false;
    for (const char *version : {"2.16", "2.17", "3.0", "Preview", "Unstable", ""})
        QTest::newRow(*version ? version : "none") << text(version) << true;
}

void TestEndpoints::versions()
{
    QFETCH(QString, version);
    QFETCH(bool, isText);
    QCOMPARE(api::hasTextOwner(version), isText);
}

void TestEndpoints::patches_data()
{
    QTest::addColumn<ContactPatch>("patch");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("version");
    const auto row = [](const char *name, const ContactPatch &patch, const char *json,
                        const char *version = "2.10") {
        QTest::newRow(name) << patch << QByteArray(json) << text(version);
    };
    const auto one = [](ContactField field, const FieldValue &value) {
        return ContactPatch{{{field, value}}, {}};
    };
    row("nothing", {}, "{}");
    row("set", one(ContactField::Name, QString::fromUtf8("Zoë")), "{\"name\":\"Zoë\"}");
    row("clear", one(ContactField::Name, {}), R"({"name":null})");
    row("empty", one(ContactField::Name, QString()), R"({"name":""})");
    row("email cleared", one(ContactField::Email, {}), R"({"email":null})");
    row("flag", one(ContactField::UnsubscribedFromEmails, true),
        R"({"unsubscribed_from_emails":true})");
    row("time", one(ContactField::SignedUpAt, qint64(1600000000)),
        R"({"signed_up_at":1600000000})");
    row("time cleared", one(ContactField::LastSeenAt, {}), R"({"last_seen_at":null})");
    row("role", one(ContactField::Role, text("user")), R"({"role":"user"})");
    row("avatar", one(ContactField::Avatar, text("https://a.example/p")),
        R"({"avatar":"https://a.example/p"})");
    row("owner as number", one(ContactField::Owner, text("991")), R"({"owner_id":991})");
    row("owner at 2.15", one(ContactField::Owner, text("991")), R"({"owner_id":991})", "2.15");
    row("owner as text", one(ContactField::Owner, text("991")), R"({"owner_id":"991"})", "2.16");
    row("owner cleared", one(ContactField::Owner, {}), R"({"owner_id":null})");
    row("owner cleared at 2.16", one(ContactField::Owner, {}), R"({"owner_id":null})", "2.16");
    row("owner emptied", one(ContactField::Owner, QString()), R"({"owner_id":null})");
    row("owner that is no number", one(ContactField::Owner, text("x1")), R"({"owner_id":"x1"})");
    row("read-only", one(ContactField::CreatedAt, qint64(1)), "{}");
    row("read-only, nested", one(ContactField::LocationCity, text("Dublin")), "{}");
    const QMap<QString, QJsonValue> attributes{{text("plan"), text("gold")},
                                               {text("seats"), 3},
                                               {text("beta"), false},
                                               {text("old"), QJsonValue::Null},
                                               {text("gone"), QJsonValue::Undefined}};
    row("attributes", {{}, attributes},
        R"({"custom_attributes":{"beta":false,"gone":null,"old":null,"plan":"gold","seats":3}})");
    row("both", {{{ContactField::Phone, text("+1 555 0100")}}, {{text("a"), 1}}},
        R"({"custom_attributes":{"a":1},"phone":"+1 555 0100"})");
}

void TestEndpoints::patches()
{
    QFETCH(ContactPatch, patch);
    QFETCH(QByteArray, json);
    QFETCH(QString, version);
    QCOMPARE(bytesOf(api::toJson(patch, version)), json);
}

void TestEndpoints::drafts_data()
{
    QTest::addColumn<ContactDraft>("draft");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const ContactDraft &draft, const char *json) {
        QTest::newRow(name) << draft << QByteArray(json);
    };
    row("nothing", {}, "{}");
    row("user",
        {{{ContactField::Role, text("user")},
          {ContactField::Email, text("a+b@x.example")},
          {ContactField::Name, FieldValue()},
          {ContactField::Phone, QString()},
          {ContactField::Owner, text("991")},
          {ContactField::UnsubscribedFromEmails, false}},
         {}},
        R"({"email":"a+b@x.example","owner_id":991,"role":"user","unsubscribed_from_emails":false})");
    row("attributes", {{}, {{text("a"), text("")}, {text("b"), QJsonValue::Null}}},
        R"({"custom_attributes":{"a":""}})");
    row("empty attributes", {{}, {{text("b"), QJsonValue::Null}}}, "{}");
    row("read-only", {{{ContactField::Id, text("x")}, {ContactField::UpdatedAt, qint64(1)}}, {}},
        "{}");
}

void TestEndpoints::drafts()
{
    QFETCH(ContactDraft, draft);
    QFETCH(QByteArray, json);
    QCOMPARE(bytesOf(api::toJson(draft, u"2.10")), json);
}

QTEST_GUILESS_MAIN(TestEndpoints)
#include "tst_endpoints.moc"
