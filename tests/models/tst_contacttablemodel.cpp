// SPDX-License-Identifier: MIT
#include "tests/support/memorybook.h"
#include "ui/contacts/contactcolumns.h"
#include "ui/contacts/contacttablemodel.h"

#include <QtCore/QPersistentModelIndex>
#include <QtCore/QRandomGenerator>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <memory>

using namespace roster;

namespace {

constexpr qint64 now = 1'700'000'000;
using Mode = QAbstractItemModelTester::FailureReportingMode;

ContactQuery byName(const QString &text = {})
{
    ContactQuery query;
    query.text = text;
    query.sortColumn = SortColumn::Name;
    query.sortOrder = Qt::AscendingOrder;
    return query;
}

QStringList namesIn(const ContactTableModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names << model.rowAt(row).name;
    return names;
}

} // namespace

class TestContactTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheOrderOfTheQuery();
    void oldRowsStayUntilTheNewOrderIsHere();
    void aLateAnswerToAnOlderQueryIsDropped();
    void aFailedQueryKeepsTheRows();
    void sortAsksForAnotherOrder();
    void storedContactsAreToldOncePerTurn();
    void anUnknownContactComesInAtItsPlace();
    void removedContactsLeaveAtOnce();
    void anAnswerFromBeforeDoesNotBringRemovedOnesBack();
    void factsWhileAskingAreNotLost();
    void manyChangesKeepPersistentIndexes();
    void everyCellIsSpoken();
    void cellsSayWhatTheyShow();
    void namesThatAreNotHereYet();
    void longListsArePlannedElsewhere();
    void randomOperationsMatchAFreshModel();

private:
    void load(int count, const ContactQuery &query = byName());
    ContactRow person(const QString &id) const { return m_book->rowOf(ContactId(id)); }

    std::unique_ptr<MemoryBook> m_book;
    std::unique_ptr<ContactTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestContactTableModel::init()
{
    m_book = std::make_unique<MemoryBook>();
    m_book->addTag(QStringLiteral("1"), QStringLiteral("VIP"));
    m_book->addTag(QStringLiteral("2"), QStringLiteral("Beta"));
    m_book->addCompany(QStringLiteral("n"), QStringLiteral("Navy"));
    m_book->addCompany(QStringLiteral("m"), QStringLiteral("MIT"));
    m_book->addAdmin(QStringLiteral("a"), QStringLiteral("Priya Nair"));
    m_book->addAdmin(QStringLiteral("b"), QStringLiteral("Mei Tan"));
    m_model = std::make_unique<ContactTableModel>(*m_book, [] { return now; });
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), Mode::Fatal);
}

void TestContactTableModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_book.reset();
}

void TestContactTableModel::load(int count, const ContactQuery &query)
{
    m_book->fill(count);
    QSignalSpy loaded(m_model.get(), &ContactTableModel::loaded);
    m_model->setQuery(query);
    QVERIFY(loaded.wait());
}

void TestContactTableModel::showsTheOrderOfTheQuery()
{
    QSignalSpy loading(m_model.get(), &ContactTableModel::loading);
    QVERIFY(!m_model->hasLoaded());
    load(300);
    QCOMPARE(loading.size(), 1);
    QVERIFY(m_model->hasLoaded() && !m_model->isLoading());
    QCOMPARE(m_model->rowCount(), 300);
    QCOMPARE(m_model->rowAt(0).name, QStringLiteral("Person 0001"));
    QCOMPARE(m_model->rowAt(299).name, QStringLiteral("Person 0300"));
    const ContactId id(QStringLiteral("c0042"));
    QCOMPARE(m_model->rowOf(id), 41);
    QCOMPARE(m_model->idAt(41), id);
    QCOMPARE(m_model->rowOf(ContactId(QStringLiteral("nobody"))), -1);
}

