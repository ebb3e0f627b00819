// SPDX-License-Identifier: MIT
#include "core/store/journalrows.h"
#include "core/store/migrations.h"
#include "tests/store/storefixture.h"

#include <QtCore/QFile>
#include <QtTest/QSignalSpy>

using namespace roster;

namespace {

QString str(const char *text)
{
    return QString::fromUtf8(text);
}

const JournalScope acme{QStringLiteral("acme"), QStringLiteral("eu")};

BulkTarget target(const char *id, const char *label = "", const char *email = "")
{
    return {ContactId(str(id)), str(label), str(email), Role::Lead};
}

BatchHeader header(BulkAction::Kind kind = BulkAction::Kind::Archive, qint64 at = 1000,
                   const char *name = "")
{
    BatchHeader header;
    header.name = str(name);
    header.action.kind = kind;
    header.scope = acme;
    header.workspaceName = str("Acme Support");
    header.tokenOwner = str("Priya");
    header.at = at;
    return header;
}

Settlement settled(const char *id, JournalState state, int status = 200)
{
    return {ContactId(str(id)), state, status, str("req-1")};
}

//! "batch name: ids" of what the archive tells, in order.
QStringList told(const QList<ArchiveBatch> &batches)
{
    QStringList lines;
    for (const ArchiveBatch &batch : batches) {
        QString line = batch.name + QLatin1Char(':');
        for (const ArchivedContact &contact : batch.contacts)
            line += contact.id.text();
        lines.append(line);
    }
    return lines;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesIntentsFirst();
    void writesEveryDetail();
    void countsDuplicatesOnce();
    void settlesOutcomes_data();
    void settlesOutcomes();
    void refusesWhatIsNotInTheBatch();
    void listsTheNewestOfSeveralArchives();
    void restoringSettlesTheArchive();
    void restoredElsewhere();
    void whatIsRestoredStaysSo();
    void searches_data();
    void searches();
    void listsArchivesOnly();
    void keepsWorkspacesApart();
    void erases();
    void survivesReopening();
    void tellsWhenItChanged();
    void knowsTheWordOfEachAction();
    void keepsWhatWasBefore();
    void linksWhatTakesBack();
    void countsBatches();
    void keepsReceipts();
    void takesOverTheFirstVersion();

private:
    WriteJournal &journal() { return m_store->store().journal(); }
    BatchId open(const BatchHeader &head, const QList<BulkTarget> &targets)
    {
        return *resultOf(journal().openBatch(head, targets));
    }
    BatchId archiveAndSettle(const QList<BulkTarget> &targets, qint64 at = 1000,
                             const char *name = "");
    QStringList listedNow(const char *text = "")
    {
        return told(*resultOf(journal().archived(str(text))));
    }

    std::unique_ptr<StoreFixture> m_store;
};

void TestJournal::init()
{
    m_store = std::make_unique<StoreFixture>();
    journal().setScope(acme);
}

BatchId TestJournal::archiveAndSettle(const QList<BulkTarget> &targets, qint64 at, const char *name)
{
    const BatchId batch = open(header(BulkAction::Kind::Archive, at, name), targets);
    QList<Settlement> outcomes;
    for (const BulkTarget &each : targets)
        outcomes.append({each.id, JournalState::Applied, 200, {}});
    [&] { QVERIFY(resultOf(journal().settleMany(batch, outcomes)).isOk()); }();
    return batch;
}

void TestJournal::writesIntentsFirst()
{
    const BatchId batch = open(header(), {target("a"), target("b")});
    QVERIFY(batch > 0);
    QVERIFY(m_store->open().isOk());
    const Result<QList<JournalBatch>> opened = resultOf(journal().openIntents(acme));
    QCOMPARE(opened->size(), 1);
    QCOMPARE(opened->at(0).id, batch);
    QCOMPARE(opened->at(0).entries.size(), 2);
    QCOMPARE(opened->at(0).entries[1].state, JournalState::Intended);

    QVERIFY(resultOf(journal().settle(batch, settled("a", JournalState::Applied))).isOk());
    QVERIFY(resultOf(journal().settle(batch, settled("b", JournalState::Unknown, 0))).isOk());
    const Result<QList<JournalBatch>> left = resultOf(journal().openIntents(acme));
    QCOMPARE(left->at(0).entries.size(), 1);
    QCOMPARE(left->at(0).entries[0].state, JournalState::Unknown);
    QVERIFY(resultOf(journal().settle(batch, settled("b", JournalState::NotApplied, 404))).isOk());
    QVERIFY(resultOf(journal().openIntents(acme))->isEmpty());
}

void TestJournal::writesEveryDetail()
{
    BatchHeader head = header(BulkAction::Kind::RemoveTag, 1234, "Spring \U0001f337 cleaning");
    head.action.tag = TagId(str("77"));
    const QList<BulkTarget> targets{target("a", "Ada", "ada@example.com"), target("b", "محمد")};
    const QList<BeforeAction> before{{true, {}, QByteArray("{\"a\":\0}", 7)}, {}};
    const BatchId batch = *resultOf(journal().openBatch(head, targets, before));
    Settlement refused = settled("b", JournalState::NotApplied, 403);
    refused.kind = ErrorKind::Forbidden;
    refused.code = str("action_forbidden");
    QVERIFY(resultOf(journal().settle(batch, refused)).isOk());
    BatchHeader attach = header(BulkAction::Kind::AttachCompany);
    attach.action.company = CompanyId(str("k"));
    open(attach, {target("c")});

    const Result<QList<JournalBatch>> rows = resultOf(journal().exportRows(acme));
    QCOMPARE(rows->size(), 2);
    const JournalBatch &first = rows->at(0);
    QVERIFY(first.header == head);
    QVERIFY(first.entries[0].target == targets[0]);
    QCOMPARE(first.entries[0].wasSo, std::optional(true));
    QCOMPARE(*resultOf(journal().snapshot(first.entries[0].entry)), before[0].record);
    QVERIFY(first.entries[1].target == targets[1]);
    QCOMPARE(first.entries[1].wasSo, std::optional(false));
    QCOMPARE(*resultOf(journal().snapshot(first.entries[1].entry)), QByteArray());
    QCOMPARE(first.entries[1].httpStatus, 403);
    QCOMPARE(first.entries[1].requestId, str("req-1"));
    QVERIFY(first.entries[1].kind == ErrorKind::Forbidden);
    QCOMPARE(first.entries[1].code, str("action_forbidden"));
    QVERIFY(!first.entries[0].kind);
    QVERIFY(rows->at(1).header == attach);
}

void TestJournal::countsDuplicatesOnce()
{
    const BatchId batch = open(header(), {target("a", "first"), target("b"), target("a", "again")});
    const Result<QList<JournalBatch>> rows = resultOf(journal().openIntents(acme));
    QCOMPARE(rows->at(0).entries.size(), 2);
    QCOMPARE(rows->at(0).entries[0].target.label, str("first"));
    QVERIFY(resultOf(journal().settle(batch, settled("a", JournalState::Applied))).isOk());
}

void TestJournal::settlesOutcomes_data()
{
    QTest::addColumn<JournalState>("state");
    QTest::addColumn<bool>("isListed");
    QTest::newRow("intended") << JournalState::Intended << true;
    QTest::newRow("applied") << JournalState::Applied << true;
    QTest::newRow("not applied") << JournalState::NotApplied << false;
    QTest::newRow("unknown") << JournalState::Unknown << true;
    QTest::newRow("restored") << JournalState::Restored << false;
}

void TestJournal::settlesOutcomes()
{
    QFETCH(JournalState, state);
    QFETCH(bool, isListed);
    const QList<BulkTarget> targets{target("a", "Ada", "ada@x"), target("z")};
    const BatchId batch = open(header(), targets);
    // Nothing was looked up, so nothing can have been sent.
    QVERIFY(resultOf(journal().archived({}))->isEmpty());
    QVERIFY(resultOf(journal().keepBefore(batch, targets, {{}, {}})).isOk());
    QVERIFY(resultOf(journal().settleMany(
                         batch, {settled("a", state), settled("z", JournalState::NotApplied)}))
                .isOk());
    const Result<QList<ArchiveBatch>> batches = resultOf(journal().archived({}));
    QCOMPARE(batches->size(), isListed ? 1 : 0);
    QCOMPARE(*resultOf(journal().archivedCount()), isListed ? 1 : 0);
    if (!isListed)
        return;
    const ArchiveBatch &told = batches->at(0);
    QCOMPARE(told.id, batch);
    QCOMPARE(told.at, 1000);
    QCOMPARE(told.workspaceName, str("Acme Support"));
    QCOMPARE(told.region, str("eu"));
    QCOMPARE(told.tokenOwner, str("Priya"));
    QCOMPARE(told.contacts.size(), 1);
    ArchivedContact expected{told.contacts[0].entry,
                             batch,
                             ContactId(str("a")),
                             str("Ada"),
                             str("ada@x"),
                             Role::Lead,
                             1000,
                             state};
    QVERIFY(told.contacts[0].entry > 0);
    QVERIFY(told.contacts[0] == expected);
}

void TestJournal::refusesWhatIsNotInTheBatch()
{
    const BatchId batch = open(header(), {target("a")});
    const Result<Done> refused = resultOf(journal().settleMany(
        batch, {settled("a", JournalState::Applied), settled("b", JournalState::Applied)}));
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QVERIFY(!resultOf(journal().settle(batch + 1, settled("a", JournalState::Applied))));
    // All or nothing.
    QCOMPARE(resultOf(journal().openIntents(acme))->at(0).entries.size(), 1);
}

void TestJournal::listsTheNewestOfSeveralArchives()
{
    archiveAndSettle({target("a"), target("b")}, 1000, "old");
    archiveAndSettle({target("a")}, 2000, "new");
    QCOMPARE(listedNow(), (QStringList{str("new:a"), str("old:b")}));
    QCOMPARE(*resultOf(journal().archivedCount()), 2);
    // An archive that was refused says nothing about the contact.
    const BatchId third = open(header(BulkAction::Kind::Archive, 3000, "refused"), {target("b")});
    QVERIFY(resultOf(journal().settle(third, settled("b", JournalState::NotApplied, 404))).isOk());
    QCOMPARE(listedNow(), (QStringList{str("new:a"), str("old:b")}));
}

void TestJournal::restoringSettlesTheArchive()
{
    archiveAndSettle({target("a"), target("b")}, 1000, "one");
    archiveAndSettle({target("a")}, 1500, "two");
    const BatchId restore =
        open(header(BulkAction::Kind::Restore, 2000), {target("a"), target("b")});
    QCOMPARE(listedNow(), (QStringList{str("two:a"), str("one:b")}));
    QVERIFY(resultOf(journal().settle(restore, settled("b", JournalState::Unknown, 0))).isOk());
    QVERIFY(resultOf(journal().settle(restore, settled("a", JournalState::Applied))).isOk());
    QCOMPARE(listedNow(), QStringList{str("one:b")});
    archiveAndSettle({target("a")}, 3000, "three");
    QCOMPARE(listedNow(), (QStringList{str("three:a"), str("one:b")}));
    // A late outcome of the earlier restore does not touch what came after it.
    QVERIFY(resultOf(journal().settle(restore, settled("a", JournalState::Applied))).isOk());
    QCOMPARE(listedNow(), (QStringList{str("three:a"), str("one:b")}));
}

void TestJournal::restoredElsewhere()
{
    archiveAndSettle({target("a"), target("b")});
    QCOMPARE(*resultOf(journal().markRestored(acme, ContactId(str("a")))), true);
    QCOMPARE(*resultOf(journal().markRestored(acme, ContactId(str("a")))), false);
    QCOMPARE(*resultOf(journal().markRestored({str("acme"), str("us")}, ContactId(str("b")))),
             false);
    QCOMPARE(listedNow(), QStringList{str(":b")});
}

void TestJournal::whatIsRestoredStaysSo()
{
    const BatchId batch = archiveAndSettle({target("a")});
    QVERIFY(*resultOf(journal().markRestored(acme, ContactId(str("a")))));
    QVERIFY(resultOf(journal().settle(batch, settled("a", JournalState::Applied))).isOk());
    QCOMPARE(listedNow(), QStringList());
}

void TestJournal::searches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    const QStringList all{str("Søren's batch:c"), str("Leads 100%:ab")};
    const auto row = [](const char *text, const QStringList &found) {
        QTest::newRow(text) << str(text) << found;
    };
    QTest::newRow("everything") << QString() << all;
    row("  ", all);
    row("ada", {str("Leads 100%:a")});
    row("ZOE", {str("Leads 100%:b")});
    row("zoë a+b@", {str("Leads 100%:b")});
    row("soren", {str("Søren's batch:c")});
    row("100%", {str("Leads 100%:ab")});
    row("leads ada", {str("Leads 100%:a")});
    row("%", {str("Leads 100%:ab")});
    row("_", {});
    row("محمد", {str("Søren's batch:c")});
    row("'", {str("Søren's batch:c")});
    row("ada zoe", {});
}

