// SPDX-License-Identifier: MIT
// Values set for many contacts, and put back, unless somebody changed them since.
#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "core/service/undohistory.h"
#include "tests/support/sessionfixture.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

using Kind = BulkAction::Kind;

ContactPatch vipPatch()
{
    ContactPatch patch;
    patch.fields[ContactField::Name] = u"The same for all"_s;
    patch.fields[ContactField::UnsubscribedFromEmails] = true;
    return patch;
}

QString pathOf(const BulkTarget &target)
{
    return u"/contacts/"_s + target.id.text();
}

} // namespace

class TestBulkUpdate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start({}); }
    void cleanup()
    {
        // A store that was never loaded knows only what was changed.
        if (!QTest::currentTestFailed() && !m_isPartial)
            QCOMPARE(f().disagreements(), QString());
        m_fixture.reset();
    }

    void setsAndPutsBack_data();
    void setsAndPutsBack();
    void putsBackEachOnesOwn();
    void leavesAloneWhatWasSo();
    void leavesWhatOthersChanged();
    void redoLeavesWhatOthersChanged();
    void isBackAlready();
    void tagsThatWereThereStay();
    void tagsTakenOffByOthers();
    void unknownBeforeStays();
    void refusedForOne();
    void lostAnswerOfPuttingBack();

private:
    void start(SessionOptions options)
    {
        m_fixture.reset();
        m_isPartial = !options.isLoaded;
        options.contacts = 15;
        options.speed = 50;
        m_fixture = std::make_unique<SessionFixture>(options);
    }
    SessionFixture &f() { return *m_fixture; }
    UndoHistory &undo() { return f()->undoHistory(); }
    BulkReport run(const BulkAction &action, const QList<BulkTarget> &targets)
    {
        BulkRun *started = f().service().runBulk(action, targets, u"Named"_s);
        undo().remember(started);
        return SessionFixture::reportOf(started);
    }
    void edit(const BulkTarget &target, const QByteArray &json)
    {
        f().ask("PUT", pathOf(target), json);
    }

    std::unique_ptr<SessionFixture> m_fixture;
    bool m_isPartial = false;
};

void TestBulkUpdate::setsAndPutsBack_data()
{
    QTest::addColumn<ContactPatch>("patch");
    ContactPatch nobody;
    nobody.fields[ContactField::Owner] = FieldValue();
    QTest::newRow("no owner") << nobody;
    ContactPatch owner;
    // The first admin of the sandbox's cast; checked below.
    owner.fields[ContactField::Owner] = u"?"_s;
    QTest::newRow("owner") << owner;
    ContactPatch quiet;
    quiet.fields[ContactField::UnsubscribedFromEmails] = true;
    QTest::newRow("unsubscribe") << quiet;
    QTest::newRow("plan") << ContactPatch{{}, {{u"?"_s, u"bulk"_s}}};
    QTest::newRow("several") << vipPatch();
}

void TestBulkUpdate::setsAndPutsBack()
{
    QFETCH(ContactPatch, patch);
    if (patch.fields.contains(ContactField::Owner) && !patch.isHeldBy(Contact()))
        patch.fields[ContactField::Owner] = f()->book().admins().constFirst().id.text();
    if (patch.customAttributes.remove(u"?"_s) > 0) {
        for (const DataAttribute &attribute : f()->book().attributes()) {
            if (attribute.type == AttributeType::Text && attribute.isWritable &&
                !attribute.isArchived)
                patch.customAttributes = {{attribute.name, u"bulk"_s}};
        }
        QVERIFY(!patch.isEmpty());
    }
    const QList<BulkTarget> targets = f().targets(10);
    const std::map<QString, Contact> before = f().truth();
    QCOMPARE(run({Kind::Update, {}, {}, patch}, targets).succeeded(), 10);
    for (const BulkTarget &target : targets)
        QVERIFY(patch.isHeldBy(f().truthOf(target.id)));
    QCOMPARE(f().disagreements(), QString());
    QCOMPARE(f().count("PUT", u"/contacts/*"_s), 10);
    QCOMPARE(f().count("GET", u"/contacts/*"_s), 0);

    SessionFixture::reportOf(undo().undo());
    for (const BulkTarget &target : targets) {
        const Contact &then = before.at(target.id.text());
        QVERIFY(patch.valuesIn(then).isHeldBy(f().truthOf(target.id)));
        // An attribute that was never told is null once it has been cleared.
        if (patch.customAttributes.isEmpty())
            QCOMPARE(difference(f().truthOf(target.id), then), QString());
    }
    QCOMPARE(f().journalRows().constLast().header.undoes, f().journalRows().constFirst().id);
    QCOMPARE(SessionFixture::reportOf(undo().redo()).failed(), 0);
    for (const BulkTarget &target : targets)
        QVERIFY(patch.isHeldBy(f().truthOf(target.id)));
}

void TestBulkUpdate::putsBackEachOnesOwn()
{
    const QList<BulkTarget> targets = f().targets(8);
    QStringList names;
    for (const BulkTarget &target : targets)
        names.append(f().stored(target.id).name());
    QCOMPARE(run({Kind::Update, {}, {}, vipPatch()}, targets).succeeded(), 8);
    QCOMPARE(SessionFixture::reportOf(undo().undo()).succeeded(), 8);
    for (int i = 0; i < 8; ++i)
        QCOMPARE(f().truthOf(targets.at(i).id).name(), names.at(i));
}

