// SPDX-License-Identifier: MIT
// Every write of the service with everything that can go wrong on its way. Requests are counted at
// the sandbox; afterwards store, journal and sandbox must tell the same.
#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "tests/service/factlog.h"
#include "tests/support/sessionfixture.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;
using sandbox::FaultAction;
using sandbox::FaultRule;

namespace {

//! How an operation ended, whatever it answers.
struct Ending
{
    bool isOk = false;
    ErrorKind kind = ErrorKind::Protocol;
    Effect effect = Effect::Applied;

    friend bool operator==(const Ending &, const Ending &) = default;
};

constexpr Ending Success{true};

constexpr Ending failed(ErrorKind kind, Effect effect)
{
    return {false, kind, effect};
}

template <class T>
Ending endingOf(const Result<T> &result)
{
    return result ? Success : failed(result.error().kind, result.error().effect);
}

//! For messages of failed comparisons.
QString words(const Ending &ending)
{
    return ending.isOk ? u"ok"_s
                       : u"error %1, effect %2"_s.arg(int(ending.kind)).arg(int(ending.effect));
}

//! One fault, and what it makes of each class of write.
struct Case
{
    const char *name;
    FaultRule rule;
    //! A write that may be repeated and looked after: its end and how often it is sent.
    Ending sameEffect;
    int sent;
    //! The creation of a user, and of a lead.
    Ending user;
    int userSent;
    Ending lead;
    int leadSent;
    //! A repeatable write that nobody can look after: tags and companies by name.
    Ending named;
};

FaultRule times(FaultAction action, int count)
{
    return fault("*", u"**"_s, action, 1, count);
}

FaultRule status(int code, int count, std::optional<QByteArray> retryAfter = {})
{
    FaultRule rule = statusFault("*", u"**"_s, code, 1, count);
    if (retryAfter)
        rule.headers = {{"Retry-After", *retryAfter}};
    return rule;
}

QList<Case> cases()
{
    using enum ErrorKind;
    using enum Effect;
    const Ending offline = failed(Offline, Unknown);
    const Ending refused = failed(Forbidden, NotApplied);
    const Ending noToken = failed(Unauthorized, NotApplied);
    const Ending garbled = failed(Protocol, Applied);
    return {
        {"closed before", times(FaultAction::CloseBefore, 1), Success, 2, Success, 2, offline, 1,
         Success},
        {"closed after", times(FaultAction::CloseAfter, 1), Success, 2, Success, 1, Success, 1,
         Success},
        {"always closed before", times(FaultAction::CloseBefore, 4), failed(Offline, NotApplied), 4,
         offline, 2, offline, 1, offline},
        {"always closed after", times(FaultAction::CloseAfter, 4), Success, 4, Success, 1, Success,
         1, offline},
        {"429 with a time", status(429, 1, "2"), Success, 2, Success, 2, Success, 2, Success},
        {"429 twice without a word", status(429, 2), Success, 3, Success, 3, Success, 3, Success},
        {"500", status(500, 1), Success, 2, Success, 2, failed(Server, Unknown), 1, Success},
        {"always 503", status(503, 4), failed(Server, NotApplied), 4, failed(Server, Unknown), 2,
         failed(Server, Unknown), 1, failed(Server, Unknown)},
        {"cut", times(FaultAction::CutBody, 1), Success, 2, Success, 1, Success, 1, Success},
        {"no JSON", times(FaultAction::InvalidJson, 1), Success, 1, Success, 1, Success, 1,
         garbled},
        {"wrong types", times(FaultAction::WrongType, 1), Success, 1, Success, 1, Success, 1,
         garbled},
        {"empty", times(FaultAction::Empty, 1), Success, 1, Success, 1, Success, 1, garbled},
        {"a proxy's page", times(FaultAction::Html, 1), refused, 1, refused, 1, refused, 1,
         refused},
        {"silence", times(FaultAction::Hang, 1), Success, 2, Success, 2, failed(Timeout, Unknown),
         1, Success},
        {"401", status(401, 1), noToken, 1, noToken, 1, noToken, 1, noToken},
    };
}

//! An active contact, and what the write under test needs of it.
struct Subject
{
    BulkTarget target;
    TagId tag;
    CompanyId company;
};

using Kind = BulkAction::Kind;

} // namespace

class TestServiceFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void bulkWrites_data();
    void bulkWrites();
    void update_data() { addCases(); }
    void update();
    void createUser_data() { addCases(); }
    void createUser();
    void createLead_data() { addCases(); }
    void createLead();
    void createTag_data() { addCases(); }
    void createTag();
    void createCompany_data() { addCases(); }
    void createCompany();
    void createBehindALaggingSearch();
    void createThatSomebodyElseMadeMeanwhile();
    void repeatedCreateThatIsRefusedStaysOpen();
    void cancellingARefusedCreateIsNotApplied();
    void cancellingASentCreateIsUnknown();
    void readsAreRepeated();
    void unreadableReadsAreErrors_data();
    void unreadableReadsAreErrors();

private:
    SessionFixture &f() { return *m_fixture; }
    template <class T>
    static Result<T> resultOf(OperationOf<T> *operation)
    {
        return SessionFixture::resultOf(operation);
    }
    static void addCases();
    static const Case &currentCase();
    void arm(const QByteArray &method, const QString &path)
    {
        FaultRule rule = currentCase().rule;
        rule.method = method;
        rule.path = path;
        f().setFaults({rule});
    }
    Subject prepare(Kind kind);
    bool hasHappened(Kind kind, const Subject &subject);
    bool isThere(const ContactId &id);
    void compareOne(const ContactId &id);
    JournalState journalled(const ContactId &id);
    ContactDraft newDraft(const QString &role);
    int holders(const QString &email);

    std::unique_ptr<SessionFixture> m_fixture;
    QList<ContactId> m_unused;
    TagId m_tag;
    CompanyId m_company;
    int m_made = 0;
};

void TestServiceFaults::initTestCase()
{
    SessionOptions options;
    options.contacts = 130;
    options.speed = 1000;
    options.timeout = std::chrono::milliseconds(1000);
    m_fixture = std::make_unique<SessionFixture>(options);
    m_unused = f().ids();
    m_tag = resultOf(f().service().createTag(u"Under test"_s))->id;
    m_company = resultOf(f().service().createCompany(u"Under test"_s, u"under-test"_s))->id;
}

void TestServiceFaults::cleanupTestCase()
{
    f().setFaults({});
    QVERIFY(f().refresh());
    QVERIFY(f().sweep());
    QCOMPARE(f().disagreements(), QString());
}

void TestServiceFaults::addCases()
{
    QTest::addColumn<int>("index");
    const QList<Case> all = cases();
    for (int i = 0; i < all.size(); ++i)
        QTest::newRow(all.at(i).name) << i;
}

const Case &TestServiceFaults::currentCase()
{
    static const QList<Case> all = cases();
    QFETCH(int, index);
    return all.at(index);
}

Subject TestServiceFaults::prepare(Kind kind)
{
    const Subject subject{SessionFixture::target(f().stored(m_unused.takeFirst())), m_tag,
                          m_company};
    // What is to be taken away has to be there.
    if (kind == Kind::Restore)
        (void)resultOf<BulkReport>(f().service().archive(subject.target));
    else if (kind == Kind::RemoveTag)
        (void)resultOf<BulkReport>(f().service().attachTag(subject.target, m_tag));
    else if (kind == Kind::DetachCompany)
        (void)resultOf<BulkReport>(f().service().attachCompany(subject.target, m_company));
    return subject;
}

bool TestServiceFaults::isThere(const ContactId &id)
{
    sandbox::Request request;
    request.method = "GET";
    request.path = u"/contacts/"_s + id.text();
    return f().sandbox()->ask(request).status == 200;
}

bool TestServiceFaults::hasHappened(Kind kind, const Subject &subject)
{
    const ContactId &id = subject.target.id;
    switch (kind) {
    case Kind::Archive:
        return !isThere(id);
    case Kind::Restore:
        return isThere(id);
    case Kind::AddTag:
        return f().truthOf(id).tags.items.contains(subject.tag);
    case Kind::RemoveTag:
        return !f().truthOf(id).tags.items.contains(subject.tag);
    case Kind::AttachCompany:
        return f().truthOf(id).companies.items.contains(subject.company);
    case Kind::DetachCompany:
    case Kind::Update:
    case Kind::PutBack:
        break;
    }
    return !f().truthOf(id).companies.items.contains(subject.company);
}

