// SPDX-License-Identifier: MIT
// What hangs off a contact: notes, segments, subscriptions, conversations; whole companies, new
// attributes.
#include "core/api/attributejson.h"
#include "core/api/companyrecordjson.h"
#include "core/api/contactjson.h"
#include "core/api/conversationjson.h"
#include "core/api/notejson.h"
#include "core/api/segmentjson.h"
#include "core/api/subscriptionjson.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace roster;

class TestRecordJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsNotes();
    void readsSegments();
    void readsSubscriptionTypes();
    void readsAConversation();
    void readsConversations();
    void readsCompanies();
    void readsHowItEnded();
    void writesAttributes_data();
    void writesAttributes();
    void refuses_data();
    void refuses();
    void truncatedAnywhereIsAnError();
};

// After the class: the generator of its slots takes an address within a text for a comment.
namespace {

const QByteArray OneNote = R"({"type":"note","id":"81","created_at":1700000000,
  "contact":{"type":"contact","id":"5f3a00000000000000000001"},
  "author":{"type":"admin","id":"991","name":"Priya Nair","email":"priya@desk.example",
            "away_mode_enabled":false,"team_ids":[1]},
  "body":"<p>Called <b>twice</b></p>"})";

const QByteArray OneType = R"({"type":"subscription","id":"31","state":"live",
  "consent_type":"opt_in","content_types":["email","sms_message"],
  "default_translation":{"name":"News","description":"Once a month","locale":"en"},
  "translations":[{"name":"Nachrichten","description":"","locale":"de"}]})";

const QByteArray OneConversation = R"({"type":"conversation","id":"4711","title":null,
  "created_at":1700000000,"updated_at":1700000900,"open":false,"state":"closed","read":true,
  "source":{"type":"email","id":"90","delivered_as":"customer_initiated","subject":"Invoice",
            "body":"<p>Hello</p>","url":null,"redacted":false,
            "author":{"type":"user","id":"5f3a00000000000000000001","name":"Mira","email":"m@x"},
            "attachments":[{"type":"upload","name":"bill.pdf","url":"https://files.example/b",
                            "content_type":"application/pdf","filesize":1234}]},
  "contacts":{"type":"contact.list","contacts":[
    {"type":"contact","id":"5f3a00000000000000000001","external_id":"cust-77"}]},
  "conversation_parts":{"type":"conversation_part.list","total_count":3,"conversation_parts":[
    {"type":"conversation_part","id":"91","part_type":"comment","body":"On its way.",
     "created_at":1700000500,"updated_at":1700000500,"assigned_to":null,"attachments":[],
     "author":{"type":"admin","id":"991","name":null,"email":"priya@desk.example"},
     "redacted":true},
    {"type":"conversation_part","id":92,"part_type":"close","body":null,"author":null}]}})";

const QByteArray OneCompany = R"({"type":"company","id":"6a00000000000000000000c1",
  "company_id":"acme","app_id":"wrk1","name":"Acme Tools","remote_created_at":1590000000,
  "created_at":1600000000,"updated_at":1600000001,"last_request_at":1700000000,
  "monthly_spend":155.5,"session_count":3,"user_count":14,"size":50,
  "website":"https://acme.example","industry":"Tools",
  "plan":{"type":"plan","id":"9","name":"Gold"},"custom_attributes":{"seats":9,"paid":true},
  "tags":{"type":"tag.list","tags":[{"type":"tag","id":"11","name":"VIP"}]},
  "segments":{"type":"segment.list","segments":[
    {"type":"segment","id":"s1","name":"Active","person_type":"user"}]},
  "notes":{"type":"note.list","notes":[{"type":"note","id":"81","body":"<p>Hi</p>"}]},
  "brand_new":[1]})";

template <class T>
QString placeOf(const Result<T> &result)
{
    return result.isOk() ? u"no error"_s : result.error().detail;
}

QByteArray listOf(const QByteArray &entry)
{
    return R"({"type":"list","data":[)" + entry + "]}";
}

} // namespace