void TestBulkUpdate::leavesAloneWhatWasSo()
{
    const QList<BulkTarget> targets = f().targets(6);
    run({Kind::Update, {}, {}, vipPatch()}, targets.mid(0, 2));
    const BulkReport report = run({Kind::Update, {}, {}, vipPatch()}, targets);
    QCOMPARE(report.succeeded(), 6);
    QCOMPARE(std::count_if(report.settled.begin(), report.settled.end(),
                           [](const BulkOutcome &outcome) { return outcome.wasSo; }),
             2);
    QCOMPARE(SessionFixture::reportOf(undo().undo()).settled.size(), 4);
    for (int i = 0; i < 6; ++i)
        QCOMPARE(vipPatch().isHeldBy(f().truthOf(targets.at(i).id)), i < 2);
}

void TestBulkUpdate::leavesWhatOthersChanged()
{
    const QList<BulkTarget> targets = f().targets(5);
    run({Kind::Update, {}, {}, vipPatch()}, targets);
    edit(targets.at(1), R"({"name":"Theirs"})");
    const BulkReport report = SessionFixture::reportOf(undo().undo());
    QCOMPARE(report.succeeded(), 4);
    QCOMPARE(report.failedTargets().constFirst().id, targets.at(1).id);
    for (const BulkOutcome &outcome : report.settled) {
        if (outcome.result)
            continue;
        QCOMPARE(outcome.result.error().kind, ErrorKind::Conflict);
        QCOMPARE(outcome.result.error().effect, Effect::NotApplied);
        QCOMPARE(outcome.result.error().field, std::optional(ContactField::Name));
    }
    QCOMPARE(f().truthOf(targets.at(1).id).name(), u"Theirs"_s);
    QCOMPARE(f().count("PUT", pathOf(targets.at(1))), 1);
}

void TestBulkUpdate::redoLeavesWhatOthersChanged()
{
    const QList<BulkTarget> targets = f().targets(5);
    run({Kind::Update, {}, {}, vipPatch()}, targets);
    QCOMPARE(SessionFixture::reportOf(undo().undo()).succeeded(), 5);
    edit(targets.at(2), R"({"name":"Theirs"})");
    const BulkReport report = SessionFixture::reportOf(undo().redo());
    QCOMPARE(report.succeeded(), 4);
    QCOMPARE(report.failedTargets().constFirst().id, targets.at(2).id);
    QCOMPARE(f().truthOf(targets.at(2).id).name(), u"Theirs"_s);
}

void TestBulkUpdate::isBackAlready()
{
    const QList<BulkTarget> targets = f().targets(3);
    ContactPatch before = vipPatch();
    before.fields[ContactField::Name] = u"Before"_s;
    before.fields[ContactField::UnsubscribedFromEmails] = false;
    run({Kind::Update, {}, {}, before}, targets);
    run({Kind::Update, {}, {}, vipPatch()}, targets);
    const BulkTarget first = targets.at(0);
    edit(first, R"({"unsubscribed_from_emails":false,"name":"Before"})");
    QCOMPARE(SessionFixture::reportOf(undo().undo()).succeeded(), 3);
    QCOMPARE(f().count("PUT", pathOf(first)), 2);
}

void TestBulkUpdate::tagsThatWereThereStay()
{
    const TagId tag = SessionFixture::resultOf(f().service().createTag(u"Kept"_s))->id;
    const QList<BulkTarget> targets = f().targets(6);
    run({Kind::AddTag, tag, {}}, targets.mid(0, 2));
    QCOMPARE(run({Kind::AddTag, tag, {}}, targets).succeeded(), 6);
    QCOMPARE(SessionFixture::reportOf(undo().undo()).settled.size(), 4);
    for (int i = 0; i < 6; ++i)
        QCOMPARE(f().truthOf(targets.at(i).id).tags.items.contains(tag), i < 2);
}

void TestBulkUpdate::tagsTakenOffByOthers()
{
    const TagId tag = SessionFixture::resultOf(f().service().createTag(u"Taken off"_s))->id;
    const QList<BulkTarget> targets = f().targets(4);
    run({Kind::AddTag, tag, {}}, targets);
    f().ask("DELETE", pathOf(targets.at(0)) + u"/tags/"_s + tag.text());
    // It is as it was before, which is all that was asked for.
    QCOMPARE(SessionFixture::reportOf(undo().undo()).succeeded(), 4);
    for (const BulkTarget &target : targets)
        QVERIFY(!f().truthOf(target.id).tags.items.contains(tag));
}

void TestBulkUpdate::unknownBeforeStays()
{
    const QList<BulkTarget> targets = f().targets(3);
    start({.isLoaded = false});
    QCOMPARE(run({Kind::Update, {}, {}, vipPatch()}, targets).succeeded(), 3);
    const BulkReport report = SessionFixture::reportOf(undo().undo());
    QCOMPARE(report.succeeded(), 0);
    for (const BulkOutcome &outcome : report.settled)
        QCOMPARE(outcome.result.error().code, u"earlier_unknown"_s);
    QVERIFY(vipPatch().isHeldBy(f().truthOf(targets.at(0).id)));
}

void TestBulkUpdate::refusedForOne()
{
    const QList<BulkTarget> targets = f().targets(4);
    f().setFaults({statusFault("PUT", pathOf(targets.at(2)), 422)});
    const BulkReport report = run({Kind::Update, {}, {}, vipPatch()}, targets);
    QCOMPARE(report.failedTargets().size(), 1);
    QCOMPARE(SessionFixture::reportOf(undo().undo()).settled.size(), 3);
}

void TestBulkUpdate::lostAnswerOfPuttingBack()
{
    const QList<BulkTarget> targets = f().targets(3);
    run({Kind::Update, {}, {}, vipPatch()}, targets);
    f().setFaults({fault("PUT", pathOf(targets.at(1)), sandbox::FaultAction::CloseAfter, 1, 4)});
    QCOMPARE(SessionFixture::reportOf(undo().undo()).succeeded(), 3);
}

QTEST_GUILESS_MAIN(TestBulkUpdate)
#include "tst_bulkupdate.moc"