void TestJournal::searches()
{
    QFETCH(QString, text);
    archiveAndSettle({target("a", "Ada", "ada@x"), target("b", "Zoë", "a+b@x")}, 1000,
                     "Leads 100%");
    archiveAndSettle({target("c", "محمد")}, 2000, "Søren's batch");
    QTEST(told(*resultOf(journal().archived(text))), "found");
}

void TestJournal::listsArchivesOnly()
{
    for (const BulkAction::Kind kind :
         {BulkAction::Kind::Restore, BulkAction::Kind::AddTag, BulkAction::Kind::RemoveTag,
          BulkAction::Kind::AttachCompany, BulkAction::Kind::DetachCompany})
        open(header(kind), {target("a")});
    QCOMPARE(listedNow(), QStringList());
    QCOMPARE(*resultOf(journal().archivedCount()), 0);
    QCOMPARE(resultOf(journal().openIntents(acme))->size(), 5);
}

void TestJournal::keepsWorkspacesApart()
{
    archiveAndSettle({target("a")}, 1000, "here");
    BatchHeader elsewhere = header(BulkAction::Kind::Archive, 2000, "there");
    elsewhere.scope.region = str("us");
    const BatchId there = open(elsewhere, {target("a")});
    BatchHeader restore = header(BulkAction::Kind::Restore, 3000);
    restore.scope = elsewhere.scope;
    const BatchId back = open(restore, {target("a")});
    QVERIFY(resultOf(journal().settle(there, settled("a", JournalState::Applied))).isOk());
    QCOMPARE(listedNow(), QStringList{str("here:a")});
    QVERIFY(resultOf(journal().settle(back, settled("a", JournalState::Applied))).isOk());
    QCOMPARE(listedNow(), QStringList{str("here:a")});
    QCOMPARE(resultOf(journal().exportRows(elsewhere.scope))->size(), 2);
    journal().setScope(elsewhere.scope);
    QCOMPARE(listedNow(), QStringList());
}

