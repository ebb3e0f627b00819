// SPDX-License-Identifier: MIT
#include "core/async/operationof.h"
#include "ui/archive/archivedmodel.h"
#include "ui/tags/pickmodel.h"

#include <QtCore/QPointer>
#include <QtCore/QRandomGenerator>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr qint64 Now = 1'736'942'400; // 2025-01-15 12:00 UTC
constexpr qint64 Day = 86'400;

//! A journal over plain values, answered when the test says so.
class PlainJournal final : public QObject, public ArchiveBook
{
public:
    QList<ArchiveBatch> batches;
    QList<QPointer<OperationOf<QList<ArchiveBatch>>>> asked;
    QStringList texts;

    OperationOf<QList<ArchiveBatch>> *archived(const QString &text) override
    {
        auto *operation = new OperationOf<QList<ArchiveBatch>>(this);
        texts.append(text);
        asked.append(operation);
        return operation;
    }
    OperationOf<int> *archivedCount() override { return nullptr; }

    void answer(int n)
    {
        QPointer<OperationOf<QList<ArchiveBatch>>> operation = asked.at(n);
        operation->settle(batches);
        QTRY_VERIFY(operation.isNull());
    }
};

ArchiveBatch batch(BatchId id, const QString &name, qint64 at, int count)
{
    ArchiveBatch made;
    made.id = id;
    made.name = name;
    made.at = at;
    made.region = u"eu"_s;
    made.tokenOwner = u"Priya Nair"_s;
    for (int i = 0; i < count; ++i) {
        ArchivedContact contact;
        contact.batch = id;
        contact.id = ContactId(u"%1-%2"_s.arg(id).arg(i));
        contact.label = u"Person %1"_s.arg(i);
        contact.email = u"p%1@x.example"_s.arg(i);
        contact.role = i % 2 ? Role::Lead : Role::User;
        contact.archivedAt = at;
        contact.state = JournalState::Applied;
        made.contacts.append(contact);
    }
    return made;
}

QStringList linesOf(const QAbstractItemModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row)
        lines.append(model.index(row, 0).data().toString());
    return lines;
}

} // namespace

class ArchivedModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vanishedContactsAreAGroupOfTheirOwn();
    void init();
    void showsBatchesWithTheirFacts();
    void gathersSinglesOfOneDay();
    void cutsLongBatchesAndExpandsThem();
    void marksWhatIsNotCertain();
    void takesTheNewestAnswerOnly();
    void keepsRowsOnError();
    void keepsSelectionAcrossReloads();
    void looksLikeAFreshModelAfterAnything();
    void offersNamesToPick();

private:
    std::unique_ptr<ArchivedModel> makeModel();
    void load(ArchivedModel &model);

    std::unique_ptr<PlainJournal> m_journal;
};

void ArchivedModelTest::init()
{
    m_journal = std::make_unique<PlainJournal>();
}

std::unique_ptr<ArchivedModel> ArchivedModelTest::makeModel()
{
    auto model = std::make_unique<ArchivedModel>(
        *m_journal, [] { return Now; }, QTimeZone::utc(), nullptr);
    new QAbstractItemModelTester(model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal,
                                 model.get());
    return model;
}

void ArchivedModelTest::load(ArchivedModel &model)
{
    QSignalSpy loaded(&model, &ArchivedModel::loaded);
    model.reload();
    m_journal->answer(static_cast<int>(m_journal->asked.size()) - 1);
    QCOMPARE(loaded.size(), 1);
}

void ArchivedModelTest::showsBatchesWithTheirFacts()
{
    m_journal->batches = {batch(2, u"Churned in May"_s, Now - 60, 2), batch(1, {}, Now - Day, 3)};
    const auto model = makeModel();
    load(*model);
    QCOMPARE(linesOf(*model),
             (QStringList{u"Churned in May"_s, u"Person 0"_s, u"Person 1"_s, u"Archived together"_s,
                          u"Person 0"_s, u"Person 1"_s, u"Person 2"_s}));
    QCOMPARE(model->index(0).data(ArchivedModel::DetailRole).toString(),
             u"2 contacts · Today, 11:59:00 · Priya Nair · EU"_s);
    QCOMPARE(model->index(1).data(ArchivedModel::EmailRole).toString(), u"p0@x.example"_s);
    QCOMPARE(model->index(2).data(ArchivedModel::RoleTextRole).toString(), u"Lead"_s);
    QVERIFY(!model->index(0).flags().testFlag(Qt::ItemIsSelectable));
    QVERIFY(model->index(1).flags().testFlag(Qt::ItemIsSelectable));
    QCOMPARE(model->contactCount(), 5);
    QCOMPARE(model->targetsOfGroup(4).size(), 3);
    for (int row = 0; row < model->rowCount(); ++row)
        QVERIFY(!model->index(row).data(Qt::AccessibleTextRole).toString().isEmpty());
}