void TestServiceFaults::compareOne(const ContactId &id)
{
    QCOMPARE(f().isStored(id), isThere(id));
    if (f().isStored(id))
        QCOMPARE(difference(f().stored(id), f().truthOf(id)), QString());
}

JournalState TestServiceFaults::journalled(const ContactId &id)
{
    for (const JournalEntry &entry : f().journalRows().constLast().entries) {
        if (entry.target.id == id)
            return entry.state;
    }
    return JournalState::Intended;
}

ContactDraft TestServiceFaults::newDraft(const QString &role)
{
    ContactDraft draft;
    draft.fields = {{ContactField::Role, role},
                    {ContactField::Name, u"Made %1"_s.arg(++m_made)},
                    {ContactField::Email, u"made%1@example.org"_s.arg(m_made)}};
    return draft;
}

int TestServiceFaults::holders(const QString &email)
{
    const QByteArray body =
        "{\"query\":{\"field\":\"email\",\"operator\":\"=\",\"value\":\"" + email.toUtf8() + "\"}}";
    const QByteArray answer = f().ask("POST", u"/contacts/search"_s, body);
    return QJsonDocument::fromJson(answer).object()[u"total_count"].toInt();
}

void TestServiceFaults::bulkWrites_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("kind");
    const QList<std::pair<Kind, const char *>> kinds = {{Kind::Archive, "archive"},
                                                        {Kind::Restore, "restore"},
                                                        {Kind::AddTag, "add tag"},
                                                        {Kind::RemoveTag, "remove tag"},
                                                        {Kind::AttachCompany, "attach company"},
                                                        {Kind::DetachCompany, "detach company"}};
    const QList<Case> all = cases();
    for (const auto &[kind, name] : kinds) {
        for (int i = 0; i < all.size(); ++i)
            QTest::addRow("%s: %s", name, all.at(i).name) << i << int(kind);
    }
}

void TestServiceFaults::bulkWrites()
{
    QFETCH(int, kind);
    const Kind what = static_cast<Kind>(kind);
    const Subject subject = prepare(what);
    const QString contact = u"/contacts/"_s + subject.target.id.text();
    const QHash<Kind, std::pair<QByteArray, QString>> requests = {
        {Kind::Archive, {"POST", contact + u"/archive"_s}},
        {Kind::Restore, {"POST", contact + u"/unarchive"_s}},
        {Kind::AddTag, {"POST", contact + u"/tags"_s}},
        {Kind::RemoveTag, {"DELETE", contact + u"/tags/*"_s}},
        {Kind::AttachCompany, {"POST", contact + u"/companies"_s}},
        {Kind::DetachCompany, {"DELETE", contact + u"/companies/*"_s}}};
    const auto [method, path] = requests[what];
    arm(method, path);
    const bool isTag = what == Kind::AddTag || what == Kind::RemoveTag;
    const bool isCompany = what == Kind::AttachCompany || what == Kind::DetachCompany;
    FactLog log(f().service(), {subject.target.id});
    BulkRun *run = f().service().runBulk(
        {what, isTag ? subject.tag : TagId(), isCompany ? subject.company : CompanyId()},
        {subject.target});
    const Result<BulkReport> report = resultOf<BulkReport>(run);
    QVERIFY(report);
    QCOMPARE(report->settled.size(), 1);
    const Ending ending = endingOf(report->settled.constFirst().result);
    QCOMPARE(words(ending), words(currentCase().sameEffect));
    // An archive of which nothing was heard is sent once more when the contact is gone.
    const bool isAskedAgain =
        what == Kind::Archive && currentCase().name == "always closed after"_ba;
    QCOMPARE(f().count(method, path), currentCase().sent + (isAskedAgain ? 1 : 0));
    QCOMPARE(hasHappened(what, subject), ending.isOk);
    compareOne(subject.target.id);
    QCOMPARE(journalled(subject.target.id),
             ending.isOk ? JournalState::Applied : JournalState::NotApplied);
    // Nobody else did it, whatever was found out on the way.
    QCOMPARE(log.count(u"vanished"_s), 0);
    QCOMPARE(log.count(u"archived"_s), what == Kind::Archive && ending.isOk ? 1 : 0);
    QCOMPARE(log.count(u"restored"_s), what == Kind::Restore && ending.isOk ? 1 : 0);
    const bool isArchived = !isThere(subject.target.id);
    QCOMPARE(f().archivedIds().contains(subject.target.id), isArchived);
}

