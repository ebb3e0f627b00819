// SPDX-License-Identifier: MIT
#include "tests/support/memorybook.h"
#include "ui/prompts/prompts.h"
#include "ui/theme/appearance.h"
#include "ui/theme/resources.h"
#include "ui/theme/theme.h"
#include "ui/views/savedviews.h"
#include "ui/views/saveviewsheet.h"
#include "ui/views/viewcounts.h"
#include "ui/views/viewfile.h"
#include "ui/widgets/toaststack.h"
#include "ui/window/viewfiles.h"

#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include <memory>

using namespace roster;

namespace {

//! Answers with the path that the test says.
class FilePrompts final : public QObject, public Prompts
{
public:
    QString path;
    QStringList titles;

    OperationOf<bool> *confirmDiscard(const QString &) override { return no(); }
    OperationOf<bool> *confirmResetSandbox() override { return no(); }
    OperationOf<QString> *chooseFileToOpen(const FileQuestion &asked) override
    {
        return chosen(asked);
    }
    OperationOf<QString> *chooseFileToSave(const FileQuestion &asked) override
    {
        return chosen(asked);
    }

private:
    OperationOf<bool> *no()
    {
        auto *operation = new OperationOf<bool>(this);
        operation->settle(false);
        return operation;
    }
    OperationOf<QString> *chosen(const FileQuestion &asked)
    {
        titles << asked.title;
        auto *operation = new OperationOf<QString>(this);
        operation->settle(path);
        return operation;
    }
};

SavedView viewNamed(const QString &name, Role role = Role::Lead)
{
    ContactQuery query;
    query.setRole(role);
    SavedView view;
    view.id = QUuid::createUuid();
    view.name = name;
    view.filter = query.filter;
    view.text = QStringLiteral("ada+1");
    view.columns = QByteArrayLiteral("[1]");
    view.sortColumn = SortColumn::Email;
    view.sortOrder = Qt::AscendingOrder;
    return view;
}

} // namespace

class TestSavedViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void staysFromOneStartToTheNext();
    void keepsOffConditions();
    void namesAreUnique();
    void movesAndPutsBack();
    void whatCannotBeReadIsSetAside();
    void theSheetWantsAFreeName();
    void exportsAndImports();
    void theFileIsItsOwnersOnly();
    void aFailedExportLeavesTheFile();
    void refusesWhatIsNoViewFile_data();
    void refusesWhatIsNoViewFile();
    void importingTwiceAddsNothing();
    void importGivesFreeNamesAndIds();
    void importIsTakenBack();
    void closedQuestionsDoNothing();
    void countsEachView();

private:
    std::unique_ptr<SavedViews> makeViews()
    {
        return std::make_unique<SavedViews>(
            SavedViews::Keeping{
                QStringLiteral("views"), [this](const QString &name) { return m_kept.value(name); },
                [this](const QString &name, const QByteArray &value) { m_kept[name] = value; }},
            nullptr);
    }
    QStringList names() const
    {
        QStringList names;
        for (const SavedView &view : m_views->all())
            names << view.name;
        return names;
    }
    QString file(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    QString put(const QByteArray &content) const
    {
        QFile written(file("in.json"));
        if (!written.open(QIODevice::WriteOnly) || written.write(content) != content.size())
            qFatal("cannot write the test's file");
        return written.fileName();
    }

    Appearance m_appearance;
    std::unique_ptr<Theme> m_theme;
    QTemporaryDir m_folder;
    QHash<QString, QByteArray> m_kept;
    std::unique_ptr<SavedViews> m_views;
};

void TestSavedViews::initTestCase()
{
    initUiResources();
    m_theme = std::make_unique<Theme>(*qApp, m_appearance);
}

void TestSavedViews::init()
{
    m_kept.clear();
    m_views = makeViews();
}

void TestSavedViews::staysFromOneStartToTheNext()
{
    QSignalSpy changed(m_views.get(), &SavedViews::changed);
    const SavedView first = viewNamed(QStringLiteral("Churn risk"));
    m_views->add(first);
    m_views->add(viewNamed(QStringLiteral("No owner")));
    QCOMPARE(changed.size(), 2);
    const QList<SavedView> before = m_views->all();
    m_views = makeViews();
    QCOMPARE(m_views->all(), before);
    QVERIFY(!m_views->wasSetAside());
    QCOMPARE(*m_views->view(first.id), first);
}

void TestSavedViews::keepsOffConditions()
{
    SavedView view = viewNamed(QStringLiteral("Off"));
    view.filter.groups[0].conditions[0].isOn = false;
    const QUuid id = m_views->add(view);
    m_views = makeViews();
    QVERIFY(!m_views->view(id)->filter.groups.at(0).conditions.at(0).isOn);
}

