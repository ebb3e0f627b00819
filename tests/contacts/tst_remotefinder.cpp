// SPDX-License-Identifier: MIT
#include "core/service/remotesearch.h"
#include "tests/support/memorybook.h"
#include "ui/contacts/contacttablemodel.h"
#include "ui/contacts/foundbook.h"
#include "ui/theme/appearance.h"
#include "ui/theme/resources.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/window/remotefinder.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QPushButton>

#include <memory>

using namespace roster;

namespace {

//! Answers when the test says so.
class FakeSearch final : public QObject, public RemoteSearch
{
public:
    QList<UnaskedPart> unasked;
    QList<ContactQuery> asked;
    QPointer<OperationOf<RemoteFindings>> open;

    QList<UnaskedPart> unaskedParts(const ContactQuery &) const override { return unasked; }
    OperationOf<RemoteFindings> *search(const ContactQuery &query) override
    {
        asked << query;
        open = new OperationOf<RemoteFindings>(this);
        return open;
    }
};

} // namespace

class TestRemoteFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void showsExactlyWhatWasFound();
    void sortsWhatWasFound();
    void leadsBackToTheLocalList();
    void saysWhatWasNotAsked();
    void aLaterSearchWins();
    void stopsASearch();
    void failsInWords();
    void contactsThatComeLaterDoNotJoin();
    void tellsOfHowManyItCannotTell();

private:
    QStringList shown() const
    {
        QStringList ids;
        for (int row = 0; row < m_model->rowCount(); ++row)
            ids << m_model->idAt(row).text();
        return ids;
    }
    static QList<ContactId> ids(const QStringList &texts)
    {
        QList<ContactId> ids;
        for (const QString &text : texts)
            ids << ContactId(text);
        return ids;
    }
    void find(const QStringList &texts, bool isCut = false)
    {
        m_finder->search(m_model->query());
        m_search->open->settle(RemoteFindings{ids(texts), isCut});
        QTRY_VERIFY(m_finder->isShowing() && m_model->rowCount() == texts.size());
    }

    Appearance m_appearance;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MemoryBook> m_book;
    std::unique_ptr<FoundBook> m_found;
    std::unique_ptr<ContactTableModel> m_model;
    std::unique_ptr<Banner> m_banner;
    std::unique_ptr<FakeSearch> m_search;
    std::unique_ptr<RemoteFinder> m_finder;
};

void TestRemoteFinder::initTestCase()
{
    initUiResources();
    m_theme = std::make_unique<Theme>(*qApp, m_appearance);
}