void TestServiceFaults::update()
{
    const Contact base = f().stored(m_unused.constFirst());
    const QString path = u"/contacts/"_s + base.id.text();
    arm("PUT", path);
    ContactPatch patch;
    patch.fields.emplace(ContactField::Name, u"Renamed %1"_s.arg(++m_made));
    const Ending ending = endingOf(resultOf(f().service().update(base, patch)));
    QCOMPARE(words(ending), words(currentCase().sameEffect));
    QCOMPARE(f().count("PUT", path), currentCase().sent);
    QCOMPARE(f().truthOf(base.id).name() == u"Renamed %1"_s.arg(m_made), ending.isOk);
    compareOne(base.id);
}

void TestServiceFaults::createUser()
{
    const ContactDraft draft = newDraft(u"user"_s);
    arm("POST", u"/contacts"_s);
    const Result<Contact> made = resultOf(f().service().create(draft));
    QCOMPARE(words(endingOf(made)), words(currentCase().user));
    QCOMPARE(f().count("POST", u"/contacts"_s), currentCase().userSent);
    QCOMPARE(f().applied("POST", u"/contacts"_s), made ? 1 : 0);
    QCOMPARE(holders(draft.text(ContactField::Email)), made ? 1 : 0);
    if (made)
        compareOne(made->id);
}

void TestServiceFaults::createLead()
{
    const ContactDraft draft = newDraft(u"lead"_s);
    arm("POST", u"/contacts"_s);
    const Result<Contact> made = resultOf(f().service().create(draft));
    QCOMPARE(words(endingOf(made)), words(currentCase().lead));
    QCOMPARE(f().count("POST", u"/contacts"_s), currentCase().leadSent);
    QCOMPARE(f().applied("POST", u"/contacts"_s), made ? 1 : 0);
    QCOMPARE(holders(draft.text(ContactField::Email)), made ? 1 : 0);
    if (made)
        compareOne(made->id);
}

void TestServiceFaults::createTag()
{
    const QString name = u"Tag %1"_s.arg(++m_made);
    arm("POST", u"/tags"_s);
    const Result<Tag> tag = resultOf(f().service().createTag(name));
    QCOMPARE(words(endingOf(tag)), words(currentCase().named));
    QCOMPARE(f().count("POST", u"/tags"_s), currentCase().sent);
    QCOMPARE(tag && f()->book().tagName(tag->id) == name, tag.isOk());
}

void TestServiceFaults::createCompany()
{
    const QString name = u"Company %1"_s.arg(++m_made);
    arm("POST", u"/companies"_s);
    const Result<Company> company = resultOf(f().service().createCompany(name, name));
    QCOMPARE(words(endingOf(company)), words(currentCase().named));
    QCOMPARE(f().count("POST", u"/companies"_s), currentCase().sent);
    QCOMPARE(company && f()->book().companyName(company->id) == name, company.isOk());
}

void TestServiceFaults::createBehindALaggingSearch()
{
    SessionOptions options;
    options.contacts = 3;
    options.speed = 1000;
    options.searchLagMs = 60'000;
    SessionFixture lagging(options);
    lagging.setFaults({fault("POST", u"/contacts"_s, FaultAction::CloseAfter)});
    // The search does not show the user yet; asking once more does, by a conflict with its id.
    const Result<Contact> user = resultOf(lagging.service().create(newDraft(u"user"_s)));
    QVERIFY(user);
    QCOMPARE(lagging.applied("POST", u"/contacts"_s), 1);
    QCOMPARE(lagging.count("POST", u"/contacts"_s), 2);
    QVERIFY(lagging.isStored(user->id));
    // A lead is looked for until the search shows it.
    lagging.setFaults({fault("POST", u"/contacts"_s, FaultAction::CloseAfter)});
    const Result<Contact> lead = resultOf(lagging.service().create(newDraft(u"lead"_s)));
    QVERIFY(lead);
    QCOMPARE(lagging.count("POST", u"/contacts"_s), 1);
    QVERIFY(lagging.count("POST", u"/contacts/search"_s) > 1);
    QVERIFY(lagging.isStored(lead->id));
}

