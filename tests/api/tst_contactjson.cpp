// SPDX-License-Identifier: MIT
#include "core/api/contactjson.h"
#include "tests/api/documents.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace roster;
using namespace roster::test;

namespace {

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

//! The full contact with `name` ("location.city") replaced, or taken out when undefined.
QByteArray fullWith(QLatin1String name, const QJsonValue &value)
{
    QJsonObject contact = objectOf(FullContact);
    const qsizetype dot = name.indexOf(u'.');
    if (dot < 0) {
        contact.insert(name, value);
        return bytesOf(contact);
    }
    QJsonObject inner = contact.value(name.left(dot)).toObject();
    inner.insert(name.mid(dot + 1), value);
    contact.insert(name.left(dot), inner);
    return bytesOf(contact);
}

QByteArray bareWith(const QByteArray &members)
{
    return R"({"type":"contact","id":"b1","role":"lead",)" + members + '}';
}

QString placeOf(const Result<Contact> &result)
{
    return result.isOk() ? QStringLiteral("no error") : result.error().detail;
}

QByteArray pageOf(const QByteArray &data, const QByteArray &pages)
{
    return R"({"type":"list","total_count":41,"data":[)" + data + R"(],"pages":)" + pages + '}';
}

} // namespace

class TestContactJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverything();
    void readsTheLeast();
    void absentNullAndEmptyAreThreeThings();
    void keepsUnknownMembers();
    void readsAvatars_data();
    void readsAvatars();
    void readsOwners_data();
    void readsOwners();
    void readsInnerLists_data();
    void readsInnerLists();
    void everyFieldRefusesOtherTypes_data();
    void everyFieldRefusesOtherTypes();
    void everyFieldMayBeMissingOrNull_data();
    void everyFieldMayBeMissingOrNull();
    void namesThePlace_data();
    void namesThePlace();
    void truncatedAnywhereIsAnError();
    void hostileDocuments_data();
    void hostileDocuments();
    void readsPages();
    void readsNextOfPages_data();
    void readsNextOfPages();
    void keepsEachRecordAsItCame();
    void readsArchived_data();
    void readsArchived();
};

void TestContactJson::readsEverything()
{
    const Result<Contact> result = api::readContact(FullContact);
    QVERIFY2(result.isOk(), qPrintable(placeOf(result)));
    const Contact &contact = result.value();
    QCOMPARE(contact.id, ContactId(QStringLiteral("5f3a00000000000000000001")));
    QCOMPARE(contact.text(ContactField::Id), contact.id.text());
    QCOMPARE(contact.role(), Role::User);
    QCOMPARE(contact.name(), QString::fromUtf8("Mira Okafor 🌻"));
    QCOMPARE(contact.email(), QStringLiteral("mira.okafor+vip@mail.example"));
    QCOMPARE(contact.text(ContactField::ExternalId), QStringLiteral("cust-77"));
    QCOMPARE(contact.text(ContactField::Avatar),
             QStringLiteral("https://pictures.example/mira.png"));
    QCOMPARE(contact.owner(), AdminId(QStringLiteral("991")));
    QCOMPARE(contact.time(ContactField::CreatedAt), 1600000000);
    QCOMPARE(contact.time(ContactField::LastRepliedAt), std::nullopt);
    QCOMPARE(flagOf(contact.value(ContactField::UnsubscribedFromEmails)), true);
    QCOMPARE(flagOf(contact.value(ContactField::HasHardBounced)), false);
    QCOMPARE(contact.text(ContactField::LocationCity), QStringLiteral("Dublin"));
    QCOMPARE(contact.text(ContactField::LocationContinentCode), QStringLiteral("EU"));
    QCOMPARE(contact.text(ContactField::IosDevice), QStringLiteral("phone14,2"));
    QCOMPARE(contact.text(ContactField::Referrer), QStringLiteral("https://search.example/"));
    QCOMPARE(contact.tags.items,
             (QList<TagId>{TagId(QStringLiteral("11")), TagId(QStringLiteral("12"))}));
    QVERIFY(contact.tags.isComplete());
    QCOMPARE(contact.companies.items.size(), 1);
    QCOMPARE(contact.companies.total, 12);
    QVERIFY(!contact.companies.isComplete());
    QCOMPARE(contact.notes.items, QStringList{QStringLiteral("81")});
    QCOMPARE(contact.optedOutSubscriptions.items, QStringList{QStringLiteral("31")});
    QVERIFY(contact.optedInSubscriptions.items.isEmpty());
    QCOMPARE(contact.socialProfiles.size(), 1);
    QCOMPARE(contact.socialProfiles.first().url, QStringLiteral("https://micro.example/mira"));
    QCOMPARE(contact.customAttributes.size(), 5);
    QCOMPARE(contact.customAttributes.value(QStringLiteral("score")), QJsonValue(1.25));
    QVERIFY(contact.customAttributes.value(QStringLiteral("old")).isNull());
    // Every scalar of the table was in the document, so every one is in the contact.
    for (const ContactFieldInfo &info : contactFields())
        QCOMPARE(contact.fields.contains(info.field), info.kind != FieldKind::List);
}