void TestSavedViews::namesAreUnique()
{
    const QUuid one = m_views->add(viewNamed(QStringLiteral("One")));
    m_views->add(viewNamed(QStringLiteral("Two")));
    QVERIFY(!m_views->rename(one, QStringLiteral(" two ")));
    QVERIFY(!m_views->rename(one, QStringLiteral("   ")));
    QVERIFY(m_views->rename(one, QStringLiteral("ONE")));
    QVERIFY(m_views->rename(one, QStringLiteral(" Uno  more ")));
    QCOMPARE(names(), QStringList({QStringLiteral("Uno more"), QStringLiteral("Two")}));
    QVERIFY(m_views->isNameTaken(QStringLiteral("TWO")));
}

void TestSavedViews::movesAndPutsBack()
{
    QList<QUuid> ids;
    for (const char16_t *name : {u"a", u"b", u"c", u"d"})
        ids << m_views->add(viewNamed(QString::fromUtf16(name)));
    m_views->move(ids.at(0), 2);
    QCOMPARE(names().join(u' '), QStringLiteral("b c a d"));
    m_views->move(ids.at(3), -5);
    QCOMPARE(names().join(u' '), QStringLiteral("d b c a"));
    const SavedView gone = *m_views->view(ids.at(1));
    m_views->remove(gone.id);
    QCOMPARE(names().join(u' '), QStringLiteral("d c a"));
    m_views->add(gone, 1);
    QCOMPARE(names().join(u' '), QStringLiteral("d b c a"));
}

void TestSavedViews::whatCannotBeReadIsSetAside()
{
    const QByteArray damaged("{\"format\": \"roster-views\", \"version\": 99, \"views\": []}");
    m_kept[QStringLiteral("views")] = damaged;
    m_views = makeViews();
    QVERIFY(m_views->wasSetAside() && m_views->all().isEmpty());
    m_views->add(viewNamed(QStringLiteral("New")));
    QCOMPARE(m_kept.value(QStringLiteral("views-aside")), damaged);
    m_views = makeViews();
    QCOMPARE(names(), QStringList(QStringLiteral("New")));
}

void TestSavedViews::theSheetWantsAFreeName()
{
    m_views->add(viewNamed(QStringLiteral("Churn risk")));
    QWidget window;
    window.resize(900, 600);
    window.show();
    auto *sheet = new SaveViewSheet(*m_theme, *m_views, QStringLiteral("Role is lead"), &window);
    QSignalSpy named(sheet, &SaveViewSheet::named);
    sheet->open();
    auto *edit = sheet->findChild<QLineEdit *>(QStringLiteral("viewNameEdit"));
    QTRY_VERIFY(edit->hasFocus());
    auto *save = sheet->findChild<QPushButton *>(QStringLiteral("saveViewButton"));
    QVERIFY(!save->isEnabled());
    QTest::keyClicks(edit, QStringLiteral("churn Risk"));
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(named.isEmpty() && edit->property("invalid").toBool());
    QTest::keyClicks(edit, QStringLiteral(" 2"));
    QVERIFY(!edit->property("invalid").toBool());
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(named.size(), 1);
    QCOMPARE(named.first().first().toString(), QStringLiteral("churn Risk 2"));
}

void TestSavedViews::exportsAndImports()
{
    m_views->add(viewNamed(QStringLiteral("Churn risk")));
    m_views->add(viewNamed(QStringLiteral("Ω ≠ ة 👩🏽‍🚀"), Role::User));
    const QList<SavedView> before = m_views->all();
    FilePrompts prompts;
    prompts.path = file("views.json");
    QWidget window;
    ToastStack toasts(*m_theme, QStringLiteral("toasts"), &window);
    ViewFiles files(*m_views, prompts, toasts, nullptr);
    files.exportViews();
    QTRY_COMPARE(toasts.toasts().size(), 1);
    QVERIFY(toasts.toasts().first()->text().startsWith(QStringLiteral("2 views exported")));
    m_kept.clear();
    SavedViews others({QStringLiteral("views"), [](const QString &) { return QByteArray(); },
                       [](const QString &, const QByteArray &) {}},
                      nullptr);
    ViewFiles there(others, prompts, toasts, nullptr);
    there.importViews();
    QTRY_COMPARE(others.all().size(), 2);
    QCOMPARE(others.all(), before);
    QCOMPARE(prompts.titles.size(), 2);
}

void TestSavedViews::theFileIsItsOwnersOnly()
{
    const QString path = file("mine.json");
    QVERIFY(writeViewFile(path, {viewNamed(QStringLiteral("A"))}).isOk());
    const auto mine = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser |
                      QFileDevice::WriteUser;
    QCOMPARE(QFileInfo(path).permissions(), mine);
    QVERIFY(QFile::setPermissions(path, QFileDevice::Permissions(0x6666)));
    QVERIFY(writeViewFile(path, {viewNamed(QStringLiteral("B"))}).isOk());
    QCOMPARE(QFileInfo(path).permissions(), mine);
}

void TestSavedViews::aFailedExportLeavesTheFile()
{
    const Result<Done> refused =
        writeViewFile(file("no/such/folder.json"), {viewNamed(QStringLiteral("A"))});
    QVERIFY(!refused.isOk());
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QVERIFY(!viewFileText(refused.error()).isEmpty());
}