void TestJournal::erases()
{
    archiveAndSettle({target("a", "Secretlabel")}, 1000, "Secretbatch");
    BatchHeader elsewhere = header();
    elsewhere.scope.workspaceId = str("other");
    open(elsewhere, {target("b", "Otherlabel")});
    Receipt receipt;
    receipt.contact = target("a", "Secretname");
    QVERIFY(resultOf(journal().openReceipt(receipt)).isOk());
    QVERIFY(resultOf(journal().erase(acme)).isOk());
    QVERIFY(resultOf(journal().exportRows(acme))->isEmpty());
    QVERIFY(resultOf(journal().receipts())->isEmpty());
    QCOMPARE(resultOf(journal().exportRows(elsewhere.scope))->size(), 1);
    QByteArray bytes;
    for (const char *suffix : {"", "-wal"}) {
        QFile file(m_store->journalFile() + QLatin1String(suffix));
        QVERIFY(file.open(QIODevice::ReadOnly));
        bytes += file.readAll();
    }
    QVERIFY(bytes.contains("Otherlabel"));
    for (const char *secret :
         {"Secretlabel", "secretlabel", "Secretbatch", "secretbatch", "Secretname"})
        QVERIFY2(!bytes.contains(secret), secret);
}

void TestJournal::survivesReopening()
{
    archiveAndSettle({target("a")}, 1000, "kept");
    m_store->close();
    QVERIFY(Store::removeContactsFile(m_store->contactsFile()).isOk());
    QVERIFY(m_store->open().isOk());
    journal().setScope(acme);
    QCOMPARE(listedNow(), QStringList{str("kept:a")});
}

