// SPDX-License-Identifier: MIT
// Leads that become users, by conversion and by merging, over the sandbox; and what the journal
// tells of them.
#include "core/service/bulkrun.h"
#include "tests/service/factlog.h"
#include "tests/service/lifecyclefixture.h"

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;
using sandbox::FaultRule;

class TestMerging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_f.reset(); }

    void merges_data();
    void merges();
    void mergeReadsBothFirst();
    void lostMerge_data();
    void lostMerge();
    void mergedContactIsFollowed_data();
    void mergedContactIsFollowed();
    void converts();
    void conversionIsRefused();
    void activity();

private:
    void start(const QString &version = u"2.13"_s)
    {
        m_f = std::make_unique<LifecycleFixture>(version);
    }
    SessionFixture *f() { return m_f->operator->(); }

    std::unique_ptr<LifecycleFixture> m_f;
};

void TestMerging::merges_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("2.10") << u"2.10"_s;
    QTest::newRow("2.16") << u"2.16"_s;
}

void TestMerging::merges()
{
    QFETCH(QString, version);
    start(version);
    const BulkTarget from = m_f->lead();
    const BulkTarget into = m_f->user();
    FactLog facts(f()->service(), {from.id, into.id});
    OperationOf<Contact> *operation = m_f->life().merge(from, into);
    facts.watch(operation);
    const auto contact = SessionFixture::resultOf(operation);
    QVERIFY2(contact.isOk(), qPrintable(contact.isOk() ? QString() : contact.error().message));
    QCOMPARE(contact->id, into.id);
    QCOMPARE(contact->name(), u"Lea"_s);
    QCOMPARE(facts.lines(), (QStringList{u"stored"_s, u"removed"_s, u"finished"_s}));
    QCOMPARE(f()->stored(into.id).name(), u"Lea"_s);
    QVERIFY(!f()->isStored(from.id));
    const QList<Receipt> kept = m_f->receipts();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.constFirst().kind, Receipt::Kind::Merged);
    QCOMPARE(kept.constFirst().contact, from);
    QCOMPARE(kept.constFirst().into, into);
    QVERIFY(kept.constFirst().isCertain);
    QVERIFY(f()->sweep());
    QCOMPARE(f()->disagreements(), QString());
    QVERIFY(m_f->vanished().isEmpty());
}

void TestMerging::mergeReadsBothFirst()
{
    start();
    const BulkTarget from = m_f->lead();
    const BulkTarget into = m_f->user();
    const auto refusedAs = [&](const BulkTarget &one, const BulkTarget &other) {
        const auto contact = SessionFixture::resultOf(m_f->life().merge(one, other));
        return contact ? ErrorKind::Protocol : contact.error().kind;
    };
    QCOMPARE(refusedAs(into, into), ErrorKind::Invalid);
    QCOMPARE(refusedAs(into, from), ErrorKind::Conflict);
    QCOMPARE(refusedAs(from, m_f->lead()), ErrorKind::Conflict);
    // Made a user elsewhere: the store learns it.
    m_f->askAbout("PUT", from.id, R"({"role":"user"})");
    QCOMPARE(refusedAs(from, into), ErrorKind::Conflict);
    QCOMPARE(f()->stored(from.id).role(), Role::User);
    const BulkTarget other = m_f->lead();
    m_f->askAbout("DELETE", into.id);
    QCOMPARE(refusedAs(other, into), ErrorKind::NotFound);
    QVERIFY(f()->isStored(other.id) && !f()->isStored(into.id));
    const BulkTarget another = m_f->made(R"({"role":"user","email":"una@x.example"})");
    f()->setFaults({statusFault("POST", MergePath, 403)});
    QCOMPARE(refusedAs(other, another), ErrorKind::Forbidden);
    QCOMPARE(f()->count("POST", MergePath), 1);
    QVERIFY(m_f->receipts().isEmpty());
}

void TestMerging::lostMerge_data()
{
    // Whoever merges reads both before.
    addLosses("POST", MergePath, false, 2);
}

void TestMerging::lostMerge()
{
    QFETCH(QList<FaultRule>, faults);
    QFETCH(int, sent);
    QFETCH(JournalState, state);
    for (const QString &version : {u"2.10"_s, u"2.16"_s}) {
        start(version);
        const BulkTarget from = m_f->lead();
        const BulkTarget into = m_f->user();
        f()->setFaults(faults);
        const auto contact = SessionFixture::resultOf(m_f->life().merge(from, into));
        QCOMPARE(f()->count("POST", MergePath), sent);
        QCOMPARE(contact.isOk(), state == JournalState::Applied);
        QCOMPARE(f()->isStored(from.id), !contact.isOk());
        const QList<Receipt> kept = m_f->receipts();
        QCOMPARE(kept.size(), state == JournalState::NotApplied ? 0 : 1);
        QVERIFY(!contact || (kept.constFirst().isCertain && contact->name() == u"Lea"_s));
        const bool isOpen = state == JournalState::Unknown;
        QVERIFY(!isOpen || !kept.constFirst().isCertain);
        QVERIFY(contact ||
                contact.error().effect == (isOpen ? Effect::Unknown : Effect::NotApplied));
        f()->setFaults({});
        if (!isOpen)
            QCOMPARE(f()->disagreements(), QString());
    }
}

void TestMerging::mergedContactIsFollowed_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("isTold");
    QTest::newRow("2.15") << u"2.15"_s << false;
    QTest::newRow("2.16") << u"2.16"_s << true;
}