void TestRemoteFinder::init()
{
    m_book = std::make_unique<MemoryBook>();
    m_book->fill(20);
    m_found = std::make_unique<FoundBook>(*m_book, nullptr);
    m_model = std::make_unique<ContactTableModel>(*m_found, [] { return 1'763'700'000; });
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal, m_model.get());
    m_banner = std::make_unique<Banner>(*m_theme, QStringLiteral("foundBanner"));
    m_search = std::make_unique<FakeSearch>();
    m_finder = std::make_unique<RemoteFinder>(
        RemoteFinder::Parts{m_search.get(), *m_found, *m_model, *m_banner}, nullptr);
    ContactQuery leads;
    leads.setRole(Role::Lead);
    leads.sortColumn = SortColumn::Name;
    leads.sortOrder = Qt::AscendingOrder;
    m_model->setQuery(leads);
    QTRY_COMPARE(shown().join(u' '), QStringLiteral("c0005 c0010 c0015 c0020"));
}

void TestRemoteFinder::cleanup()
{
    m_finder.reset();
    m_model.reset();
}

void TestRemoteFinder::showsExactlyWhatWasFound()
{
    find({QStringLiteral("c0011"), QStringLiteral("c0003"), QStringLiteral("c0005")});
    QCOMPARE(m_search->asked.first(), m_model->query());
    QCOMPARE(shown().join(u' '), QStringLiteral("c0003 c0005 c0011"));
    QCOMPARE(m_banner->text(), QStringLiteral("3 found on Intercom"));
    QVERIFY(!m_banner->isHidden() && m_banner->tone() == Tone::Info);
}

void TestRemoteFinder::sortsWhatWasFound()
{
    find({QStringLiteral("c0011"), QStringLiteral("c0003")});
    ContactQuery query = m_model->query();
    query.sortOrder = Qt::DescendingOrder;
    m_model->setQuery(query);
    QTRY_COMPARE(shown().join(u' '), QStringLiteral("c0011 c0003"));
}

void TestRemoteFinder::leadsBackToTheLocalList()
{
    find({QStringLiteral("c0001")}, true);
    QCOMPARE(m_banner->text(), QStringLiteral("1 found on Intercom, and there are more"));
    QCOMPARE(m_banner->actionButton()->text(), QStringLiteral("Back to the local list"));
    QTest::mouseClick(m_banner->actionButton(), Qt::LeftButton);
    QTRY_COMPARE(shown().join(u' '), QStringLiteral("c0005 c0010 c0015 c0020"));
    QVERIFY(m_banner->isHidden() && !m_finder->isShowing());
}

void TestRemoteFinder::saysWhatWasNotAsked()
{
    m_book->addCompany(QStringLiteral("c1"), QStringLiteral("Navy"));
    UnaskedPart words;
    words.isText = true;
    const UnaskedPart company{
        false, {{FilterField::Company, {}, {}}, FilterTest::AnyOf, {QStringLiteral("c1")}, true}};
    m_search->unasked = {words, company};
    find({});
    QVERIFY(m_banner->text().startsWith(QStringLiteral("0 found on Intercom · not asked")));
    QVERIFY(m_banner->text().contains(QStringLiteral("Company is Navy")));
    QVERIFY(m_banner->text().contains(QStringLiteral("words")));
    QCOMPARE(m_banner->tone(), Tone::Warning);
}

void TestRemoteFinder::aLaterSearchWins()
{
    m_finder->search(m_model->query());
    const auto first = m_search->open;
    m_finder->search(m_model->query());
    QVERIFY(first->isSettled());
    m_search->open->settle(RemoteFindings{ids({QStringLiteral("c0002")}), false});
    QTRY_COMPARE(shown().join(u' '), QStringLiteral("c0002"));
    QVERIFY(!m_banner->isHidden());
}

void TestRemoteFinder::stopsASearch()
{
    m_finder->search(m_model->query());
    QCOMPARE(m_banner->text(), QStringLiteral("Searching on Intercom…"));
    QVERIFY(m_finder->isSearching());
    QTest::mouseClick(m_banner->actionButton(), Qt::LeftButton);
    QTRY_VERIFY(!m_search->open);
    QVERIFY(m_banner->isHidden() && !m_finder->isSearching() && !m_finder->isShowing());
    QCOMPARE(m_model->rowCount(), 4);
}

void TestRemoteFinder::failsInWords()
{
    m_finder->search(m_model->query());
    ApiError error;
    error.kind = ErrorKind::Offline;
    m_search->open->settle(error);
    QTRY_VERIFY(m_banner->text().startsWith(QStringLiteral("Nothing was found on Intercom · ")));
    QCOMPARE(m_banner->tone(), Tone::Warning);
    QCOMPARE(m_model->rowCount(), 4);
}

void TestRemoteFinder::contactsThatComeLaterDoNotJoin()
{
    find({QStringLiteral("c0001"), QStringLiteral("c0002")});
    QSignalSpy loaded(m_model.get(), &ContactTableModel::loaded);
    ContactRow row = m_book->rowOf(ContactId(QStringLiteral("c0005")));
    row.name = QStringLiteral("Another");
    m_book->put(row);
    m_model->contactsStored({row.id});
    m_book->remove(ContactId(QStringLiteral("c0002")));
    m_model->contactsRemoved({ContactId(QStringLiteral("c0002"))});
    QTRY_COMPARE(shown().join(u' '), QStringLiteral("c0001"));
    QTRY_VERIFY(!loaded.isEmpty());
    QCOMPARE(shown().join(u' '), QStringLiteral("c0001"));
}

void TestRemoteFinder::tellsOfHowManyItCannotTell()
{
    QSignalSpy untold(m_found.get(), &FoundBook::untoldChanged);
    m_book->holdAnswers();
    ContactQuery users;
    users.setRole(Role::User);
    KeysOperation *asked = m_found->orderedKeys(users);
    FirstKeys first;
    first.untold = 312;
    asked->begin(first);
    QCOMPARE(untold.size(), 1);
    QCOMPARE(untold.takeFirst().first().value<qsizetype>(), 312);
    // One that was asked before says nothing any more.
    KeysOperation *older = m_found->orderedKeys(users);
    m_found->orderedKeys({});
    older->begin(first);
    QVERIFY(untold.isEmpty());
}

QTEST_MAIN(TestRemoteFinder)
#include "tst_remotefinder.moc"