void TestContactJson::readsTheLeast()
{
    const Result<Contact> result = api::readContact(BareContact);
    QVERIFY(result.isOk());
    QCOMPARE(result->id.text(), QStringLiteral("b1"));
    QCOMPARE(result->role(), Role::Lead);
    QCOMPARE(result->fields.size(), size_t(2));
    QVERIFY(result->unknownMembers.isEmpty());
    QVERIFY(result->tags.isComplete());
    QVERIFY(result->customAttributes.isEmpty());
}

void TestContactJson::absentNullAndEmptyAreThreeThings()
{
    const Result<Contact> result = api::readContact(bareWith(R"("name":null,"email":"")"));
    QVERIFY(result.isOk());
    QVERIFY(!result->fields.contains(ContactField::Phone));
    QVERIFY(result->fields.contains(ContactField::Name));
    QVERIFY(isNull(result->value(ContactField::Name)));
    QVERIFY(!isNull(result->value(ContactField::Email)));
    QCOMPARE(result->email(), QString());
    const Result<Contact> nowhere = api::readContact(bareWith(R"("location":null)"));
    QVERIFY(nowhere.isOk());
    QVERIFY(nowhere->fields.contains(ContactField::LocationCity));
    QVERIFY(!result->fields.contains(ContactField::LocationCity));
}

void TestContactJson::keepsUnknownMembers()
{
    const Result<Contact> result = api::readContact(FullContact);
    QVERIFY(result.isOk());
    const QJsonObject source = objectOf(FullContact);
    QJsonObject expected;
    for (const char *name : {"merge_history", "brand_new_member"})
        expected.insert(QLatin1String(name), source.value(QLatin1String(name)));
    expected.insert(QStringLiteral("location"),
                    QJsonObject{{QStringLiteral("timezone"), QStringLiteral("Europe/Dublin")}});
    QCOMPARE(result->unknownMembers, expected);
}

void TestContactJson::readsAvatars_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isNull");
    QTest::newRow("text") << QByteArray(R"("https://a.example/p")")
                          << QStringLiteral("https://a.example/p") << false;
    QTest::newRow("object") << QByteArray(R"({"type":"avatar","image_url":"https://a.example/p"})")
                            << QStringLiteral("https://a.example/p") << false;
    QTest::newRow("null") << QByteArray("null") << QString() << true;
    QTest::newRow("object without picture")
        << QByteArray(R"({"type":"avatar","image_url":null})") << QString() << true;
    QTest::newRow("empty object") << QByteArray("{}") << QString() << true;
}

void TestContactJson::readsAvatars()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, text);
    QFETCH(bool, isNull);
    const Result<Contact> result = api::readContact(bareWith(R"("avatar":)" + json));
    QVERIFY2(result.isOk(), qPrintable(placeOf(result)));
    QCOMPARE(result->text(ContactField::Avatar), text);
    QCOMPARE(roster::isNull(result->value(ContactField::Avatar)), isNull);
}