void TestJournal::tellsWhenItChanged()
{
    QSignalSpy changed(&journal(), &WriteJournal::changed);
    const BatchId batch = open(header(), {target("a")});
    QCOMPARE(changed.size(), 1);
    QVERIFY(resultOf(journal().settle(batch, settled("a", JournalState::Applied))).isOk());
    QCOMPARE(changed.size(), 2);
    QVERIFY(!resultOf(journal().settle(batch, settled("b", JournalState::Applied))));
    QVERIFY(resultOf(journal().markRestored(acme, ContactId(str("b")))).isOk());
    QCOMPARE(changed.size(), 2);
    QVERIFY(resultOf(journal().markRestored(acme, ContactId(str("a")))).isOk());
    QVERIFY(resultOf(journal().erase(acme)).isOk());
    QCOMPARE(changed.size(), 4);
}

void TestJournal::knowsTheWordOfEachAction()
{
    using Kind = BulkAction::Kind;
    QSet<QString> words;
    for (const Kind kind :
         {Kind::Archive, Kind::Restore, Kind::AddTag, Kind::RemoveTag, Kind::AttachCompany,
          Kind::DetachCompany, Kind::Update, Kind::PutBack}) {
        const QString word = journal::actionCode(kind);
        QCOMPARE(journal::actionFromCode(word), std::optional<Kind>(kind));
        words.insert(word);
    }
    QCOMPARE(words.size(), 8);
    QCOMPARE(journal::actionFromCode(str("merge")), std::nullopt);
}