void TestMerging::mergedContactIsFollowed()
{
    QFETCH(QString, version);
    QFETCH(bool, isTold);
    start(version);
    const BulkTarget from = m_f->lead();
    const BulkTarget into = m_f->user();
    const QByteArray body = R"({"from":")" + from.id.text().toLatin1() + R"(","into":")" +
                            into.id.text().toLatin1() + R"(","skip_duplicate_validation":true})";
    f()->ask("POST", MergePath,
             isTold ? body : QByteArray(body).replace(R"(,"skip_duplicate_validation":true)", ""));
    const auto gone = SessionFixture::resultOf(f()->service().fetch(from.id));
    QVERIFY(!gone);
    QCOMPARE(gone.error().kind, ErrorKind::NotFound);
    QCOMPARE(gone.error().mergedInto, isTold ? into.id : ContactId());
    QVERIFY(!f()->isStored(from.id));
    QCOMPARE(f()->stored(into.id).name(), isTold ? u"Lea"_s : QString());
    QCOMPARE(m_f->vanished().size(), 1);
    QCOMPARE(m_f->vanished().constFirst().mergedInto, gone.error().mergedInto);
}

void TestMerging::converts()
{
    start();
    const Contact before = f()->stored(m_f->lead().id);
    const auto contact = SessionFixture::resultOf(
        m_f->life().convert(before, {{{ContactField::ExternalId, u"cust-9"_s}}, {}}));
    QVERIFY(contact.isOk());
    QCOMPARE(contact->role(), Role::User);
    QCOMPARE(contact->text(ContactField::ExternalId), u"cust-9"_s);
    QCOMPARE(f()->stored(before.id).role(), Role::User);
    QCOMPARE(f()->disagreements(), QString());
    QVERIFY(m_f->receipts().isEmpty());
}

void TestMerging::conversionIsRefused()
{
    start();
    f()->ask("POST", u"/contacts"_s, R"({"role":"user","external_id":"taken"})");
    const Contact before = f()->stored(m_f->lead().id);
    const auto refusal = [&](const Contact &base, const ContactPatch &patch) {
        const auto contact = SessionFixture::resultOf(m_f->life().convert(base, patch));
        return contact ? ApiError() : contact.error();
    };
    const ApiError noLead = refusal(f()->stored(m_f->user().id), {});
    QCOMPARE(noLead.kind, ErrorKind::Invalid);
    QCOMPARE(noLead.field, std::optional(ContactField::Role));
    const ApiError noEmail = refusal(before, {{{ContactField::Email, u"no"_s}}, {}});
    QCOMPARE(noEmail.kind, ErrorKind::Invalid);
    QCOMPARE(noEmail.field, std::optional(ContactField::Email));
    QCOMPARE(f()->count("*", u"**"_s), 0);
    const ApiError taken = refusal(before, {{{ContactField::ExternalId, u"taken"_s}}, {}});
    QCOMPARE(taken.kind, ErrorKind::Conflict);
    QVERIFY(!taken.conflictingContact.isEmpty());
    m_f->askAbout("PUT", before.id, R"({"name":"Other"})");
    const ApiError changed = refusal(before, {{{ContactField::Name, u"Mine"_s}}, {}});
    QCOMPARE(changed.kind, ErrorKind::Conflict);
    QCOMPARE(changed.field, std::optional(ContactField::Name));
    QCOMPARE(f()->count("PUT", EachContact), 1);
    QCOMPARE(f()->stored(before.id).role(), Role::Lead);
}

void TestMerging::activity()
{
    start();
    const BulkTarget other = m_f->anyone();
    const BulkTarget into = m_f->user();
    const BulkTarget from = m_f->lead();
    const ContactPatch patch{{{ContactField::Name, u"Uma"_s}}, {}};
    const TagId tag = f()->session().book().tags().constFirst().id;
    const QList<BulkAction> actions{{BulkAction::Kind::Update, {}, {}, patch},
                                    {BulkAction::Kind::AddTag, tag, {}},
                                    {BulkAction::Kind::Archive, {}, {}},
                                    {BulkAction::Kind::Restore, {}, {}}};
    for (const BulkAction &action : actions)
        SessionFixture::reportOf(f()->service().runBulk(action, {into}, u"Batch"_s));
    // Somebody else's does not count.
    SessionFixture::reportOf(f()->service().archive(other));
    QVERIFY(SessionFixture::resultOf(m_f->life().merge(from, into)).isOk());
    const QList<ActivityEntry> all = *SessionFixture::resultOf(m_f->life().activity(into.id));
    QCOMPARE(all.size(), 5);
    QVERIFY(all.at(0).receipt);
    QCOMPARE(all.at(0).receipt->contact, from);
    for (qsizetype i = 0; i < actions.size(); ++i) {
        const ActivityEntry &entry = all.at(4 - i);
        QCOMPARE(entry.action, actions.at(i));
        QCOMPARE(entry.batchName, u"Batch"_s);
        QCOMPARE(entry.by, f()->session().identity().tokenOwner.name);
        QVERIFY(entry.batch > 0 && !entry.receipt && entry.at <= all.at(3 - i).at);
        const bool isBack = actions.at(i).kind == BulkAction::Kind::Archive;
        QCOMPARE(entry.state, isBack ? JournalState::Restored : JournalState::Applied);
    }
    const QList<ActivityEntry> ofLead = *SessionFixture::resultOf(m_f->life().activity(from.id));
    QCOMPARE(ofLead.size(), 1);
    QCOMPARE(ofLead.constFirst().receipt, all.at(0).receipt);
}

QTEST_GUILESS_MAIN(TestMerging)
#include "tst_merging.moc"