void TestContactJson::readsOwners_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("owner");
    QTest::newRow("number") << QByteArray("127381") << QStringLiteral("127381");
    QTest::newRow("large number") << QByteArray("9007199254740993")
                                  << QStringLiteral("9007199254740993");
    QTest::newRow("text") << QByteArray(R"("127381")") << QStringLiteral("127381");
    QTest::newRow("null") << QByteArray("null") << QString();
    QTest::newRow("empty text") << QByteArray(R"("")") << QString();
}

void TestContactJson::readsOwners()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, owner);
    const Result<Contact> result = api::readContact(bareWith(R"("owner_id":)" + json));
    QVERIFY2(result.isOk(), qPrintable(placeOf(result)));
    QCOMPARE(result->owner().text(), owner);
}

void TestContactJson::readsInnerLists_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<int>("known");
    QTest::addColumn<int>("total");
    const QByteArray two =
        R"("data":[{"type":"tag","id":"1","url":"/tags/1"},{"type":"tag","id":2}])";
    QTest::newRow("complete") << '{' + two + R"(,"total_count":2,"has_more":false})" << 2 << 2;
    QTest::newRow("more") << '{' + two + R"(,"total_count":25,"has_more":true})" << 2 << 25;
    QTest::newRow("no count") << '{' + two + R"(,"has_more":false})" << 2 << 2;
    QTest::newRow("no count but more") << '{' + two + R"(,"has_more":true})" << 2 << 3;
    QTest::newRow("count too small, more")
        << '{' + two + R"(,"total_count":1,"has_more":true})" << 2 << 3;
    QTest::newRow("count too small") << '{' + two + R"(,"total_count":0})" << 2 << 2;
    QTest::newRow("nulls") << '{' + two + R"(,"total_count":null,"has_more":null})" << 2 << 2;
    QTest::newRow("empty") << QByteArray(
                                  R"({"type":"list","data":[],"total_count":0,"has_more":false})")
                           << 0 << 0;
    QTest::newRow("null") << QByteArray("null") << 0 << 0;
}

void TestContactJson::readsInnerLists()
{
    QFETCH(QByteArray, list);
    QFETCH(int, known);
    QFETCH(int, total);
    const Result<Contact> result = api::readContact(bareWith(R"("tags":)" + list));
    QVERIFY2(result.isOk(), qPrintable(placeOf(result)));
    QCOMPARE(result->tags.items.size(), known);
    QCOMPARE(result->tags.total, total);
    if (known == 2)
        QCOMPARE(result->tags.items.at(1), TagId(QStringLiteral("2")));
}

void TestContactJson::everyFieldRefusesOtherTypes_data()
{
    QTest::addColumn<QLatin1String>("name");
    QTest::addColumn<QJsonValue>("value");
    const QList<std::pair<const char *, QJsonValue>> values{
        {"text", QStringLiteral("word")},
        {"number", 7},
        {"fraction", 7.5},
        {"flag", true},
        {"list", QJsonArray{1}},
        {"object", QJsonObject{{QStringLiteral("a"), 1}}}};
    const auto isFine = [](FieldKind kind, const QByteArray &type) {
        switch (kind) {
        case FieldKind::Text:
        case FieldKind::Choice:
            return type == "text";
        case FieldKind::Reference:
            return type == "text" || type == "number";
        case FieldKind::Time:
            return type == "number";
        case FieldKind::Flag:
            return type == "flag";
        case FieldKind::Picture:
            return type == "text" || type == "object";
        case FieldKind::List:
            return false;
        }
        return false;
    };
    for (const ContactFieldInfo &info : contactFields()) {
        for (const auto &[type, value] : values) {
            const bool isFreeObject =
                info.field == ContactField::CustomAttributes && value.isObject();
            if (!isFine(info.kind, type) && !isFreeObject)
                QTest::addRow("%s as %s", info.jsonName.data(), type) << info.jsonName << value;
        }
    }
}