void TestJournal::keepsWhatWasBefore()
{
    BatchHeader head = header(BulkAction::Kind::Update);
    head.action.patch.fields[ContactField::Owner] = str("7");
    head.action.patch.customAttributes[str("plan")] = QJsonValue::Null;
    const QList<BulkTarget> targets{target("a"), target("b"), target("c")};
    const BatchId batch = open(head, targets);
    const auto entries = [&] { return resultOf(journal().exportRows(acme))->constLast().entries; };
    QVERIFY(!entries().at(0).wasSo.has_value());
    QVERIFY(!resultOf(journal().batch(batch))->lines.at(0).wasBegun);

    QList<BeforeAction> before(3);
    before[0].earlier.fields[ContactField::Owner] = FieldValue();
    before[1].wasSo = true;
    QVERIFY(resultOf(journal().keepBefore(batch, targets, before)).isOk());
    QVERIFY(m_store->open().isOk());
    journal().setScope(acme);
    QVERIFY(resultOf(journal().exportRows(acme))->constLast().header == head);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(entries().at(i).wasSo, std::optional(i == 1));
        QVERIFY(entries().at(i).target.earlier == before.at(i).earlier);
    }
    QVERIFY(resultOf(journal().batch(batch))->lines.at(1).wasSo);

    // What is put back is known from the beginning.
    BatchHeader back = header(BulkAction::Kind::PutBack);
    back.action.patch = head.action.patch;
    back.undoes = batch;
    BulkTarget given = target("a");
    given.earlier = before.at(0).earlier;
    open(back, {given});
    QVERIFY(entries().at(0).target == given);
}

