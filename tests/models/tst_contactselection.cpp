// SPDX-License-Identifier: MIT
#include "tests/support/memorybook.h"
#include "ui/contacts/contactselection.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QRandomGenerator>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <memory>
#include <set>
#include <utility>

using namespace roster;

namespace {

ContactQuery byName(const QString &text = {})
{
    ContactQuery query;
    query.text = text;
    query.sortColumn = SortColumn::Name;
    query.sortOrder = Qt::AscendingOrder;
    return query;
}

} // namespace

class TestContactSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void clicksToggleAndExtend();
    void survivesSortFilterAndRefresh();
    void hiddenContactsAreCountedAndKept();
    void theArchivedLeaveTheSelection();
    void archivedOutOfSightLeaveTheSelectionToo();
    void manyOutOfSightAreLookedForInPieces();
    void lookingBeginsAnewWhenMoreLeave();
    void theNextContactBecomesCurrent();
    void aFilterKeepsTheCurrentContact();
    void targetsAreInTheTablesOrder();
    void theMirrorFollows();
    void theMirrorIsFollowed();
    void aScatteredSelectionMirrorsWhatIsVisible();
    void randomOperationsMatchANaiveSet();

private:
    void setQuery(const ContactQuery &query);
    void load(int count);
    std::set<int> mirrored() const;
    std::set<QString> selected() const;

    std::unique_ptr<MemoryBook> m_book;
    std::unique_ptr<ContactTableModel> m_model;
    std::unique_ptr<QItemSelectionModel> m_mirror;
    std::unique_ptr<ContactSelection> m_selection;
};