void ArchivedModelTest::gathersSinglesOfOneDay()
{
    ArchiveBatch other = batch(3, {}, Now - 30, 1);
    other.tokenOwner = u"Tomás Vega"_s;
    m_journal->batches = {batch(4, {}, Now - 10, 1), other, batch(2, {}, Now - 60, 1),
                          batch(1, {}, Now - Day, 1)};
    const auto model = makeModel();
    load(*model);
    QCOMPARE(linesOf(*model),
             (QStringList{u"One by one"_s, u"Person 0"_s, u"Person 0"_s, u"One by one"_s,
                          u"Person 0"_s, u"One by one"_s, u"Person 0"_s}));
    QCOMPARE(model->targetsOfGroup(0).size(), 2);
}

void ArchivedModelTest::cutsLongBatchesAndExpandsThem()
{
    m_journal->batches = {batch(1, u"Many"_s, Now, 34), batch(2, u"Few"_s, Now, 8)};
    const auto model = makeModel();
    load(*model);
    QCOMPARE(model->rowCount(), 1 + 4 + 1 + 1 + 8);
    QCOMPARE(model->index(5).data().toString(), u"and 30 more"_s);
    // Restoring the batch means all of it, not only what is shown.
    QCOMPARE(model->targetsOfGroup(0).size(), 34);
    model->expand(5);
    QCOMPARE(model->rowCount(), 1 + 34 + 1 + 8);
    load(*model);
    QCOMPARE(model->rowCount(), 1 + 34 + 1 + 8);
}

void ArchivedModelTest::marksWhatIsNotCertain()
{
    m_journal->batches = {batch(1, u"May"_s, Now, 2)};
    m_journal->batches[0].contacts[1].state = JournalState::Unknown;
    const auto model = makeModel();
    load(*model);
    QCOMPARE(model->index(1).data(ArchivedModel::UncertainRole).toBool(), false);
    QCOMPARE(model->index(2).data(ArchivedModel::UncertainRole).toBool(), true);
}

void ArchivedModelTest::takesTheNewestAnswerOnly()
{
    const auto model = makeModel();
    model->reload();
    model->setText(u"ada"_s);
    QCOMPARE(m_journal->texts, (QStringList{QString(), u"ada"_s}));
    m_journal->batches = {batch(1, u"new"_s, Now, 1)};
    m_journal->answer(1);
    QCOMPARE(linesOf(*model), (QStringList{u"new"_s, u"Person 0"_s}));
    m_journal->batches = {batch(1, u"old"_s, Now, 3)};
    m_journal->answer(0);
    QCOMPARE(linesOf(*model), (QStringList{u"new"_s, u"Person 0"_s}));
    QVERIFY(!model->isLoading());
}

void ArchivedModelTest::keepsRowsOnError()
{
    m_journal->batches = {batch(1, u"May"_s, Now, 2)};
    const auto model = makeModel();
    load(*model);
    QSignalSpy loaded(model.get(), &ArchivedModel::loaded);
    model->reload();
    m_journal->asked.constLast()->settle(ApiError::storage(u"disk"_s));
    QTRY_COMPARE(loaded.size(), 1);
    QVERIFY(loaded.constFirst().constFirst().value<std::optional<ApiError>>().has_value());
    QCOMPARE(model->rowCount(), 3);
}

void ArchivedModelTest::keepsSelectionAcrossReloads()
{
    m_journal->batches = {batch(2, u"B"_s, Now, 3), batch(1, u"A"_s, Now - Day, 3)};
    const auto model = makeModel();
    load(*model);
    QSignalSpy resets(model.get(), &QAbstractItemModel::modelReset);
    const QPersistentModelIndex last(model->index(7));
    const QPersistentModelIndex first(model->index(1));
    m_journal->batches[0].contacts.removeLast();
    load(*model);
    QCOMPARE(resets.size(), 0);
    QVERIFY(first.isValid() && last.isValid());
    QCOMPARE(last.row(), 6);
    QCOMPARE(last.data(ArchivedModel::ContactIdRole).toString(), u"1-2"_s);
}