void TestRecordJson::readsNotes()
{
    const auto note = api::readNote(OneNote);
    QVERIFY2(note.isOk(), qPrintable(placeOf(note)));
    QCOMPARE(note->id, NoteId(u"81"_s));
    QCOMPARE(note->createdAt, std::optional<qint64>(1700000000));
    QCOMPARE(note->author, (Admin{AdminId(u"991"_s), u"Priya Nair"_s, u"priya@desk.example"_s}));
    QCOMPARE(note->body, u"<p>Called <b>twice</b></p>"_s);
    // Nobody is told as its author.
    const auto bare =
        api::readNote(R"({"type":"note","id":7,"created_at":null,"author":null,"body":null})");
    QVERIFY2(bare.isOk(), qPrintable(placeOf(bare)));
    QCOMPARE(bare->id, NoteId(u"7"_s));
    QVERIFY(bare->author.id.isEmpty() && !bare->createdAt && bare->body.isEmpty());

    const auto page =
        api::readNotes(R"({"type":"list","total_count":60,"data":[)" + OneNote +
                       R"(],"pages":{"type":"pages","page":1,"per_page":50,"total_pages":2,)"
                       R"("next":"https://api.intercom.io/contacts/x/notes?per_page=50&page=2"}})");
    QVERIFY2(page.isOk(), qPrintable(placeOf(page)));
    QCOMPARE(page->items.size(), 1);
    QCOMPARE(page->total, 60);
    QCOMPARE(page->next, u"2"_s);
}

void TestRecordJson::readsSegments()
{
    const QByteArray one = R"({"type":"segment","id":"s1","name":"Active","created_at":1,)"
                           R"("updated_at":2,"person_type":"contact","count":12})";
    // A contact's, and the workspace's own.
    for (const QByteArray &json :
         {listOf(one), R"({"type":"segment.list","segments":[)" + one + R"(],"pages":{}})"}) {
        const auto segments = api::readSegments(json);
        QVERIFY2(segments.isOk(), qPrintable(placeOf(segments)));
        QCOMPARE(segments->size(), 1);
        QCOMPARE(segments->at(0), (Segment{SegmentId(u"s1"_s), u"Active"_s, 12}));
    }
    const auto uncounted =
        api::readSegments(listOf(R"({"type":"segment","id":"s1","name":null,"count":null})"));
    QCOMPARE(uncounted->at(0).count, std::nullopt);
}

void TestRecordJson::readsSubscriptionTypes()
{
    const auto type = api::readSubscriptionType(OneType);
    QVERIFY2(type.isOk(), qPrintable(placeOf(type)));
    QCOMPARE(type->id, SubscriptionTypeId(u"31"_s));
    QCOMPARE(type->name, u"News"_s);
    QCOMPARE(type->description, u"Once a month"_s);
    QVERIFY(type->consent == SubscriptionType::Consent::OptIn);
    QVERIFY(type->state == SubscriptionType::State::Live);
    QCOMPARE(type->contentTypes, (QStringList{u"email"_s, u"sms_message"_s}));
    const auto types = api::readSubscriptionTypes(
        R"({"type":"list","data":[)" + OneType +
        R"(,{"type":"subscription","id":32,"state":"draft","consent_type":"opt_out"},)"
        R"({"type":"subscription","id":33,"state":"retired","consent_type":"opt_out"}]})");
    QVERIFY2(types.isOk(), qPrintable(placeOf(types)));
    QCOMPARE(types->size(), 3);
    QVERIFY(types->at(1).consent == SubscriptionType::Consent::OptOut);
    QVERIFY(types->at(1).state == SubscriptionType::State::Draft);
    QVERIFY(types->at(2).state == SubscriptionType::State::Archived);
    QCOMPARE(api::consentName(SubscriptionType::Consent::OptIn), u"opt_in"_s);
}

void TestRecordJson::readsAConversation()
{
    const auto read = api::readConversation(OneConversation);
    QVERIFY2(read.isOk(), qPrintable(placeOf(read)));
    const Conversation &it = *read;
    QCOMPARE(it.id, ConversationId(u"4711"_s));
    QVERIFY(it.state == Conversation::State::Closed);
    QCOMPARE(it.subject, u"Invoice"_s);
    QCOMPARE(it.channel, u"email"_s);
    QCOMPARE(it.contacts, QList<ContactId>{ContactId(u"5f3a00000000000000000001"_s)});
    QCOMPARE(it.source.body, u"<p>Hello</p>"_s);
    QCOMPARE(it.source.createdAt, it.createdAt);
    QCOMPARE(it.source.authorKind, u"user"_s);
    QCOMPARE(it.source.attachments,
             (QList<Attachment>{
                 {u"bill.pdf"_s, QUrl(u"https://files.example/b"_s), u"application/pdf"_s, 1234}}));
    QCOMPARE(it.parts.size(), 2);
    QCOMPARE(it.totalParts, 3);
    QCOMPARE(it.parts.at(0).kind, u"comment"_s);
    // Without a name the address says who it was.
    QCOMPARE(it.parts.at(0).authorName, u"priya@desk.example"_s);
    QVERIFY(it.parts.at(0).isRedacted);
    QCOMPARE(it.parts.at(1).id, u"92"_s);
    QVERIFY(it.parts.at(1).body.isEmpty() && !it.parts.at(1).createdAt);
}

void TestRecordJson::readsConversations()
{
    const auto page = api::readConversations(
        R"({"type":"conversation.list","total_count":2,"conversations":[)" + OneConversation +
        R"(,{"type":"conversation","id":"1"}],"pages":{"type":"pages","next":)"
        R"({"page":2,"starting_after":"WzFd"}}})");
    QVERIFY2(page.isOk(), qPrintable(placeOf(page)));
    QCOMPARE(page->items.size(), 2);
    QCOMPARE(page->next, u"WzFd"_s);
    QVERIFY(page->items.at(1).state == Conversation::State::Other);
    QCOMPARE(placeOf(api::readConversations(R"({"type":"list","conversations":[]})")),
             u"type: \"conversation.list\" expected"_s);
}

void TestRecordJson::readsCompanies()
{
    const auto company = api::readCompanyRecord(OneCompany);
    QVERIFY2(company.isOk(), qPrintable(placeOf(company)));
    CompanyRecord all;
    all.id = CompanyId(u"6a00000000000000000000c1"_s);
    all.companyId = u"acme"_s;
    all.appId = u"wrk1"_s;
    all.name = u"Acme Tools"_s;
    all.planId = u"9"_s;
    all.plan = u"Gold"_s;
    all.website = u"https://acme.example"_s;
    all.industry = u"Tools"_s;
    all.size = 50;
    all.monthlySpend = 155.5;
    all.sessionCount = 3;
    all.userCount = 14;
    all.remoteCreatedAt = 1590000000;
    all.createdAt = 1600000000;
    all.updatedAt = 1600000001;
    all.lastRequestAt = 1700000000;
    all.tags = {{TagId(u"11"_s), u"VIP"_s}};
    all.segments = {{SegmentId(u"s1"_s), u"Active"_s, {}}};
    all.notes = {{NoteId(u"81"_s), {}, {}, u"<p>Hi</p>"_s}};
    all.customAttributes = {{u"seats"_s, 9}, {u"paid"_s, true}};
    all.unknownMembers = {{u"brand_new"_s, QJsonArray{1}}};
    QCOMPARE(*company, all);
    // What is not set is missing, null, or an empty object.
    const auto bare = api::readCompanyRecord(
        R"({"type":"company","id":"c","plan":{},"size":null,"tags":null,"segments":{}})");
    QVERIFY2(bare.isOk(), qPrintable(placeOf(bare)));
    CompanyRecord none;
    none.id = CompanyId(u"c"_s);
    QCOMPARE(*bare, none);
}

void TestRecordJson::readsHowItEnded()
{
    const QByteArray json = R"({"type":"contact","id":"a1","external_id":null,"deleted":true})";
    QCOMPARE(api::readEnded(json, "deleted"_L1).value(), ContactId(u"a1"_s));
    QCOMPARE(placeOf(api::readEnded(json, "blocked"_L1)), u"blocked: missing"_s);
    QCOMPARE(placeOf(api::readEnded(R"({"id":"a1","deleted":false})", "deleted"_L1)),
             u"deleted: true expected"_s);
}

void TestRecordJson::writesAttributes_data()
{
    QTest::addColumn<NewAttribute>("attribute");
    QTest::addColumn<QByteArray>("json");
    using enum AttributeType;
    const auto row = [](const char *type, AttributeType value) {
        QTest::newRow(type) << NewAttribute{u" Ring "_s, {}, value, {u"unused"_s}}
                            << R"({"data_type":")" + QByteArray(type) +
                                   R"(","model":"contact","name":"Ring"})";
    };
    row("string", Text);
    row("integer", Integer);
    row("float", Float);
    row("boolean", Flag);
    row("date", Date);
    QTest::newRow("list") << NewAttribute{u"Ring"_s, u"Of power"_s, List, {u"One "_s, u"Two"_s}}
                          << QByteArray(R"({"data_type":"string","description":"Of power",)"
                                        R"("model":"contact","name":"Ring",)"
                                        R"("options":[{"value":"One"},{"value":"Two"}]})");
}