void TestContactTableModel::oldRowsStayUntilTheNewOrderIsHere()
{
    load(20);
    m_book->holdAnswers();
    QSignalSpy resets(m_model.get(), &ContactTableModel::modelReset);
    m_model->setQuery(byName(QStringLiteral("0007")));
    QVERIFY(m_model->isLoading());
    QCOMPARE(m_model->rowCount(), 20);
    m_book->answer();
    QTRY_COMPARE(resets.size(), 1);
    QCOMPARE(namesIn(*m_model), QStringList{QStringLiteral("Person 0007")});
}

void TestContactTableModel::aLateAnswerToAnOlderQueryIsDropped()
{
    load(20);
    m_book->holdAnswers();
    QSignalSpy loaded(m_model.get(), &ContactTableModel::loaded);
    m_model->setQuery(byName(QStringLiteral("0007")));
    m_model->setQuery(byName(QStringLiteral("0009")));
    QCOMPARE(m_book->waiting(), 2);
    m_book->answer(1);
    QVERIFY(loaded.wait());
    m_book->answer(0);
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(namesIn(*m_model), QStringList{QStringLiteral("Person 0009")});
    QCOMPARE(loaded.size(), 1);
}

void TestContactTableModel::aFailedQueryKeepsTheRows()
{
    load(5);
    m_book->holdAnswers();
    QSignalSpy failed(m_model.get(), &ContactTableModel::failed);
    m_model->setQuery(byName(QStringLiteral("0001")));
    m_book->fail(0, ApiError::storage(QStringLiteral("disk")));
    QVERIFY(failed.wait());
    QVERIFY(!m_model->isLoading());
    QCOMPARE(m_model->rowCount(), 5);
}

void TestContactTableModel::sortAsksForAnotherOrder()
{
    load(12);
    QSignalSpy loaded(m_model.get(), &ContactTableModel::loaded);
    QSignalSpy query(m_model.get(), &ContactTableModel::queryChanged);
    m_model->sort(columnOf(ContactColumn::Name), Qt::DescendingOrder);
    QCOMPARE(query.size(), 1);
    QVERIFY(loaded.wait());
    QCOMPARE(m_model->rowAt(0).name, QStringLiteral("Person 0012"));
    m_model->sort(columnOf(ContactColumn::Name), Qt::DescendingOrder);
    QCOMPARE(query.size(), 1);
    const int section = columnOf(ContactColumn::Name);
    QCOMPARE(m_model->headerData(section, Qt::Horizontal, Qt::AccessibleTextRole).toString(),
             QStringLiteral("Name, sorted descending"));
}

void TestContactTableModel::storedContactsAreToldOncePerTurn()
{
    load(10);
    QSignalSpy changed(m_model.get(), &ContactTableModel::dataChanged);
    QSignalSpy loaded(m_model.get(), &ContactTableModel::loaded);
    const int asked = m_book->asked();
    for (const auto *id : {"c0004", "c0005"}) {
        ContactRow row = person(QLatin1String(id));
        row.email = QStringLiteral("new@people.example");
        m_book->put(row);
        m_model->contactsStored({row.id});
    }
    QCOMPARE(changed.size(), 0);
    QVERIFY(loaded.wait());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex(), m_model->index(3, 0));
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 4);
    QCOMPARE(m_book->asked(), asked + 1);
    QCOMPARE(m_model->rowAt(3).email, QStringLiteral("new@people.example"));
}

void TestContactTableModel::anUnknownContactComesInAtItsPlace()
{
    load(10);
    QSignalSpy resets(m_model.get(), &ContactTableModel::modelReset);
    QSignalSpy inserted(m_model.get(), &ContactTableModel::rowsInserted);
    ContactRow row;
    row.id = ContactId(QStringLiteral("new"));
    row.name = QStringLiteral("Person 0004 and a half");
    m_book->put(row);
    m_model->contactsStored({row.id});
    QVERIFY(inserted.wait());
    QCOMPARE(inserted.at(0).at(1).toInt(), 4);
    QCOMPARE(m_model->rowOf(row.id), 4);
    QCOMPARE(resets.size(), 0);
}