void ArchivedModelTest::looksLikeAFreshModelAfterAnything()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const auto model = makeModel();
    BatchId next = 1;
    for (int step = 0; step < 200; ++step) {
        const int choice = random.bounded(3);
        if (choice == 0 || m_journal->batches.isEmpty()) {
            const QString name = random.bounded(2) ? u"batch %1"_s.arg(next) : QString();
            m_journal->batches.prepend(
                batch(next, name, Now - random.bounded(3) * int(Day), 1 + random.bounded(12)));
            ++next;
        } else {
            const int at = random.bounded(static_cast<int>(m_journal->batches.size()));
            QList<ArchivedContact> &contacts = m_journal->batches[at].contacts;
            contacts.removeAt(random.bounded(static_cast<int>(contacts.size())));
            if (contacts.isEmpty())
                m_journal->batches.removeAt(at);
        }
        load(*model);
        const auto fresh = makeModel();
        load(*fresh);
        QCOMPARE(linesOf(*model), linesOf(*fresh));
    }
}

void ArchivedModelTest::offersNamesToPick()
{
    PickModel model(u"Create “%1”"_s, nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setItems({{u"1"_s, u"Beta"_s, {}, false},
                    {u"2"_s, u"Not beta"_s, {}, false},
                    {u"3"_s, u"VIP"_s, u"all have it"_s, true}});
    QCOMPARE(linesOf(model), (QStringList{u"Beta"_s, u"Not beta"_s, u"VIP"_s}));
    model.setText(u" be "_s);
    QCOMPARE(linesOf(model), (QStringList{u"Beta"_s, u"Not beta"_s, u"Create “be”"_s}));
    QCOMPARE(model.bestRow(), 0);
    model.setText(u"NOT BETA"_s);
    QCOMPARE(linesOf(model), (QStringList{u"Not beta"_s}));
    model.setText(u"vip"_s);
    QCOMPARE(model.bestRow(), -1);
    QVERIFY(!model.index(0).flags().testFlag(Qt::ItemIsEnabled));
    model.setText(u"New  one"_s);
    QCOMPARE(model.bestRow(), 0);
    QVERIFY(model.isNew(model.index(0)));
    QCOMPARE(model.newName(), u"New one"_s);
}

// They stand before what Roster archived, are filtered like it, and cannot be restored.
void ArchivedModelTest::vanishedContactsAreAGroupOfTheirOwn()
{
    PlainJournal journal;
    journal.batches = {batch(1, u"Spring"_s, Now - Day, 2)};
    ArchivedModel model(
        journal, [] { return Now; }, QTimeZone::utc(), nullptr);
    const QAbstractItemModelTester tester(&model);
    model.reload();
    journal.answer(0);
    QCOMPARE(model.rowCount(), 3);
    const VanishedContact ada{ContactId(u"v1"_s), u"Ada Lovelace"_s, u"ada@x.example"_s,
                              Role::User,         Now - 60,          {}};
    const VanishedContact mary{ContactId(u"v2"_s), u"Mary Jackson"_s, u"mary@x.example"_s,
                               Role::Lead,         Now - Day,         ContactId(u"v9"_s)};
    model.setVanished({ada, mary});
    QCOMPARE(linesOf(model),
             QStringList({u"Gone from Intercom"_s, u"Ada Lovelace"_s, u"Mary Jackson"_s,
                          u"Spring"_s, u"Person 0"_s, u"Person 1"_s}));
    QCOMPARE(model.vanishedCount(), 2);
    QCOMPARE(model.contactCount(), 2);
    // One that Roster archived itself, or perhaps did, stands with its batch alone.
    const ArchivedContact own = journal.batches.constFirst().contacts.constFirst();
    model.setVanished({ada, mary, {own.id, own.label, own.email, own.role, Now, {}}});
    QCOMPARE(model.vanishedCount(), 2);
    QCOMPARE(model.contactCount(), 2);
    const QModelIndex first = model.index(1);
    QVERIFY(first.data(ArchivedModel::VanishedRole).toBool());
    QVERIFY(!first.data(ArchivedModel::UncertainRole).toBool());
    QVERIFY(!first.flags().testFlag(Qt::ItemIsSelectable));
    QVERIFY(first.data(ArchivedModel::NoticedRole).toString().startsWith(u"Gone"));
    QVERIFY(first.data(ArchivedModel::NoticedRole).toString().contains(u"11:59"));
    QVERIFY(model.index(2).data(ArchivedModel::NoticedRole).toString().startsWith(u"Merged"));
    QVERIFY(!model.index(4).data(ArchivedModel::VanishedRole).toBool());
    QVERIFY(model.index(4).flags().testFlag(Qt::ItemIsSelectable));

    model.setText(u"ada"_s);
    journal.batches.clear();
    journal.answer(1);
    QCOMPARE(linesOf(model), QStringList({u"Gone from Intercom"_s, u"Ada Lovelace"_s}));
    model.setVanished({mary});
    QCOMPARE(model.rowCount(), 0);
}

} // namespace roster

QTEST_MAIN(roster::ArchivedModelTest)
#include "tst_archivedmodel.moc"
