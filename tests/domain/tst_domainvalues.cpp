// SPDX-License-Identifier: MIT
#include "core/domain/bulkaction.h"
#include "core/domain/region.h"
#include "core/wire/httpresponse.h"

#include <QtTest/QTest>

using namespace roster;

namespace {

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

} // namespace

class TestDomainValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void regions_data();
    void regions();
    void regionsToldByTheServer_data();
    void regionsToldByTheServer();
    void inverses_data();
    void inverses();
    void reports();
    void retryableErrors_data();
    void retryableErrors();
    void errorMakers();
    void ids();
    void headers();
};

void TestDomainValues::regions_data()
{
    QTest::addColumn<Region>("region");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QUrl>("url");
    QTest::newRow("us") << Region::UnitedStates << text("us")
                        << QUrl(text("https://api.intercom.io"));
    QTest::newRow("eu") << Region::Europe << text("eu") << QUrl(text("https://api.eu.intercom.io"));
    QTest::newRow("au") << Region::Australia << text("au")
                        << QUrl(text("https://api.au.intercom.io"));
    QTest::newRow("sandbox") << Region::Sandbox << text("sandbox") << QUrl();
    QTest::newRow("custom") << Region::Custom << text("custom") << QUrl();
}

void TestDomainValues::regions()
{
    QFETCH(Region, region);
    QFETCH(QString, code);
    QFETCH(QUrl, url);
    QCOMPARE(regionCode(region), code);
    QCOMPARE(regionFromCode(code), region);
    QCOMPARE(regionUrl(region), url);
    QCOMPARE(regionFromCode(u"mars"), std::nullopt);
    QCOMPARE(regionFromCode(u""), std::nullopt);
}

void TestDomainValues::regionsToldByTheServer_data()
{
    QTest::addColumn<QString>("told");
    QTest::addColumn<std::optional<Region>>("region");
    QTest::newRow("US") << text("US") << std::optional(Region::UnitedStates);
    QTest::newRow("us") << text("us") << std::optional(Region::UnitedStates);
    QTest::newRow("EU") << text("EU") << std::optional(Region::Europe);
    QTest::newRow("Europe") << text("Europe") << std::optional(Region::Europe);
    QTest::newRow("AU") << text("AU") << std::optional(Region::Australia);
    QTest::newRow("Australia") << text("AUSTRALIA") << std::optional(Region::Australia);
    QTest::newRow("nothing") << QString() << std::optional<Region>();
    QTest::newRow("another") << text("Moon") << std::optional<Region>();
    QTest::newRow("code of ours") << text("sandbox") << std::optional<Region>();
}

void TestDomainValues::regionsToldByTheServer()
{
    QFETCH(QString, told);
    QFETCH(std::optional<Region>, region);
    QCOMPARE(regionFromServer(told), region);
}

void TestDomainValues::inverses_data()
{
    using Kind = BulkAction::Kind;
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Kind>("inverse");
    QTest::newRow("archive") << Kind::Archive << Kind::Restore;
    QTest::newRow("tag") << Kind::AddTag << Kind::RemoveTag;
    QTest::newRow("company") << Kind::AttachCompany << Kind::DetachCompany;
}

void TestDomainValues::inverses()
{
    QFETCH(BulkAction::Kind, kind);
    QFETCH(BulkAction::Kind, inverse);
    const BulkAction action{kind, TagId(text("7")), CompanyId(text("c"))};
    QCOMPARE(action.inverse().kind, inverse);
    QCOMPARE(action.inverse().tag, action.tag);
    QCOMPARE(action.inverse().company, action.company);
    QVERIFY(action.inverse().inverse() == action);
}

void TestDomainValues::reports()
{
    const auto target = [](const char *id) {
        BulkTarget made;
        made.id = ContactId(text(id));
        return made;
    };
    BulkReport report;
    report.settled = {{target("a"), Done{}},
                      {target("b"), ApiError::protocol(text("x"), Effect::Unknown)},
                      {target("c"), Done{}}};
    report.untouched = {target("d")};
    QCOMPARE(report.succeeded(), 2);
    QCOMPARE(report.failed(), 1);
    QCOMPARE(report.succeededTargets(), (QList<BulkTarget>{target("a"), target("c")}));
    QCOMPARE(report.failedTargets(), QList<BulkTarget>{target("b")});
    QCOMPARE(BulkReport().succeeded(), 0);
    QCOMPARE(BulkReport().failed(), 0);
}

void TestDomainValues::retryableErrors_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("canRetry");
    const auto row = [](const char *name, ErrorKind kind, bool canRetry) {
        QTest::newRow(name) << kind << canRetry;
    };
    row("offline", ErrorKind::Offline, true);
    row("name", ErrorKind::NameNotFound, true);
    row("tls", ErrorKind::Tls, false);
    row("timeout", ErrorKind::Timeout, true);
    row("limited", ErrorKind::RateLimited, true);
    row("unauthorized", ErrorKind::Unauthorized, false);
    row("forbidden", ErrorKind::Forbidden, false);
    row("not found", ErrorKind::NotFound, false);
    row("conflict", ErrorKind::Conflict, false);
    row("invalid", ErrorKind::Invalid, false);
    row("server", ErrorKind::Server, true);
    row("protocol", ErrorKind::Protocol, false);
    row("storage", ErrorKind::Storage, true);
    row("cancelled", ErrorKind::Cancelled, true);
}

void TestDomainValues::retryableErrors()
{
    QFETCH(ErrorKind, kind);
    QFETCH(bool, canRetry);
    ApiError error;
    error.kind = kind;
    QCOMPARE(error.canRetry(), canRetry);
}

void TestDomainValues::errorMakers()
{
    QCOMPARE(ApiError::cancelled(Effect::Unknown).kind, ErrorKind::Cancelled);
    QCOMPARE(ApiError::cancelled(Effect::Unknown).effect, Effect::Unknown);
    QCOMPARE(ApiError::protocol(text("here")).detail, text("here"));
    QCOMPARE(ApiError::protocol(text("here")).effect, Effect::NotApplied);
    QCOMPARE(ApiError::storage(text("disk")).kind, ErrorKind::Storage);
    QVERIFY(ApiError::storage(text("disk")) == ApiError::storage(text("disk")));
    QVERIFY(!(ApiError::storage(text("disk")) == ApiError::storage(text("lock"))));
}

void TestDomainValues::ids()
{
    const ContactId a(text("a"));
    const ContactId b(text("b"));
    QVERIFY(a == ContactId(text("a")));
    QVERIFY(a < b);
    QVERIFY(ContactId().isEmpty());
    QCOMPARE(qHash(a), qHash(ContactId(text("a"))));
    QCOMPARE((QSet<ContactId>{a, b, a}.size()), 2);
    static_assert(!std::is_convertible_v<ContactId, TagId>);
    static_assert(!std::is_convertible_v<QString, ContactId>);
}

void TestDomainValues::headers()
{
    HttpResponse response;
    response.headers = {{"X-Request-Id", "r1"}, {"Date", "d"}};
    QCOMPARE(response.header("x-request-ID"), QByteArray("r1"));
    QCOMPARE(response.header("Missing"), QByteArray());
    for (const int status : {200, 201, 299}) {
        response.status = status;
        QVERIFY(response.isSuccess());
    }
    for (const int status : {0, 199, 300, 404}) {
        response.status = status;
        QVERIFY(!response.isSuccess());
    }
}

QTEST_GUILESS_MAIN(TestDomainValues)
#include "tst_domainvalues.moc"