void TestRecordJson::writesAttributes()
{
    QFETCH(NewAttribute, attribute);
    QTEST(QJsonDocument(api::toJson(attribute)).toJson(QJsonDocument::Compact), "json");
    const auto made = api::readDataAttribute(
        R"({"type":"data_attribute","id":37,"model":"contact","name":"Ring","label":"Ring",
            "full_name":"custom_attributes.Ring","data_type":"string","options":["One","Two"],
            "api_writable":true,"custom":true,"archived":false})");
    QVERIFY2(made.isOk(), qPrintable(placeOf(made)));
    QCOMPARE(made->type, AttributeType::List);
    QCOMPARE(made->options, (QStringList{u"One"_s, u"Two"_s}));
}

void TestRecordJson::refuses_data()
{
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const QString &told, const char *place) {
        QTest::newRow(name) << told << QString::fromLatin1(place);
    };
    row("note without id", placeOf(api::readNote(R"({"type":"note","body":""})")), "id: missing");
    row("note of another type", placeOf(api::readNote(R"({"type":"tag","id":"1"})")),
        "type: \"note\" expected");
    row("note by a tag",
        placeOf(api::readNote(R"({"type":"note","id":"1","author":{"type":"tag","id":"1"}})")),
        "author.type: \"admin\" expected");
    row("note's time", placeOf(api::readNote(R"({"type":"note","id":"1","created_at":"now"})")),
        "created_at: number expected");
    row("no list of segments", placeOf(api::readSegments(R"({"type":"list"})")), "data: missing");
    row("segment's count",
        placeOf(api::readSegments(listOf(R"({"type":"segment","id":"1","count":-1})"))),
        "data[0].count: count expected");
    row("company of another type", placeOf(api::readCompanyRecord(R"({"type":"tag","id":"1"})")),
        "type: \"company\" expected");
    row("company's spend",
        placeOf(api::readCompanyRecord(R"({"type":"company","id":"1","monthly_spend":"much"})")),
        "monthly_spend: number expected");
    row("company's tag",
        placeOf(api::readCompanyRecord(
            R"({"type":"company","id":"1","tags":{"tags":[{"type":"tag","id":"2"}]}})")),
        "tags.tags[0].name: missing");
    row("consent",
        placeOf(api::readSubscriptionTypes(
            listOf(R"({"type":"subscription","id":"1","consent_type":"maybe"})"))),
        "data[0].consent_type: opt_out or opt_in expected");
    row("parts",
        placeOf(api::readConversation(
            R"({"type":"conversation","id":"1","conversation_parts":{"conversation_parts":[7]}})")),
        "conversation_parts.conversation_parts[0]: object expected");
}

void TestRecordJson::refuses()
{
    QFETCH(QString, told);
    QFETCH(QString, place);
    QCOMPARE(told, place);
}

void TestRecordJson::truncatedAnywhereIsAnError()
{
    for (qsizetype length = 0; length < OneConversation.size(); ++length)
        QVERIFY(!api::readConversation(OneConversation.left(length)).isOk());
    for (qsizetype length = 0; length < OneNote.size(); ++length)
        QVERIFY(!api::readNote(OneNote.left(length)).isOk());
    for (qsizetype length = 0; length < OneCompany.size(); ++length)
        QVERIFY(!api::readCompanyRecord(OneCompany.left(length)).isOk());
}

QTEST_GUILESS_MAIN(TestRecordJson)
#include "tst_recordjson.moc"
