// SPDX-License-Identifier: MIT
#include "core/api/recordendpoints.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

const ContactId Someone(u"63a07ddf05a32042dffac965"_s);
const ContactId Other(u"63a07ddf05a32042dffac966"_s);
const AdminId Priya(u"991"_s);

QByteArray lineOf(const HttpRequest &request)
{
    QByteArray line = request.method + ' ' + request.path;
    if (!request.query.isEmpty())
        line += '?' + request.query.toString(QUrl::FullyEncoded).toLatin1();
    return line;
}

} // namespace

class TestRecordEndpoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endpoints_data();
    void endpoints();
    void everyEndpointHasItsLane();
    void idsAreOneSegment();
};

void TestRecordEndpoints::endpoints_data()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Repeat>("repeat");
    const auto row = [](const char *name, const HttpRequest &request, const char *line,
                        const QByteArray &body, Repeat repeat) {
        QTest::newRow(name) << request << QByteArray(line) << body << repeat;
    };
    const SubscriptionTypeId news(u"31"_s);
    using Consent = SubscriptionType::Consent;
    row("notes", api::contactNotes(Someone, 3),
        "GET /contacts/63a07ddf05a32042dffac965/notes?page=3&per_page=50", {}, Repeat::Safe);
    row("add note", api::createNote(Someone, u"<p>Hi</p>"_s, Priya),
        "POST /contacts/63a07ddf05a32042dffac965/notes", R"({"admin_id":"991","body":"<p>Hi</p>"})",
        Repeat::Never);
    row("add note as nobody", api::createNote(Someone, u"Hi"_s, {}),
        "POST /contacts/63a07ddf05a32042dffac965/notes", R"({"body":"Hi"})", Repeat::Never);
    row("note", api::note(NoteId(u"81"_s)), "GET /notes/81", {}, Repeat::Safe);
    row("segments of contact", api::contactSegments(Someone),
        "GET /contacts/63a07ddf05a32042dffac965/segments", {}, Repeat::Safe);
    row("segments of company", api::companySegments(CompanyId(u"c1"_s)),
        "GET /companies/c1/segments", {}, Repeat::Safe);
    row("segments", api::segments(false), "GET /segments", {}, Repeat::Safe);
    row("segments, counted", api::segments(true), "GET /segments?include_count=true", {},
        Repeat::Safe);
    row("subscription types", api::subscriptionTypes(), "GET /subscription_types", {},
        Repeat::Safe);
    row("subscriptions", api::contactSubscriptions(Someone),
        "GET /contacts/63a07ddf05a32042dffac965/subscriptions", {}, Repeat::Safe);
    row("opt out", api::addSubscription(Someone, news, Consent::OptOut),
        "POST /contacts/63a07ddf05a32042dffac965/subscriptions",
        R"({"consent_type":"opt_out","id":"31"})", Repeat::SameEffect);
    row("opt in", api::addSubscription(Someone, news, Consent::OptIn),
        "POST /contacts/63a07ddf05a32042dffac965/subscriptions",
        R"({"consent_type":"opt_in","id":"31"})", Repeat::SameEffect);
    row("take back", api::removeSubscription(Someone, news),
        "DELETE /contacts/63a07ddf05a32042dffac965/subscriptions/31", {}, Repeat::SameEffect);
    row("conversations", api::conversationsOf(Someone, {}), "POST /conversations/search",
        R"({"pagination":{"per_page":20},"query":{"field":"contact_ids","operator":"=",)"
        R"("value":"63a07ddf05a32042dffac965"},)"
        R"("sort":{"field":"updated_at","order":"descending"}})",
        Repeat::Safe);
    row("conversations, next", api::conversationsOf(Someone, u"WzE+"_s, 900),
        "POST /conversations/search",
        R"({"pagination":{"per_page":150,"starting_after":"WzE+"},"query":)"
        R"({"field":"contact_ids","operator":"=","value":"63a07ddf05a32042dffac965"},)"
        R"("sort":{"field":"updated_at","order":"descending"}})",
        Repeat::Safe);
    row("conversation", api::conversation(ConversationId(u"4711"_s)),
        "GET /conversations/4711?display_as=plaintext", {}, Repeat::Safe);
    row("attribute", api::createAttribute({u"Ring"_s, {}, AttributeType::Flag, {}}),
        "POST /data_attributes", R"({"data_type":"boolean","model":"contact","name":"Ring"})",
        Repeat::Never);
    row("block", api::block(Someone), "POST /contacts/63a07ddf05a32042dffac965/block", {},
        Repeat::SameEffect);
    row("delete", api::deleteContact(Someone), "DELETE /contacts/63a07ddf05a32042dffac965", {},
        Repeat::SameEffect);
    row("merge", api::merge(Someone, Other, false), "POST /contacts/merge",
        R"({"from":"63a07ddf05a32042dffac965","into":"63a07ddf05a32042dffac966"})", Repeat::Never);
    row("merge, unchecked", api::merge(Someone, Other, true), "POST /contacts/merge",
        R"({"from":"63a07ddf05a32042dffac965","into":"63a07ddf05a32042dffac966",)"
        R"("skip_duplicate_validation":true})",
        Repeat::Never);
}

void TestRecordEndpoints::endpoints()
{
    QFETCH(HttpRequest, request);
    QFETCH(Repeat, repeat);
    QTEST(lineOf(request), "line");
    QTEST(request.body.value_or(QByteArray()), "body");
    QCOMPARE(request.repeat, repeat);
    QCOMPARE(request.lane, Lane::Interactive);
}

void TestRecordEndpoints::everyEndpointHasItsLane()
{
    const Lane bulk = Lane::Bulk;
    for (const HttpRequest &request :
         {api::contactNotes(Someone, 1, bulk), api::createNote(Someone, {}, {}, bulk),
          api::note({}, bulk), api::contactSegments(Someone, bulk), api::companySegments({}, bulk),
          api::segments(true, bulk), api::subscriptionTypes(bulk),
          api::contactSubscriptions(Someone, bulk), api::addSubscription(Someone, {}, {}, bulk),
          api::removeSubscription(Someone, {}, bulk), api::conversationsOf(Someone, {}, 20, bulk),
          api::conversation({}, bulk), api::block(Someone, bulk), api::deleteContact(Someone, bulk),
          api::merge(Someone, Other, false, bulk), api::createAttribute({}, bulk)})
        QVERIFY2(request.lane == bulk, request.path.constData());
}

void TestRecordEndpoints::idsAreOneSegment()
{
    const QString evil = u"../a?b"_s;
    QCOMPARE(api::note(NoteId(evil)).path, QByteArray("/notes/..%2Fa%3Fb"));
    QCOMPARE(api::conversation(ConversationId(evil)).path, QByteArray("/conversations/..%2Fa%3Fb"));
    QCOMPARE(api::removeSubscription(Someone, SubscriptionTypeId(evil)).path,
             QByteArray("/contacts/63a07ddf05a32042dffac965/subscriptions/..%2Fa%3Fb"));
}

QTEST_GUILESS_MAIN(TestRecordEndpoints)
#include "tst_recordendpoints.moc"