void TestServiceFaults::createThatSomebodyElseMadeMeanwhile()
{
    // The create never arrived, and the same email was taken by somebody else in between: that is
    // a conflict and not ours.
    const ContactDraft draft = newDraft(u"user"_s);
    f().ask("POST", u"/contacts"_s,
            "{\"role\":\"user\",\"name\":\"Theirs\",\"email\":\"" +
                draft.text(ContactField::Email).toUtf8() + "\"}");
    f().setFaults({fault("POST", u"/contacts"_s, FaultAction::CloseBefore)});
    const Result<Contact> made = resultOf(f().service().create(draft));
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Conflict);
    QVERIFY(!made.error().conflictingContact.isEmpty());
    QCOMPARE(f().count("POST", u"/contacts"_s), 2);
}

void TestServiceFaults::repeatedCreateThatIsRefusedStaysOpen()
{
    const ContactDraft draft = newDraft(u"user"_s);
    FaultRule refuse = statusFault("POST", u"/contacts"_s, 400, 2);
    f().setFaults({fault("POST", u"/contacts"_s, FaultAction::CloseBefore), refuse});
    const Result<Contact> made = resultOf(f().service().create(draft));
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Invalid);
    QCOMPARE(made.error().effect, Effect::Unknown);
}

void TestServiceFaults::cancellingARefusedCreateIsNotApplied()
{
    f().setFaults({status(429, 1, "100000")});
    auto *create = f().service().create(newDraft(u"user"_s));
    QObject context;
    QObject::connect(create, &Operation::waiting, &context,
                     [create](const QDateTime &, Operation::WaitReason) { create->cancel(); });
    const Result<Contact> made = resultOf(create);
    QCOMPARE(words(endingOf(made)), words(failed(ErrorKind::Cancelled, Effect::NotApplied)));
    f()->setToken("another");
    f()->setToken(f().sandbox().token());
}

void TestServiceFaults::cancellingASentCreateIsUnknown()
{
    f().setFaults({fault("POST", u"/contacts"_s, FaultAction::Hang)});
    auto *create = f().service().create(newDraft(u"user"_s));
    QTRY_COMPARE(f().count("POST", u"/contacts"_s), 1);
    create->cancel();
    const Result<Contact> made = resultOf(create);
    QCOMPARE(words(endingOf(made)), words(failed(ErrorKind::Cancelled, Effect::Unknown)));
}

void TestServiceFaults::readsAreRepeated()
{
    const ContactId id = m_unused.constFirst();
    f().setFaults({status(503, 3)});
    QVERIFY(resultOf(f().service().fetch(id)));
    QCOMPARE(f().count("GET", u"/contacts/"_s + id.text()), 4);
}

void TestServiceFaults::unreadableReadsAreErrors_data()
{
    QTest::addColumn<int>("action");
    QTest::addColumn<int>("kind");
    QTest::newRow("no JSON") << int(FaultAction::InvalidJson) << int(ErrorKind::Protocol);
    QTest::newRow("wrong types") << int(FaultAction::WrongType) << int(ErrorKind::Protocol);
    QTest::newRow("empty") << int(FaultAction::Empty) << int(ErrorKind::Protocol);
    QTest::newRow("a page") << int(FaultAction::Html) << int(ErrorKind::Forbidden);
    QTest::newRow("silence") << int(FaultAction::Hang) << int(ErrorKind::Timeout);
    QTest::newRow("closed") << int(FaultAction::CloseBefore) << int(ErrorKind::Offline);
}

void TestServiceFaults::unreadableReadsAreErrors()
{
    QFETCH(int, action);
    QFETCH(int, kind);
    const ContactId id = m_unused.constFirst();
    const Contact before = f().stored(id);
    f().setFaults({fault("GET", u"**"_s, static_cast<FaultAction>(action), 1, 20)});
    const Result<Contact> contact = resultOf(f().service().fetch(id));
    QVERIFY(!contact);
    QCOMPARE(int(contact.error().kind), kind);
    QCOMPARE(contact.error().effect, Effect::NotApplied);
    if (contact.error().kind == ErrorKind::Protocol)
        QVERIFY(!contact.error().detail.isEmpty());
    QCOMPARE(f().stored(id), before);
}

QTEST_GUILESS_MAIN(TestServiceFaults)
#include "tst_servicefaults.moc"