void TestContactJson::everyFieldRefusesOtherTypes()
{
    QFETCH(QLatin1String, name);
    QFETCH(QJsonValue, value);
    const Result<Contact> result = api::readContact(fullWith(name, value));
    QVERIFY(!result.isOk());
    QCOMPARE(result.error().kind, ErrorKind::Protocol);
    QVERIFY2(result.error().detail.startsWith(name), qPrintable(result.error().detail));
}

void TestContactJson::everyFieldMayBeMissingOrNull_data()
{
    QTest::addColumn<QLatin1String>("name");
    QTest::addColumn<ContactField>("field");
    for (const ContactFieldInfo &info : contactFields())
        QTest::newRow(info.jsonName.data()) << info.jsonName << info.field;
}

void TestContactJson::everyFieldMayBeMissingOrNull()
{
    QFETCH(QLatin1String, name);
    QFETCH(ContactField, field);
    const bool isRequired = field == ContactField::Id || field == ContactField::Role;
    const Result<Contact> missing = api::readContact(fullWith(name, QJsonValue::Undefined));
    const Result<Contact> null = api::readContact(fullWith(name, QJsonValue::Null));
    QCOMPARE(missing.isOk(), !isRequired);
    QCOMPARE(null.isOk(), !isRequired);
    if (isRequired) {
        QCOMPARE(missing.error().detail, name + QLatin1String(": missing"));
        QVERIFY(null.error().detail.startsWith(name + QLatin1String(": ")));
        return;
    }
    QVERIFY(!missing->fields.contains(field));
    if (contactFieldInfo(field).kind != FieldKind::List)
        QVERIFY(null->fields.contains(field));
    QVERIFY(isNull(null->value(field)));
}

void TestContactJson::namesThePlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const QByteArray &json, const char *place) {
        QTest::newRow(name) << json << QString::fromLatin1(place);
    };
    row("type", R"({"type":"user","id":"1","role":"user"})", "type: \"contact\" expected");
    row("no type", R"({"id":"1","role":"user"})", "type: missing");
    row("empty id", R"({"type":"contact","id":"","role":"user"})", "id: id expected");
    row("empty role", R"({"type":"contact","id":"1","role":""})", "role: role expected");
    row("time", bareWith(R"("created_at":"1")"), "created_at: number expected");
    row("time, fraction", bareWith(R"("created_at":1.5)"), "created_at: whole number expected");
    row("time, huge", bareWith(R"("created_at":1e300)"), "created_at: whole number expected");
    row("flag", bareWith(R"("has_hard_bounced":0)"), "has_hard_bounced: true or false expected");
    row("location", bareWith(R"("location":"here")"), "location: object expected");
    row("in location", bareWith(R"("location":{"city":7})"), "location.city: text expected");
    row("tags", bareWith(R"("tags":[])"), "tags: object expected");
    row("tags without data", bareWith(R"("tags":{})"), "tags.data: missing");
    row("tag", bareWith(R"("tags":{"data":[{"id":"1"},7]})"), "tags.data[1]: object expected");
    row("tag's id", bareWith(R"("tags":{"data":[{"id":"1"},{"id":"2"},{}]})"),
        "tags.data[2].id: missing");
    row("count", bareWith(R"("tags":{"data":[],"total_count":-1})"),
        "tags.total_count: count expected");
    row("big count", bareWith(R"("notes":{"data":[],"total_count":4294967296})"),
        "notes.total_count: count expected");
    row("more", bareWith(R"("companies":{"data":[],"has_more":"no"})"),
        "companies.has_more: true or false expected");
    row("picture", bareWith(R"("avatar":{"image_url":7})"), "avatar.image_url: text expected");
    row("profile", bareWith(R"("social_profiles":{"data":[{"name":1}]})"),
        "social_profiles.data[0].name: text expected");
    row("attributes", bareWith(R"("custom_attributes":[])"), "custom_attributes: object expected");
}