void TestSavedViews::refusesWhatIsNoViewFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QByteArray &content, const char *says) {
        QTest::newRow(name) << content << QString::fromUtf8(says);
    };
    const QByteArray good = savedViewsToJson({viewNamed(QStringLiteral("Good"))});
    row("empty", {}, "damaged");
    row("no JSON", "hello", "damaged");
    row("cut", good.left(good.size() / 2), "damaged");
    row("another format", "{\"format\": \"other\", \"version\": 1, \"views\": []}", "no file of");
    row("newer", QByteArray(good).replace("\"version\": 1", "\"version\": 2"), "newer Roster");
    row("unknown test", QByteArray(good).replace("\"is\"", "\"sounds_like\""), "sounds_like");
    row("no name", QByteArray(good).replace("\"Good\"", "\" \""), "name");
    row("large", QByteArray(9 * 1024 * 1024, ' '), "no file of");
}

void TestSavedViews::refusesWhatIsNoViewFile()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    m_views->add(viewNamed(QStringLiteral("Here")));
    FilePrompts prompts;
    prompts.path = put(content);
    QWidget window;
    ToastStack toasts(*m_theme, QStringLiteral("toasts"), &window);
    ViewFiles files(*m_views, prompts, toasts, nullptr);
    files.importViews();
    QTRY_COMPARE(toasts.toasts().size(), 1);
    const QString told = toasts.toasts().first()->text();
    QVERIFY2(told.contains(says) && told.contains(QStringLiteral("in.json")), qPrintable(told));
    QCOMPARE(names(), QStringList(QStringLiteral("Here")));
}

void TestSavedViews::importingTwiceAddsNothing()
{
    const QList<SavedView> views{viewNamed(QStringLiteral("A")), viewNamed(QStringLiteral("B"))};
    QCOMPARE(m_views->import(views).size(), 2);
    QVERIFY(m_views->import(views).isEmpty());
    QCOMPARE(m_views->all(), views);
}

void TestSavedViews::importGivesFreeNamesAndIds()
{
    SavedView view = viewNamed(QStringLiteral("A"));
    m_views->add(view);
    view.text = QStringLiteral("other");
    const QList<QUuid> added = m_views->import({view});
    QCOMPARE(names(), QStringList({QStringLiteral("A"), QStringLiteral("A (2)")}));
    QVERIFY(added.size() == 1 && added.first() != view.id);
}

void TestSavedViews::importIsTakenBack()
{
    m_views->add(viewNamed(QStringLiteral("Here")));
    FilePrompts prompts;
    prompts.path =
        put(savedViewsToJson({viewNamed(QStringLiteral("A")), viewNamed(QStringLiteral("B"))}));
    QWidget window;
    window.resize(800, 600);
    window.show();
    ToastStack toasts(*m_theme, QStringLiteral("toasts"), &window);
    ViewFiles files(*m_views, prompts, toasts, nullptr);
    files.importViews();
    QTRY_COMPARE(m_views->all().size(), 3);
    QTest::mouseClick(toasts.toasts().first()->actionButton(), Qt::LeftButton);
    QCOMPARE(names(), QStringList(QStringLiteral("Here")));
}

void TestSavedViews::closedQuestionsDoNothing()
{
    m_views->add(viewNamed(QStringLiteral("Here")));
    FilePrompts prompts;
    QWidget window;
    ToastStack toasts(*m_theme, QStringLiteral("toasts"), &window);
    ViewFiles files(*m_views, prompts, toasts, nullptr);
    files.exportViews();
    files.importViews();
    QCOMPARE(prompts.titles.size(), 2);
    // Answered questions go by themselves.
    QTRY_VERIFY(prompts.findChildren<Operation *>().isEmpty());
    QVERIFY(toasts.toasts().isEmpty());
    QCOMPARE(names(), QStringList(QStringLiteral("Here")));
}

void TestSavedViews::countsEachView()
{
    MemoryBook book;
    book.fill(50);
    ViewCounts counter(book, nullptr);
    QHash<QUuid, int> counts;
    connect(&counter, &ViewCounts::counted, this,
            [&counts](const QUuid &view, int contacts) { counts[view] = contacts; });
    SavedView leads = viewNamed(QStringLiteral("Leads"));
    SavedView users = viewNamed(QStringLiteral("Users"), Role::User);
    leads.text.clear();
    users.text.clear();
    counter.count({leads, users}, {});
    QTRY_COMPARE(counts.size(), 2);
    QCOMPARE(counts.value(leads.id), 10);
    QCOMPARE(counts.value(users.id), 40);
    // While a round runs the next one waits; each view is asked for one at a time.
    book.holdAnswers();
    counter.count({leads, users}, {});
    counter.count({users}, {});
    QCOMPARE(book.waiting(), 1);
    counts.clear();
    for (int i = 0; i < 3; ++i) {
        QTRY_COMPARE(book.waiting(), 1);
        book.answer();
        QTRY_COMPARE(book.waiting(), i < 2 ? 1 : 0);
    }
    QTRY_COMPARE(counts.size(), 2);
}

QTEST_MAIN(TestSavedViews)
#include "tst_savedviews.moc"