void TestContactTableModel::removedContactsLeaveAtOnce()
{
    load(10);
    (void)namesIn(*m_model);
    m_book->holdAnswers();
    const ContactId id(QStringLiteral("c0003"));
    m_book->remove(id);
    QSignalSpy gone(m_model.get(), &ContactTableModel::keysGone);
    m_model->contactsRemoved({id});
    QVERIFY(gone.wait());
    QCOMPARE(gone.at(0).at(0).value<KeySet>().size(), 1);
    QCOMPARE(m_model->rowCount(), 9);
    QVERIFY(!namesIn(*m_model).contains(QStringLiteral("Person 0003")));
}

void TestContactTableModel::anAnswerFromBeforeDoesNotBringRemovedOnesBack()
{
    load(10);
    (void)namesIn(*m_model);
    m_book->holdAnswers();
    m_model->refresh();
    const ContactId id(QStringLiteral("c0003"));
    m_book->remove(id);
    QSignalSpy gone(m_model.get(), &ContactTableModel::keysGone);
    m_model->contactsRemoved({id});
    QVERIFY(gone.wait());
    QSignalSpy loaded(m_model.get(), &ContactTableModel::loaded);
    m_book->answer();
    QVERIFY(loaded.wait());
    QCOMPARE(m_model->rowCount(), 9);
}

void TestContactTableModel::factsWhileAskingAreNotLost()
{
    load(10);
    m_book->holdAnswers();
    m_model->refresh();
    ContactRow row;
    row.id = ContactId(QStringLiteral("new"));
    row.name = QStringLiteral("Aaron");
    m_book->put(row);
    QSignalSpy loaded(m_model.get(), &ContactTableModel::loaded);
    m_model->contactsStored({row.id});
    QCoreApplication::processEvents();
    QCOMPARE(m_book->waiting(), 1);
    m_book->answer();
    QVERIFY(loaded.wait());
    QCOMPARE(m_model->rowCount(), 10);
    QTRY_COMPARE(m_book->waiting(), 1);
    m_book->answer();
    QTRY_COMPARE(m_model->rowCount(), 11);
    QCOMPARE(m_model->rowAt(0).name, QStringLiteral("Aaron"));
}

void TestContactTableModel::manyChangesKeepPersistentIndexes()
{
    load(400);
    const QPersistentModelIndex kept = m_model->index(200, 3);
    const QPersistentModelIndex leaves = m_model->index(210, 0);
    const RowKey key = m_model->keyAt(200);
    QSignalSpy layouts(m_model.get(), &ContactTableModel::layoutChanged);
    QSignalSpy resets(m_model.get(), &ContactTableModel::modelReset);
    QList<ContactId> changed;
    QList<ContactId> removed{m_model->idAt(210)};
    m_book->remove(removed.first());
    for (int row = 1; row < 400; row += 7) {
        ContactRow contact = m_model->rowAt(row);
        if (contact.key == key || contact.id == removed.first())
            continue;
        contact.name = QStringLiteral("A%1").arg(contact.name);
        m_book->put(contact);
        changed << contact.id;
    }
    for (int i = 0; i < 3; ++i) {
        ContactRow contact;
        contact.id = ContactId(QStringLiteral("new%1").arg(i));
        contact.name = QStringLiteral("Person 0%1 new").arg(i);
        m_book->put(contact);
        changed << contact.id;
    }
    m_model->contactsStored(changed);
    m_model->contactsRemoved(removed);
    QTRY_COMPARE(m_model->rowCount(), 402);
    QVERIFY(layouts.size() > 0);
    QCOMPARE(resets.size(), 0);
    QVERIFY(!leaves.isValid());
    QCOMPARE(m_model->keyAt(kept.row()), key);
    QCOMPARE(kept.column(), 3);
    QCOMPARE(m_model->order(), m_book->sortedKeys(m_model->query()));
}