void TestContactJson::namesThePlace()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, place);
    QCOMPARE(placeOf(api::readContact(json)), place);
    const auto page = api::readContacts(pageOf(BareContact + ',' + json, "null"));
    QVERIFY(!page.isOk());
    QCOMPARE(page.error().detail, QLatin1String("data[1].") + place);
}

void TestContactJson::truncatedAnywhereIsAnError()
{
    const QByteArray whole = bytesOf(objectOf(FullContact));
    QVERIFY(api::readContact(whole).isOk());
    const QByteArray page = pageOf(whole, R"({"type":"pages","next":null})");
    QVERIFY(api::readContacts(page).isOk());
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const Result<Contact> result = api::readContact(whole.left(size));
        QVERIFY2(!result.isOk(), whole.left(size).constData());
        QVERIFY(result.error().detail.startsWith(QLatin1String("answer: ")));
    }
    for (qsizetype size = 0; size < page.size(); ++size)
        QVERIFY2(!api::readContacts(page.left(size)).isOk(), page.left(size).constData());
}

void TestContactJson::hostileDocuments_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank") << QByteArray(" \n");
    QTest::newRow("html") << QByteArray("<html><body>Gateway</body></html>");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("text") << QByteArray("\"contact\"");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("zero bytes") << QByteArray(1000, '\0');
    QTest::newRow("bad utf-8") << QByteArray(
        "{\"type\":\"contact\",\"id\":\"\xff\xfe\",\"role\":\"user\"}");
    QTest::newRow("two documents") << BareContact + BareContact;
    QTest::newRow("deep lists") << QByteArray(100'000, '[');
    QTest::newRow("deep objects") << QByteArray("{\"a\":").repeated(50'000);
    QTest::newRow("deep member") << bareWith("\"x\":" + QByteArray(5'000, '[') +
                                             QByteArray(5'000, ']'));
    QTest::newRow("error list") << QByteArray(R"({"type":"error.list","errors":[]})");
}

void TestContactJson::hostileDocuments()
{
    QFETCH(QByteArray, json);
    QVERIFY(!api::readContact(json).isOk());
    const auto page = api::readContacts(json);
    QVERIFY(!page.isOk());
    QCOMPARE(page.error().kind, ErrorKind::Protocol);
    QVERIFY(!page.error().detail.isEmpty());
    QVERIFY(!api::readArchived(json).isOk());
}

void TestContactJson::readsPages()
{
    const QByteArray json = pageOf(
        BareContact + ',' + FullContact,
        R"({"type":"pages","page":1,"per_page":"2","total_pages":21,"next":{"page":2,"starting_after":"WzE2+/=="}})");
    const auto page = api::readContacts(json);
    QVERIFY(page.isOk());
    QCOMPARE(page->items.size(), 2);
    QCOMPARE(page->items.first().contact.id.text(), QStringLiteral("b1"));
    QCOMPARE(page->total, 41);
    QCOMPARE(page->next, QStringLiteral("WzE2+/=="));
}

void TestContactJson::readsNextOfPages_data()
{
    QTest::addColumn<QByteArray>("pages");
    QTest::addColumn<QString>("next");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const char *pages, const char *next,
                        const char *place = "") {
        QTest::newRow(name) << QByteArray(pages) << QString::fromLatin1(next)
                            << QString::fromLatin1(place);
    };
    row("none", "null", "");
    row("empty result", R"({"type":"pages","page":1,"per_page":50,"total_pages":0})", "");
    row("null", R"({"next":null})", "");
    row("object", R"({"next":{"starting_after":"abc"}})", "abc");
    row("object with per_page", R"({"next":{"per_page":50,"starting_after":"abc"}})", "abc");
    row("null cursor", R"({"next":{"page":2,"starting_after":null}})", "");
    row("address", R"({"next":"https://a.example/contacts?per_page=5&starting_after=a%2Bb%3D"})",
        "a+b=");
    row("relative address", R"({"next":"/contacts?starting_after=xyz"})", "xyz");
    row("address without cursor", R"({"next":"https://a.example/contacts?page=2"})", "",
        "pages.next: address with starting_after expected");
    row("object without cursor", R"({"next":{"page":2}})", "",
        "pages.next.starting_after: missing");
    row("number", R"({"next":2})", "", "pages.next: object expected");
    row("pages as list", "[]", "", "pages: object expected");
}

void TestContactJson::readsNextOfPages()
{
    QFETCH(QByteArray, pages);
    QFETCH(QString, next);
    QFETCH(QString, place);
    const auto page = api::readContacts(pageOf(BareContact, pages));
    if (!place.isEmpty()) {
        QVERIFY(!page.isOk());
        QCOMPARE(page.error().detail, place);
        return;
    }
    QVERIFY2(page.isOk(), page.isOk() ? "" : qPrintable(page.error().detail));
    QCOMPARE(page->next, next);
    const auto noTotal = api::readContacts(R"({"type":"list","data":[],"pages":null})");
    QVERIFY(!noTotal.isOk());
    QCOMPARE(noTotal.error().detail, QStringLiteral("total_count: missing"));
}

void TestContactJson::keepsEachRecordAsItCame()
{
    const auto page = api::readContacts(pageOf(FullContact + ',' + BareContact, "null"));
    QVERIFY(page.isOk());
    QCOMPARE(objectOf(page->items.at(0).json), objectOf(FullContact));
    QCOMPARE(objectOf(page->items.at(1).json), objectOf(BareContact));
    QVERIFY(!page->items.at(0).json.contains('\n'));
    for (const api::ContactRecord &record : page->items) {
        const auto again = api::readContactRecord(record.json);
        QVERIFY(again.isOk());
        QCOMPARE(again.value(), record);
    }
    QCOMPARE(api::readContact(FullContact).value(), page->items.at(0).contact);
}

void TestContactJson::readsArchived_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    QTest::addColumn<bool>("isArchived");
    QTest::newRow("archived")
        << QByteArray(R"({"type":"contact","id":"c1","external_id":null,"archived":true})")
        << QString() << true;
    QTest::newRow("restored") << QByteArray(R"({"type":"contact","id":"c1","archived":false})")
                              << QString() << false;
    QTest::newRow("old form") << QByteArray(R"({"id":"c1","object":"contact","archived":true})")
                              << QString() << true;
    QTest::newRow("no state") << QByteArray(R"({"type":"contact","id":"c1"})")
                              << QStringLiteral("archived: missing") << false;
    QTest::newRow("no id") << QByteArray(R"({"type":"contact","archived":true})")
                           << QStringLiteral("id: missing") << false;
    QTest::newRow("text") << QByteArray(R"({"id":"c1","archived":"true"})")
                          << QStringLiteral("archived: true or false expected") << false;
}

void TestContactJson::readsArchived()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, place);
    QFETCH(bool, isArchived);
    const auto result = api::readArchived(json);
    QCOMPARE(result.isOk(), place.isEmpty());
    if (!result.isOk()) {
        QCOMPARE(result.error().detail, place);
        return;
    }
    QCOMPARE(result->id.text(), QStringLiteral("c1"));
    QCOMPARE(result->isArchived, isArchived);
}

QTEST_GUILESS_MAIN(TestContactJson)
#include "tst_contactjson.moc"