void TestJournal::linksWhatTakesBack()
{
    const BatchId tagged =
        open(header(BulkAction::Kind::AddTag), {target("a"), target("b"), target("c")});
    for (const char *id : {"a", "b"})
        QVERIFY(resultOf(journal().settle(tagged, settled(id, JournalState::Applied))).isOk());
    BatchHeader back = header(BulkAction::Kind::RemoveTag);
    back.undoes = tagged;
    const BatchId undo = open(back, {target("a"), target("b")});
    QVERIFY(resultOf(journal().settle(undo, settled("a", JournalState::Applied))).isOk());
    QVERIFY(resultOf(journal().settle(undo, settled("b", JournalState::NotApplied, 403))).isOk());
    const BatchSummary first = resultOf(journal().batch(tagged))->summary;
    QCOMPARE(first.takenBack, 1);
    QCOMPARE(first.applied, 1);
    QCOMPARE(first.intended, 1);
    QCOMPARE(first.undoneBy, undo);
    QCOMPARE(resultOf(journal().batch(undo))->summary.undoes, tagged);

    // A batch of another workspace is out of reach, whatever it says.
    BatchHeader elsewhere = back;
    elsewhere.scope.workspaceId = str("other");
    const BatchId other = open(elsewhere, {target("b")});
    QVERIFY(resultOf(journal().settle(other, settled("b", JournalState::Applied))).isOk());
    QCOMPARE(resultOf(journal().batch(tagged))->summary.applied, 1);
}

void TestJournal::countsBatches()
{
    const BatchId first = archiveAndSettle({target("a"), target("b")}, 1000, "first");
    const BatchId second = open(header(BulkAction::Kind::Archive, 2000, "second"), {target("c")});
    QCOMPARE(resultOf(journal().openBatches())->size(), 1);
    QCOMPARE(resultOf(journal().openBatches())->at(0).id, second);
    QVERIFY(resultOf(journal().close(second)).isOk());
    QVERIFY(resultOf(journal().openBatches())->isEmpty());
    const auto batches = resultOf(journal().latestBatches(10));
    QCOMPARE(batches->size(), 2);
    QCOMPARE(batches->at(0).id, second);
    QVERIFY(batches->at(0).isClosed && !batches->at(1).isClosed);
    QCOMPARE(batches->at(1).applied, 2);
    QCOMPARE(resultOf(journal().latestBatches(1))->size(), 1);
    QCOMPARE(resultOf(journal().archivedBetween(1000, 1001))->size(), 2);
    // Nothing of the second was looked up yet, so nothing was sent.
    QCOMPARE(resultOf(journal().archivedBetween(1001, 5000))->size(), 0);
    const QList<ContactId> ids{ContactId(str("a")), ContactId(str("c")), ContactId(str("x"))};
    QCOMPARE(resultOf(journal().archivedAmong(ids))->keys(), QList{ids.at(0)});
    QCOMPARE(resultOf(journal().archivedContacts())->size(), 2);
    // Entries that came later are not meant.
    const qint64 entry = resultOf(journal().archivedAmong(ids))->value(ids.at(0));
    QVERIFY(!*resultOf(journal().markRestored(acme, ids.at(0), entry - 1)));
    QVERIFY(*resultOf(journal().markRestored(acme, ids.at(0), entry)));
    QCOMPARE(resultOf(journal().batch(first))->summary.takenBack, 1);
}