void TestContactTableModel::everyCellIsSpoken()
{
    m_book->put({0,
                 ContactId(QStringLiteral("empty")),
                 Role::Other,
                 {},
                 {},
                 {},
                 {},
                 {},
                 {},
                 {},
                 {},
                 {},
                 {},
                 {}});
    load(3);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QVERIFY(
            !m_model->headerData(row, Qt::Vertical, Qt::AccessibleTextRole).toString().isEmpty());
        for (int column = 0; column < m_model->columnCount(); ++column) {
            const QModelIndex cell = m_model->index(row, column);
            QVERIFY(!cell.data(Qt::AccessibleTextRole).toString().isEmpty());
        }
    }
    const QString summary = m_model->index(1, 0).data(ContactTableModel::SummaryRole).toString();
    for (const auto *part : {"Person 0001", "p0001@people.example", "User", "Tags: Beta",
                             "Company: MIT", "Owner: Mei"})
        QVERIFY2(summary.contains(QLatin1String(part)), qPrintable(summary));
}

void TestContactTableModel::cellsSayWhatTheyShow()
{
    m_book->addAdmin(QStringLiteral("c"), QStringLiteral("Mei Lin"));
    ContactRow row;
    row.id = ContactId(QStringLiteral("g"));
    row.email = QStringLiteral(" grace\n@navy.example ");
    row.role = Role::Lead;
    row.tags = {{TagId(QStringLiteral("1"))}, 3};
    row.companies = {{CompanyId(QStringLiteral("n")), CompanyId(QStringLiteral("zz"))}, 3};
    row.owner = AdminId(QStringLiteral("b"));
    row.createdAt = 1'690'000'000;
    m_book->put(row);
    load(0);
    const auto text = [this](ContactColumn column) {
        return m_model->index(0, columnOf(column)).data().toString();
    };
    QCOMPARE(text(ContactColumn::Name), QStringLiteral("No name"));
    QCOMPARE(text(ContactColumn::Email), QStringLiteral("grace @navy.example"));
    QCOMPARE(text(ContactColumn::Phone), QStringLiteral("–"));
    QCOMPARE(text(ContactColumn::Role), QStringLiteral("Lead"));
    QCOMPARE(text(ContactColumn::Tags), QStringLiteral("VIP, +2"));
    QCOMPARE(text(ContactColumn::Companies), QStringLiteral("Navy +2"));
    // Two teammates are called Mei: the given name alone would not tell which.
    QCOMPARE(text(ContactColumn::Owner), QStringLiteral("Mei Tan"));
    QCOMPARE(text(ContactColumn::LastSeen), QStringLiteral("never"));
    QCOMPARE(text(ContactColumn::CreatedAt), QStringLiteral("22 Jul 2023"));
    QCOMPARE(text(ContactColumn::ExternalId), QStringLiteral("–"));
}

void TestContactTableModel::namesThatAreNotHereYet()
{
    MemoryBook book;
    ContactRow row;
    row.id = ContactId(QStringLiteral("g"));
    row.name = QStringLiteral("Grace");
    row.companies = {{CompanyId(QStringLiteral("n"))}, 2};
    row.owner = AdminId(QStringLiteral("b"));
    book.put(row);
    row = {};
    row.id = ContactId(QStringLiteral("h"));
    row.name = QStringLiteral("Hedy");
    book.put(row);
    ContactTableModel model(
        book, [] { return now; }, nullptr);
    model.setQuery(byName());
    QTRY_COMPARE(model.rowCount(), 2);
    const auto text = [&model](int line, ContactColumn column) {
        return model.index(line, columnOf(column)).data().toString();
    };
    QCOMPARE(text(0, ContactColumn::Companies), QStringLiteral("… +1"));
    QCOMPARE(text(0, ContactColumn::Owner), QStringLiteral("…"));
    QCOMPARE(text(1, ContactColumn::Companies), QStringLiteral("–"));
    QCOMPARE(text(1, ContactColumn::Owner), QStringLiteral("–"));
    // Others are known: this one has left, and its id is all there is.
    book.addAdmin(QStringLiteral("c"), QStringLiteral("Mei Lin"));
    model.namesChanged();
    QCOMPARE(text(0, ContactColumn::Owner), QStringLiteral("b"));
}

