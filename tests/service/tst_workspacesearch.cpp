// SPDX-License-Identifier: MIT
// The table's question asked of the server: what is found is stored, what cannot be asked is told.
#include "core/service/remotesearch.h"
#include "tests/support/sessionfixture.h"

#include <QtTest/QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

const QString Search = u"/contacts/search"_s;

ContactQuery leads()
{
    ContactQuery query;
    query.setRole(Role::Lead);
    return query;
}

FilterCondition companyIs(const QString &id)
{
    return {{FilterField::Company, {}, {}}, FilterTest::AnyOf, {id}, true};
}

} // namespace

class TestWorkspaceSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_fixture.reset(); }

    void findsWhatTheStoreDoesNotHold();
    void findsTheSameAsTheLocalFilter();
    void tellsWhatItCannotAsk();
    void refusesWhenNothingCanBeAsked();
    void endsAtItsMost();
    void stops();
    void tellsErrors();

private:
    void start(const SessionOptions &options)
    {
        m_fixture = std::make_unique<SessionFixture>(options);
    }
    SessionFixture &f() { return *m_fixture; }
    RemoteSearch &search() { return *f()->remoteSearch(); }
    Result<RemoteFindings> found(const ContactQuery &query)
    {
        return SessionFixture::resultOf(search().search(query));
    }

    std::unique_ptr<SessionFixture> m_fixture;
};

void TestWorkspaceSearch::findsWhatTheStoreDoesNotHold()
{
    start({.contacts = 400, .isLoaded = false});
    QVERIFY(f().ids().isEmpty());
    const auto findings = found(leads());
    QVERIFY(findings.isOk());
    QVERIFY(!findings->ids.isEmpty() && !findings->isCut);
    for (const ContactId &id : findings->ids) {
        const auto contact = f()->book().contact(id);
        QVERIFY(contact && contact->role() == Role::Lead);
    }
    QCOMPARE(f().ids().size(), findings->ids.size());
}

void TestWorkspaceSearch::findsTheSameAsTheLocalFilter()
{
    start({.contacts = 400});
    const auto findings = found(leads());
    QVERIFY(findings.isOk());
    const QList<ContactId> local = f().ids(leads());
    QCOMPARE(QSet<ContactId>(findings->ids.begin(), findings->ids.end()),
             QSet<ContactId>(local.begin(), local.end()));
    QCOMPARE(findings->ids.size(), local.size());
}

void TestWorkspaceSearch::tellsWhatItCannotAsk()
{
    start({.contacts = 5});
    QVERIFY(search().unaskedParts(leads()).isEmpty());
    ContactQuery query = leads();
    query.text = u"ada"_s;
    query.filter.groups[0].conditions.append(companyIs(u"c1"_s));
    const QList<UnaskedPart> parts = search().unaskedParts(query);
    QCOMPARE(parts.size(), 2);
    QVERIFY(parts.at(0).isText);
    QCOMPARE(parts.at(1).condition, companyIs(u"c1"_s));
    query.filter.groups[0].conditions[1].isOn = false;
    QCOMPARE(search().unaskedParts(query).size(), 1);
}

void TestWorkspaceSearch::refusesWhenNothingCanBeAsked()
{
    start({.contacts = 5});
    f().sandbox()->clearSeen();
    ContactQuery query;
    query.filter.groups = {{FilterJoin::All, {companyIs(u"c1"_s)}}};
    const auto findings = found(query);
    QVERIFY(!findings.isOk());
    QCOMPARE(findings.error().kind, ErrorKind::Invalid);
    QCOMPARE(f().count("POST", Search), 0);
}

void TestWorkspaceSearch::endsAtItsMost()
{
    start({.contacts = 3600, .isLoaded = false});
    ContactQuery query;
    query.filter.groups = {{FilterJoin::Any,
                            {{{FilterField::Role, {}, {}}, FilterTest::Is, {u"user"_s}, true},
                             {{FilterField::Role, {}, {}}, FilterTest::Is, {u"lead"_s}, true}}}};
    const auto findings = found(query);
    QVERIFY(findings.isOk());
    QVERIFY(findings->isCut);
    QCOMPARE(findings->ids.size(), 3000);
}

void TestWorkspaceSearch::stops()
{
    start({.contacts = 400, .isLoaded = false});
    OperationOf<RemoteFindings> *operation = search().search(leads());
    std::optional<ErrorKind> end;
    operation->onFinished(this, [&end](const Result<RemoteFindings> &result) {
        end = result ? ErrorKind::Protocol : result.error().kind;
    });
    operation->cancel();
    QTRY_VERIFY(end.has_value());
    QCOMPARE(*end, ErrorKind::Cancelled);
}

void TestWorkspaceSearch::tellsErrors()
{
    start({.contacts = 5});
    f().sandbox()->setToken(QByteArrayLiteral("another"));
    // Somebody waits for it: it is told, not parked until there is another token.
    const auto findings = found(leads());
    QVERIFY(!findings.isOk());
    QCOMPARE(findings.error().kind, ErrorKind::Unauthorized);
}

QTEST_GUILESS_MAIN(TestWorkspaceSearch)
#include "tst_workspacesearch.moc"
