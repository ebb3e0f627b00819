// SPDX-License-Identifier: MIT
// The words of a run: while it goes on, when it ended, and what taking it back is called.
#include "core/service/updatecontact.h"
#include "ui/text/batchtext.h"
#include "ui/text/errortext.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using Kind = BulkAction::Kind;

namespace {

struct Row
{
    const char *name;
    Kind kind;
    QString title;
    QString one;
    QString many;
    QString undo;
};

QList<Row> rows()
{
    return {{"archive", Kind::Archive, u"Archiving 12 contacts"_s, u"Archived Ada Lovelace"_s,
             u"Archived 12 contacts"_s, u"Undo archive"_s},
            {"restore", Kind::Restore, u"Restoring 12 contacts"_s, u"Restored Ada Lovelace"_s,
             u"Restored 12 contacts"_s, u"Undo restore"_s},
            {"add tag", Kind::AddTag, u"Adding VIP to 12 contacts"_s,
             u"Added VIP to Ada Lovelace"_s, u"Added VIP to 12 contacts"_s, u"Undo add tag"_s},
            {"remove tag", Kind::RemoveTag, u"Removing VIP from 12 contacts"_s,
             u"Removed VIP from Ada Lovelace"_s, u"Removed VIP from 12 contacts"_s,
             u"Undo remove tag"_s},
            {"attach", Kind::AttachCompany, u"Attaching VIP to 12 contacts"_s,
             u"Attached VIP to Ada Lovelace"_s, u"Attached VIP to 12 contacts"_s,
             u"Undo attach company"_s},
            {"detach", Kind::DetachCompany, u"Detaching VIP from 12 contacts"_s,
             u"Detached VIP from Ada Lovelace"_s, u"Detached VIP from 12 contacts"_s,
             u"Undo detach company"_s},
            {"update", Kind::Update, u"Changing 12 contacts"_s, u"Changed Ada Lovelace"_s,
             u"Changed 12 contacts"_s, u"Undo change"_s},
            {"put back", Kind::PutBack, u"Putting back 12 contacts"_s,
             u"Put back what Ada Lovelace had before"_s, u"Put back what 12 contacts had before"_s,
             u"Undo putting back"_s}};
}

RunWords words(Kind kind, const QString &thing, const QString &person = {})
{
    RunWords made;
    made.action.kind = kind;
    made.thing = thing;
    made.person = person;
    return made;
}

} // namespace

class TestRunText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAction_data();
    void everyAction();
    void numbersAreTheLocales();
    void oneWithoutAName();
    void namesWithPlaceholders_data();
    void namesWithPlaceholders();
    void batchesHaveTheirNames();
    void updates();
    void timesAndRates();
    void batches_data();
    void batches();
    void stagesOfBatches();
    void reportsOfBatches();
    void whatIsNotCertainIsNoFailure();
    void reasonsToWait_data();
    void reasonsToWait();
};

void TestRunText::everyAction_data()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < rows().size(); ++i)
        QTest::newRow(rows()[i].name) << i;
}

void TestRunText::everyAction()
{
    QFETCH(int, row);
    const Row expected = rows()[row];
    QCOMPARE(runTitle(words(expected.kind, u"VIP"_s), 12), expected.title);
    QCOMPARE(runDoneText(words(expected.kind, u"VIP"_s, u"Ada Lovelace"_s), 1), expected.one);
    QCOMPARE(runDoneText(words(expected.kind, u"VIP"_s), 12), expected.many);
    QCOMPARE(undoText(expected.kind), expected.undo);
}