// So many rows that the way to a new order is found out in another thread.
void TestContactTableModel::longListsArePlannedElsewhere()
{
    // It looks at every row at every signal.
    m_tester.reset();
    load(25'000);
    const QPersistentModelIndex kept(m_model->index(12'345, 0));
    const RowKey keptKey = m_model->keyAt(kept.row());
    QList<ContactId> left;
    QList<ContactId> come;
    for (int i = 0; i < 25'000; i += 250) {
        left.append(m_model->idAt(i + 7));
        ContactRow row;
        row.id = ContactId(QStringLiteral("new%1").arg(i));
        row.name = QStringLiteral("Person %1 and a half").arg(i, 4, 10, QLatin1Char('0'));
        m_book->put(row);
        come.append(row.id);
    }
    for (const ContactId &id : std::as_const(left))
        m_book->remove(id);
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->contactsRemoved(left);
    m_model->contactsStored(come);
    QTRY_VERIFY(m_model->order() == m_book->sortedKeys(m_model->query()));
    QCOMPARE(resets.size(), 0);
    QVERIFY(kept.isValid());
    QCOMPARE(m_model->keyAt(kept.row()), keptKey);

    // One more leaves while an order from before is on its way and its plan is made.
    m_book->holdAnswers();
    m_model->refresh();
    const ContactId gone = m_model->idAt(3);
    const RowKey goneKey = m_model->keyAt(3);
    m_book->remove(m_model->idAt(20'000));
    m_book->remove(gone);
    bool isBack = false;
    connect(m_model.get(), &ContactTableModel::keysGone, this, [&] {
        connect(m_model.get(), &ContactTableModel::loaded, this,
                [&] { isBack = isBack || m_model->rowOf(goneKey) >= 0; });
    });
    m_book->answer();
    m_model->contactsRemoved({gone});
    QTRY_VERIFY(m_model->rowOf(goneKey) < 0);
    QTRY_VERIFY(m_book->waiting() > 0);
    m_book->answer();
    QTRY_VERIFY(m_model->order() == m_book->sortedKeys(m_model->query()));
    QVERIFY(!isBack);
}

void TestContactTableModel::randomOperationsMatchAFreshModel()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    load(60);
    int serial = 1000;
    const auto anyId = [&] {
        const QList<ContactId> ids = m_book->ids();
        return ids.isEmpty() ? ContactId() : ids.at(random.bounded(static_cast<int>(ids.size())));
    };
    const auto change = [&] {
        ContactRow row = m_book->rowOf(anyId());
        if (row.id.isEmpty() || random.bounded(3) == 0)
            row.id = ContactId(QStringLiteral("n%1").arg(++serial));
        row.name = QStringLiteral("Person %1").arg(random.bounded(10'000));
        row.role = random.bounded(2) == 0 ? Role::User : Role::Lead;
        m_book->put(row);
        m_model->contactsStored({row.id});
    };
    const auto remove = [&] {
        const ContactId id = anyId();
        m_book->remove(id);
        m_model->contactsRemoved({id});
    };
    for (int step = 0; step < 1000; ++step) {
        switch (random.bounded(8)) {
        case 0:
        case 1:
            remove();
            break;
        case 2: {
            ContactQuery query = byName(random.bounded(2) == 0 ? QString() : QStringLiteral("1"));
            query.sortOrder = static_cast<Qt::SortOrder>(random.bounded(2));
            m_model->setQuery(query);
            break;
        }
        case 3:
            QCoreApplication::processEvents();
            break;
        default:
            for (int many = random.bounded(random.bounded(10) == 0 ? 40 : 3); many >= 0; --many)
                change();
        }
        (void)namesIn(*m_model);
        if (step % 20 != 0)
            continue;
        ContactTableModel fresh(*m_book, [] { return now; });
        fresh.setQuery(m_model->query());
        QTRY_VERIFY(fresh.hasLoaded());
        QTRY_COMPARE(m_model->order(), fresh.order());
        QTRY_COMPARE(namesIn(*m_model), namesIn(fresh));
    }
}

QTEST_GUILESS_MAIN(TestContactTableModel)
#include "tst_contacttablemodel.moc"