void TestContactSelection::init()
{
    m_book = std::make_unique<MemoryBook>();
    m_model = std::make_unique<ContactTableModel>(*m_book, [] { return qint64(1'700'000'000); });
    m_mirror = std::make_unique<QItemSelectionModel>(m_model.get());
    m_selection = std::make_unique<ContactSelection>(*m_model);
    m_selection->attach(m_mirror.get());
}

void TestContactSelection::cleanup()
{
    m_selection.reset();
    m_mirror.reset();
    m_model.reset();
    m_book.reset();
}

void TestContactSelection::setQuery(const ContactQuery &query)
{
    QSignalSpy loaded(m_model.get(), &ContactTableModel::loaded);
    m_model->setQuery(query);
    QVERIFY(loaded.wait());
}

void TestContactSelection::load(int count)
{
    m_book->fill(count);
    setQuery(byName());
}

std::set<int> TestContactSelection::mirrored() const
{
    std::set<int> rows;
    const QModelIndexList indexes = m_mirror->selectedRows();
    for (const QModelIndex &index : indexes)
        rows.insert(index.row());
    return rows;
}

std::set<QString> TestContactSelection::selected() const
{
    std::set<QString> ids;
    const QList<ContactId> all = m_selection->ids();
    for (const ContactId &id : all)
        ids.insert(id.text());
    return ids;
}

void TestContactSelection::clicksToggleAndExtend()
{
    load(20);
    QSignalSpy changed(m_selection.get(), &ContactSelection::changed);
    QSignalSpy current(m_selection.get(), &ContactSelection::currentChanged);
    m_selection->selectOnly(5);
    QCOMPARE(changed.takeLast().at(0).toInt(), 1);
    QCOMPARE(current.takeLast().at(0).value<ContactId>(), ContactId(QStringLiteral("c0006")));
    m_selection->extendTo(8, false);
    QCOMPARE(mirrored(), (std::set<int>{5, 6, 7, 8}));
    m_selection->extendTo(3, false);
    QCOMPARE(mirrored(), (std::set<int>{3, 4, 5}));
    m_selection->toggle(12);
    m_selection->extendTo(14, true);
    QCOMPARE(mirrored(), (std::set<int>{3, 4, 5, 12, 13, 14}));
    m_selection->toggle(4);
    QCOMPARE(m_selection->count(), 5);
    QCOMPARE(m_selection->currentRow(), 4);
    m_selection->invert();
    QCOMPARE(m_selection->count(), 15);
    m_selection->selectAll();
    QCOMPARE(m_selection->count(), 20);
    m_selection->clear();
    QCOMPARE(changed.takeLast().at(0).toInt(), 0);
    QVERIFY(mirrored().empty());
}

void TestContactSelection::survivesSortFilterAndRefresh()
{
    load(30);
    m_selection->selectOnly(2);
    m_selection->extendTo(4, false);
    const std::set<QString> before = selected();
    m_model->sort(0, Qt::DescendingOrder);
    QTRY_VERIFY(!m_model->isLoading());
    QCOMPARE(mirrored(), (std::set<int>{25, 26, 27}));
    QCOMPARE(m_selection->currentRow(), 25);
    ContactRow first = m_book->rowOf(ContactId(QStringLiteral("c0030")));
    first.name = QStringLiteral("Aaron");
    m_book->put(first);
    QSignalSpy loaded(m_model.get(), &ContactTableModel::loaded);
    m_model->contactsStored({first.id});
    QVERIFY(loaded.wait());
    QCOMPARE(mirrored(), (std::set<int>{24, 25, 26}));
    QCOMPARE(selected(), before);
}

void TestContactSelection::hiddenContactsAreCountedAndKept()
{
    load(30);
    m_selection->selectOnly(0);
    m_selection->extendTo(4, false);
    QCOMPARE(m_selection->hiddenCount(), 0);
    setQuery(byName(QStringLiteral("0003")));
    QCOMPARE(m_selection->count(), 5);
    QCOMPARE(m_selection->hiddenCount(), 4);
    QCOMPARE(mirrored(), std::set<int>{0});
    setQuery(byName());
    QCOMPARE(m_selection->hiddenCount(), 0);
    QCOMPARE(mirrored(), (std::set<int>{0, 1, 2, 3, 4}));
}

void TestContactSelection::theArchivedLeaveTheSelection()
{
    load(30);
    m_selection->selectOnly(0);
    m_selection->extendTo(4, false);
    (void)m_model->rowAt(0);
    const ContactId id = m_model->idAt(2);
    m_book->remove(id);
    QSignalSpy changed(m_selection.get(), &ContactSelection::changed);
    m_model->contactsRemoved({id});
    QVERIFY(changed.wait());
    QCOMPARE(m_selection->count(), 4);
    QVERIFY(!selected().contains(id.text()));
    QTRY_COMPARE(m_model->rowCount(), 29);
    QCOMPARE(m_selection->count(), 4);
    QCOMPARE(mirrored(), (std::set<int>{0, 1, 2, 3}));
}

void TestContactSelection::archivedOutOfSightLeaveTheSelectionToo()
{
    load(3000);
    m_selection->selectAll();
    // Rows that were never looked at have no known key when they leave.
    const ContactId id(QStringLiteral("c2345"));
    m_book->remove(id);
    m_model->contactsRemoved({id});
    QTRY_COMPARE(m_selection->count(), 2999);
    setQuery(byName(QStringLiteral("0001")));
    QCOMPARE(m_selection->hiddenCount(), 2998);
    const ContactId hidden(QStringLiteral("c1000"));
    m_book->remove(hidden);
    m_model->contactsRemoved({hidden});
    QTRY_COMPARE(m_selection->count(), 2998);
}

void TestContactSelection::manyOutOfSightAreLookedForInPieces()
{
    load(4000);
    m_selection->selectAll();
    setQuery(byName(QStringLiteral("0001")));
    QList<ContactId> gone;
    for (const char *id : {"c0500", "c1500", "c3900"}) {
        gone.append(ContactId(QLatin1String(id)));
        m_book->remove(gone.constLast());
    }
    int atOnce = 0;
    connect(m_model.get(), &ContactTableModel::loaded, m_selection.get(),
            [&] { atOnce = m_selection->count(); });
    m_model->contactsRemoved(gone);
    QTRY_COMPARE(m_selection->count(), 3997);
    // One turn looks at a piece, and no more.
    QCOMPARE(atOnce, 3999);
    QCOMPARE(m_selection->hiddenCount(), 3996);
}

void TestContactSelection::lookingBeginsAnewWhenMoreLeave()
{
    load(4000);
    m_selection->selectAll();
    setQuery(byName(QStringLiteral("0001")));
    const auto leave = [this](const char *id) {
        const ContactId gone{QLatin1String(id)};
        m_book->remove(gone);
        m_model->contactsRemoved({gone});
    };
    leave("c3900");
    bool isMore = false;
    connect(m_model.get(), &ContactTableModel::loaded, m_selection.get(), [&] {
        // In the middle of it.
        if (!std::exchange(isMore, true))
            leave("c0200");
    });
    QTRY_COMPARE(m_selection->count(), 3998);
}

void TestContactSelection::theNextContactBecomesCurrent()
{
    load(10);
    m_selection->selectOnly(4);
    QSignalSpy current(m_selection.get(), &ContactSelection::currentChanged);
    const ContactId id = m_model->idAt(4);
    m_book->remove(id);
    m_model->contactsRemoved({id});
    QVERIFY(current.wait());
    QCOMPARE(m_selection->currentId(), ContactId(QStringLiteral("c0006")));
    QCOMPARE(m_selection->currentRow(), 4);
    QCOMPARE(m_selection->count(), 0);
    m_selection->setCurrentRow(8);
    const ContactId last = m_model->idAt(8);
    m_book->remove(last);
    m_model->contactsRemoved({last});
    QTRY_COMPARE(m_selection->currentId(), ContactId(QStringLiteral("c0009")));
}

void TestContactSelection::aFilterKeepsTheCurrentContact()
{
    load(10);
    m_selection->selectOnly(4);
    setQuery(byName(QStringLiteral("0009")));
    QCOMPARE(m_selection->currentRow(), -1);
    QCOMPARE(m_selection->currentId(), ContactId(QStringLiteral("c0005")));
    QVERIFY(!m_mirror->currentIndex().isValid());
    setQuery(byName());
    QCOMPARE(m_selection->currentRow(), 4);
    QCOMPARE(m_mirror->currentIndex().row(), 4);
}

void TestContactSelection::targetsAreInTheTablesOrder()
{
    load(10);
    m_selection->selectOnly(7);
    m_selection->toggle(2);
    m_selection->toggle(5);
    const QList<BulkTarget> targets = m_selection->targets();
    QCOMPARE(targets.size(), 3);
    QCOMPARE(targets.at(0).id, ContactId(QStringLiteral("c0003")));
    QCOMPARE(targets.at(1).label, QStringLiteral("Person 0006"));
    QCOMPARE(targets.at(1).email, QStringLiteral("p0006@people.example"));
    QCOMPARE(targets.at(2).id, ContactId(QStringLiteral("c0008")));
    QVERIFY(m_selection->selectContact(ContactId(QStringLiteral("c0010"))));
    QCOMPARE(m_selection->ids(), QList<ContactId>{ContactId(QStringLiteral("c0010"))});
    QVERIFY(!m_selection->selectContact(ContactId(QStringLiteral("nobody"))));
    QCOMPARE(m_selection->count(), 1);
}

void TestContactSelection::theMirrorFollows()
{
    load(10);
    m_selection->selectOnly(3);
    m_selection->extendTo(5, false);
    QCOMPARE(mirrored(), (std::set<int>{3, 4, 5}));
    QCOMPARE(m_mirror->currentIndex().row(), 5);
    m_selection->selectAll();
    QCOMPARE(m_mirror->selection().size(), 1);
}

void TestContactSelection::theMirrorIsFollowed()
{
    load(10);
    QSignalSpy changed(m_selection.get(), &ContactSelection::changed);
    m_mirror->setCurrentIndex(m_model->index(6, 0),
                              QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QCOMPARE(m_selection->currentRow(), 6);
    QCOMPARE(selected(), std::set<QString>{QStringLiteral("c0007")});
    QCOMPARE(changed.size(), 1);
    m_mirror->select(m_model->index(6, 0),
                     QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
    QVERIFY(m_selection->isEmpty());
}

void TestContactSelection::aScatteredSelectionMirrorsWhatIsVisible()
{
    load(4000);
    KeySet keys;
    for (int row = 0; row < 4000; row += 2)
        keys.insert(m_model->keyAt(row));
    m_selection->setVisibleRows(100, 109);
    m_selection->setKeys(keys);
    QCOMPARE(m_selection->count(), 2000);
    QCOMPARE(mirrored(), (std::set<int>{100, 102, 104, 106, 108}));
    m_selection->setVisibleRows(200, 203);
    QCOMPARE(mirrored(), (std::set<int>{200, 202}));
    QCOMPARE(m_selection->count(), 2000);
}

void TestContactSelection::randomOperationsMatchANaiveSet()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    load(80);
    std::set<QString> naive;
    const auto idAt = [this](int row) { return m_model->idAt(row).text(); };
    for (int step = 0; step < 1000; ++step) {
        const int rows = m_model->rowCount();
        const int row = rows == 0 ? 0 : random.bounded(rows);
        switch (rows == 0 ? 6 : random.bounded(7)) {
        case 0:
            m_selection->selectOnly(row);
            naive = {idAt(row)};
            break;
        case 1:
        case 2:
            m_selection->toggle(row);
            if (!naive.insert(idAt(row)).second)
                naive.erase(idAt(row));
            break;
        case 3: {
            const int first = random.bounded(rows);
            m_selection->toggle(first);
            m_selection->extendTo(row, true);
            for (int at = std::min(first, row); at <= std::max(first, row); ++at)
                naive.insert(idAt(at));
            break;
        }
        case 4: {
            const ContactId id = m_model->idAt(row);
            m_book->remove(id);
            naive.erase(id.text());
            QSignalSpy loaded(m_model.get(), &ContactTableModel::loaded);
            m_model->contactsRemoved({id});
            QVERIFY(loaded.wait());
            break;
        }
        case 5: {
            ContactRow contact = m_model->rowAt(row);
            contact.name = QStringLiteral("Person %1").arg(random.bounded(2000));
            if (random.bounded(2) == 0)
                contact.id = ContactId(QStringLiteral("n%1").arg(step));
            m_book->put(contact);
            QSignalSpy loaded(m_model.get(), &ContactTableModel::loaded);
            m_model->contactsStored({contact.id});
            QVERIFY(loaded.wait());
            break;
        }
        default: {
            ContactQuery query = byName(random.bounded(2) == 0 ? QString() : QStringLiteral("1"));
            query.sortOrder = static_cast<Qt::SortOrder>(random.bounded(2));
            m_model->setQuery(query);
            QTRY_VERIFY(!m_model->isLoading());
        }
        }
        QCOMPARE(selected(), naive);
        QCOMPARE(static_cast<int>(mirrored().size()),
                 m_selection->count() - m_selection->hiddenCount());
    }
}

QTEST_GUILESS_MAIN(TestContactSelection)
#include "tst_contactselection.moc"