void TestJournal::keepsReceipts()
{
    archiveAndSettle({target("a"), target("b")}, 1000, "both");
    Receipt receipt;
    receipt.kind = Receipt::Kind::Merged;
    receipt.contact = target("a", "Ada", "ada@example.com");
    receipt.into = {ContactId(str("u")), str("Uma"), str("uma@example.com"), Role::User};
    receipt.at = 2000;
    receipt.by = str("Priya");
    receipt.isCertain = false;
    receipt.number = *resultOf(journal().openReceipt(receipt));
    QCOMPARE(*resultOf(journal().receipts()), QList{receipt});
    // Perhaps it did not happen: it can perhaps still be restored.
    QCOMPARE(listedNow(), QStringList{str("both:ab")});
    QSignalSpy changed(&journal(), &WriteJournal::changed);
    QVERIFY(resultOf(journal().settleReceipt(receipt.number, true, str("req-9"))).isOk());
    QCOMPARE(changed.size(), 1);
    receipt.isCertain = true;
    receipt.requestId = str("req-9");
    QCOMPARE(listedNow(), QStringList{str("both:b")});
    QCOMPARE(*resultOf(journal().archivedCount()), 1);
    // What is certain stays; what is not can go.
    QVERIFY(resultOf(journal().dropReceipt(receipt.number)).isOk());
    Receipt other;
    other.at = 3000;
    const qint64 number = *resultOf(journal().openReceipt(other));
    QVERIFY(number > receipt.number);
    QVERIFY(resultOf(journal().dropReceipt(number)).isOk());
    m_store->close();
    QVERIFY(m_store->open().isOk());
    journal().setScope(acme);
    QCOMPARE(*resultOf(journal().receipts()), QList{receipt});
    QCOMPARE(resultOf(journal().activity(receipt.into.id, 9))->size(), 1);
    const QList<ActivityEntry> entries = *resultOf(journal().activity(receipt.contact.id, 9));
    QCOMPARE(entries.size(), 2);
    QVERIFY(entries.at(0).receipt && entries.at(1).batchName == str("both"));
    QCOMPARE(resultOf(journal().activity(receipt.contact.id, 1))->size(), 1);
    // Archived again since, whatever the receipt says.
    archiveAndSettle({target("a")}, 4000, "again");
    QCOMPARE(listedNow(), (QStringList{str("again:a"), str("both:b")}));
}

//! A file as the first version of Roster left it.
void TestJournal::takesOverTheFirstVersion()
{
    m_store->close();
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(m_store->journalFile() + QLatin1String(suffix));
    {
        const Schema first{journalSchema().applicationId, {journalSchema().migrations.first()}};
        auto file =
            Database::open({.file = m_store->journalFile(), .use = Database::Use::WriteDurably});
        QVERIFY(file.isOk());
        QVERIFY(migrate(**file, first).isOk());
        QVERIFY(
            (*file)
                ->runAll({str("INSERT INTO batches VALUES (5, 'Spring', 'spring', 'archive', '',"
                              " '', 'acme', 'Acme Support', 'eu', 'Priya', 1234)"),
                          str("INSERT INTO entries VALUES (7, 5, 'a', 'Ada', 'ada@example.com',"
                              " 1, 'ada', 1, 200, 'req-1', NULL)"),
                          str("INSERT INTO entries VALUES (8, 5, 'b', 'Bo', '', 0, 'bo', 0, 0,"
                              " '', NULL)")})
                .isOk());
    }
    QVERIFY(m_store->open().isOk());
    QVERIFY(m_store->store().setAside().isEmpty());
    journal().setScope(acme);
    const BatchRecord record = *resultOf(journal().batch(5));
    QCOMPARE(record.summary.name, str("Spring"));
    QCOMPARE(record.summary.undoes, 0);
    QVERIFY(record.summary.action == BulkAction());
    QCOMPARE(record.lines.size(), 2);
    QCOMPARE(record.lines.at(0).requestId, str("req-1"));
    QCOMPARE(record.lines.at(0).target.email, str("ada@example.com"));
    for (const BatchLine &line : record.lines)
        QVERIFY(line.wasBegun && !line.wasSo && !line.kind && line.code.isEmpty());
    QCOMPARE(listedNow(), QStringList{str("Spring:ab")});
    QCOMPARE(resultOf(journal().openBatches())->at(0).intended, 1);
    QVERIFY(resultOf(journal().settle(5, settled("b", JournalState::Applied))).isOk());
    QVERIFY(open(header(), {target("z")}) > 5);
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