void TestRunText::numbersAreTheLocales()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QString progress = runCountText(412, 12'000);
    const QString rate = runRateText(1234.4);
    const QString done = runDoneText(words(Kind::Archive, {}), 12'000);
    QLocale::setDefault(before);
    QCOMPARE(progress, u"412 of 12,000"_s);
    QCOMPARE(rate, u"1,234 a second"_s);
    QCOMPARE(done, u"Archived 12,000 contacts"_s);
}

void TestRunText::oneWithoutAName()
{
    QCOMPARE(runDoneText(words(Kind::Restore, {}), 1), u"Restored 1 contact"_s);
    QCOMPARE(runDoneText(words(Kind::RemoveTag, u"VIP"_s), 0), u"Removed VIP from 0 contacts"_s);
}

void TestRunText::namesWithPlaceholders_data()
{
    QTest::addColumn<QString>("thing");
    QTest::addColumn<QString>("person");
    QTest::newRow("tag") << u"50%1 off"_s << u"Ada"_s;
    QTest::newRow("person") << u"VIP"_s << u"%2 Lovelace %1"_s;
    QTest::newRow("both") << u"%3%2"_s << u"%1%3%L1%n"_s;
}

void TestRunText::namesWithPlaceholders()
{
    QFETCH(QString, thing);
    QFETCH(QString, person);
    QCOMPARE(runDoneText(words(Kind::AddTag, thing, person), 1),
             u"Added "_s + thing + u" to "_s + person);
    QCOMPARE(runDoneText(words(Kind::Archive, {}, person), 1), u"Archived "_s + person);
    QCOMPARE(runTitle(words(Kind::AddTag, thing), 2), u"Adding "_s + thing + u" to 2 contacts"_s);
}

void TestRunText::batchesHaveTheirNames()
{
    RunWords named = words(Kind::Archive, {});
    named.name = u"Churned in May"_s;
    QCOMPARE(runTitle(named, 2000), u"Archiving “Churned in May”"_s);
    named = words(Kind::AddTag, u"VIP"_s);
    named.name = u"50%2"_s;
    QCOMPARE(runTitle(named, 2000), u"Adding VIP to “50%2”"_s);
}

void TestRunText::updates()
{
    RunWords owner = words(Kind::Update, u"Priya Nair"_s);
    owner.action.patch.fields.emplace(ContactField::Owner, u"7"_s);
    QVERIFY(updateKindOf(owner.action.patch) == UpdateKind::Owner);
    QCOMPARE(runDoneText(owner, 12), u"Made Priya Nair the owner of 12 contacts"_s);
    owner.thing.clear();
    QCOMPARE(runDoneText(owner, 12), u"Removed the owner of 12 contacts"_s);

    RunWords plan = words(Kind::Update, u"Plan"_s);
    plan.action.patch.customAttributes.insert(u"plan"_s, u"Pro"_s);
    plan.value = u"Pro"_s;
    QVERIFY(updateKindOf(plan.action.patch) == UpdateKind::Attribute);
    QCOMPARE(runDoneText(plan, 12), u"Set Plan of 12 contacts to Pro"_s);
    plan.value.clear();
    QCOMPARE(runDoneText(plan, 12), u"Cleared Plan of 12 contacts"_s);

    RunWords emails = words(Kind::Update, {});
    emails.action.patch.fields.emplace(ContactField::UnsubscribedFromEmails, true);
    QVERIFY(updateKindOf(emails.action.patch) == UpdateKind::Emails);
    QCOMPARE(runDoneText(emails, 12), u"Unsubscribed 12 contacts from emails"_s);
}

void TestRunText::timesAndRates()
{
    QCOMPARE(runTimeLeftText(0), u"1 s left"_s);
    QCOMPARE(runTimeLeftText(9), u"9 s left"_s);
    QCOMPARE(runTimeLeftText(61), u"about 2 min left"_s);
    QCOMPARE(runTimeLeftText(3 * 3600), u"about 3 h left"_s);
    QCOMPARE(runRateText(0.5), u"30 a minute"_s);
    QCOMPARE(runRateText(0), QString());
}

void TestRunText::batches_data()
{
    QTest::addColumn<BatchSummary>("batch");
    QTest::addColumn<bool>("isAtWork");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("facts");
    const auto row = [](const char *name, const BatchSummary &batch, bool isAtWork,
                        const QString &title, const QString &facts) {
        QTest::newRow(name) << batch << isAtWork << title << facts;
    };
    BatchSummary batch;
    batch.id = 7;
    batch.applied = 412;
    row("all done", batch, false, u"Archived 412 contacts"_s, {});
    batch.name = u"Churned"_s;
    batch.notApplied = 3;
    row("failures", batch, false, u"“Churned”: Archived 412 contacts"_s, u"3 not archived"_s);
    batch.intended = 85;
    batch.unknown = 2;
    row("cut short", batch, false, u"“Churned”: Archived 412 contacts"_s,
        u"3 not archived, 2 not certain, 85 not begun or not certain"_s);
    row("at work", batch, true, u"“Churned”: Archived 412 contacts"_s,
        u"3 not archived, 2 not certain, 85 not begun or not certain|at work"_s);
    batch.applied = 0;
    row("nothing yet", batch, true,
        u"“Churned”: 3 not archived, 2 not certain, 85 not begun or not certain"_s, u"at work"_s);
    batch.intended = batch.unknown = 0;
    row("nothing done", batch, false, u"“Churned”: 3 not archived"_s, {});
    batch = {};
    batch.applied = 400;
    batch.takenBack = 12;
    row("in part taken back", batch, false, u"Archived 412 contacts"_s, u"12 taken back"_s);
    batch.applied = 0;
    row("taken back", batch, false, u"Archived 12 contacts"_s, u"taken back"_s);
    batch = {};
    batch.action.kind = Kind::Restore;
    batch.applied = 1;
    batch.undoes = 6;
    row("undo", batch, false, u"Restored 1 contact"_s, u"an undo"_s);
}

void TestRunText::batches()
{
    QFETCH(BatchSummary, batch);
    QFETCH(bool, isAtWork);
    QFETCH(QString, title);
    QFETCH(QString, facts);
    QCOMPARE(batchTitle({batch.action, {}, {}}, batch), title);
    QCOMPARE(batchFacts(batch, stageOf(batch, isAtWork)).join(u'|'), facts);
}

void TestRunText::stagesOfBatches()
{
    BatchSummary batch;
    batch.applied = 2;
    QVERIFY(stageOf(batch, false) == BatchStage::Over);
    QVERIFY(stageOf(batch, true) == BatchStage::AtWork);
    batch.intended = 1;
    QVERIFY(stageOf(batch, false) == BatchStage::CutShort);
    batch.isClosed = true;
    QVERIFY(stageOf(batch, false) == BatchStage::Over);
    batch.takenBack = 3;
    QCOMPARE(batchStateText(batch), u"5 archived, 1 not begun or not certain"_s);
}

// What never left is untouched, and what left without an answer is not certain.
void TestRunText::reportsOfBatches()
{
    const auto line = [](const char *id, JournalState state, int status, bool wasBegun) {
        BatchLine made;
        made.target.id = ContactId(QLatin1String(id));
        made.state = state;
        made.httpStatus = status;
        made.wasBegun = wasBegun;
        return made;
    };
    BatchRecord record;
    record.lines = {line("done", JournalState::Applied, 200, true),
                    line("waited", JournalState::Intended, 0, false),
                    line("left", JournalState::Intended, 0, true),
                    line("stopped", JournalState::NotApplied, 0, true),
                    line("refused", JournalState::NotApplied, 403, true),
                    line("changed", JournalState::NotApplied, 0, true),
                    line("cancelled", JournalState::NotApplied, 0, true)};
    record.lines[5].kind = ErrorKind::Conflict;
    record.lines[5].code = UpdateContact::changedMeanwhile();
    record.lines[6].kind = ErrorKind::Cancelled;
    const BulkReport report = reportOf(record);
    QStringList untouched;
    for (const BulkTarget &target : report.untouched)
        untouched.append(target.id.text());
    QCOMPARE(untouched, QStringList({u"waited"_s, u"stopped"_s, u"cancelled"_s}));
    QCOMPARE(report.settled.size(), 4);
    QVERIFY(report.settled.at(0).result.isOk());
    QVERIFY(report.settled.at(1).result.error().effect == Effect::Unknown);
    QVERIFY(report.settled.at(2).result.error().kind == ErrorKind::Forbidden);
    const ApiError &changed = report.settled.at(3).result.error();
    QVERIFY(changed.kind == ErrorKind::Conflict && changed.effect == Effect::NotApplied);
    QCOMPARE(errorText(changed, doingOf(BulkAction::Kind::PutBack)).sentence,
             u"Someone changed the contact meanwhile."_s);
}

void TestRunText::whatIsNotCertainIsNoFailure()
{
    const auto outcome = [](Effect effect) {
        ApiError error;
        error.effect = effect;
        return BulkOutcome{{}, error, false};
    };
    BulkReport report;
    report.settled = {BulkOutcome{}, outcome(Effect::NotApplied), outcome(Effect::Unknown),
                      outcome(Effect::Applied)};
    report.untouched = {BulkTarget()};
    QCOMPARE(reportText(Kind::Archive, report),
             u"1 archived, 1 not archived, 2 not certain, 1 untouched"_s);
    report.settled = {outcome(Effect::Unknown)};
    report.untouched.clear();
    QCOMPARE(reportText(Kind::Archive, report), u"1 not certain"_s);
}

void TestRunText::reasonsToWait_data()
{
    QTest::addColumn<int>("reason");
    QTest::addColumn<QString>("known");
    QTest::addColumn<QString>("unknown");
    using R = RunHold::Reason;
    const auto row = [](const char *name, R reason, const QString &known, const QString &unknown) {
        QTest::newRow(name) << static_cast<int>(reason) << known << unknown;
    };
    row("limit", R::RateLimit, u"Intercom’s limit: goes on in 12 s"_s,
        u"Intercom’s limit: goes on by itself"_s);
    row("retry", R::Retry, u"Intercom has trouble: tries again in 12 s"_s,
        u"Intercom has trouble: tries again"_s);
    row("offline", R::Offline, u"No connection: tries again in 12 s"_s, u"No connection: waits"_s);
    row("token", R::Token, u"Waits for a new token"_s, u"Waits for a new token"_s);
    row("storage", R::Storage, u"Cannot write down here what is done: tries again in 12 s"_s,
        u"Cannot write down here what is done: waits"_s);
}

void TestRunText::reasonsToWait()
{
    QFETCH(int, reason);
    QFETCH(QString, known);
    QFETCH(QString, unknown);
    constexpr qint64 now = 1'700'000'000;
    RunHold hold{static_cast<RunHold::Reason>(reason), QDateTime::fromSecsSinceEpoch(now + 12)};
    QCOMPARE(runHoldText(hold, now), known);
    hold.until = {};
    QCOMPARE(runHoldText(hold, now), unknown);
}

QTEST_GUILESS_MAIN(TestRunText)
#include "tst_runtext.moc"
