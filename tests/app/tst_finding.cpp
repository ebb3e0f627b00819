// SPDX-License-Identifier: MIT
#include "core/service/contactservice.h"
#include "tests/app/appstage.h"
#include "ui/contacts/contactheader.h"
#include "ui/contacts/contacttableview.h"
#include "ui/contacts/filterbar.h"
#include "ui/contacts/sidebar.h"
#include "ui/contacts/sidebarmodel.h"
#include "ui/panel/contactpanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/toaststack.h"
#include "ui/window/contactsview.h"
#include "ui/window/viewcommands.h"
#include "ui/window/workspacebar.h"
#include "ui/window/workspacepage.h"

#include <QtGui/QContextMenuEvent>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>

using namespace roster;
using roster::test::AppStage;

//! Filters, saved views and the search on Intercom in the whole program.
class TestFinding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filtersByKeyboard();
    void filtersByADay();
    void namesTheFiltersThatFindNothing();
    void savesAndChoosesAView();
    void savesOrRevertsWhatWasEdited();
    void aViewBringsItsLookAndTakesItAway();
    void renamesMovesAndDeletes();
    void viewsBelongToTheirWorkspace();
    void searchesOnIntercom();
    void findsDuplicatesByKey();
    void opensTheCompaniesOfTheSidebar();

private:
    //! Into the open popup, or else the window.
    static void key(AppStage &app, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(app.keyboard(), key, modifiers);
    }
    static void type(const QString &text)
    {
        QWidget *popup = QApplication::activePopupWidget();
        QTest::keyClicks(popup ? popup->focusWidget() : QApplication::focusWidget(), text);
    }
    static void filterByRole(AppStage &app, const QString &role)
    {
        key(app, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        type(QStringLiteral("Role"));
        key(app, Qt::Key_Return);
        type(role);
        key(app, Qt::Key_Return);
        QTRY_VERIFY(!app.window().findChild<QWidget *>(QStringLiteral("conditionPopup")));
        app.keyboard();
    }
    static bool saveAs(AppStage &app, const QString &name)
    {
        key(app, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        return app.type(QStringLiteral("viewNameEdit"), name) &&
               app.click(QStringLiteral("saveViewButton"));
    }
    static SidebarModel &lines(AppStage &app)
    {
        return static_cast<SidebarModel &>(*app.page().sidebar().model());
    }
    static QStringList viewNames(AppStage &app)
    {
        QStringList names;
        for (const SavedLine &line : lines(app).saved())
            names << line.name;
        return names;
    }
    static void choose(AppStage &app, const QString &line)
    {
        Sidebar &sidebar = app.page().sidebar();
        for (int row = 0; row < sidebar.model()->rowCount(); ++row) {
            const QModelIndex index = sidebar.model()->index(row, 0);
            if (index.data().toString() == line)
                return QTest::mouseClick(sidebar.viewport(), Qt::LeftButton, {},
                                         sidebar.visualRect(index).center());
        }
        QFAIL("no such line");
    }
};

void TestFinding::filtersByKeyboard()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    auto *found = app.page().bar().findChild<QLabel *>(QStringLiteral("foundLabel"));
    QVERIFY(found->text().isEmpty());
    filterByRole(app, QStringLiteral("lead"));
    QTRY_VERIFY(app.rows() > 0 && app.rows() < 60);
    for (int row = 0; row < app.rows(); ++row)
        QVERIFY(app.page().contacts().model().rowAt(row).role == Role::Lead);
    QTRY_COMPARE(found->text(), QStringLiteral("%1 of 60").arg(app.rows()));
    QCOMPARE(app.page().sidebar().currentIndex().data().toString(), QStringLiteral("Leads"));
    key(app, Qt::Key_Space, Qt::ControlModifier);
    QTRY_COMPARE(app.rows(), 60);
    QVERIFY(!static_cast<FilterChip *>(app.find(QStringLiteral("filter0_0Chip")))->isOn());
    key(app, Qt::Key_Delete);
    QTRY_VERIFY(!app.sees(QStringLiteral("filter0_0Chip")));
    // Delete was the chip's: nothing was archived.
    QCOMPARE(app.rows(), 60);
    QVERIFY(app.page().toasts().toasts().isEmpty());
}

void TestFinding::filtersByADay()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    key(app, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    type(QStringLiteral("Created"));
    key(app, Qt::Key_Return);
    QVERIFY(app.click(QStringLiteral("filterTestCombo")));
    key(app, Qt::Key_Home);
    key(app, Qt::Key_Down);
    key(app, Qt::Key_Return);
    QTRY_VERIFY(app.sees(QStringLiteral("filterCalendar")));
    key(app, Qt::Key_Escape);
    QTRY_VERIFY(!app.sees(QStringLiteral("conditionPopup")));
    key(app, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(app.sees(QStringLiteral("pickPopup")));
}

void TestFinding::namesTheFiltersThatFindNothing()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    filterByRole(app, QStringLiteral("lead"));
    QTRY_VERIFY(app.rows() < 60);
    QTest::keyClicks(&app.page().bar().search(), QStringLiteral("zzqq"));
    QTRY_VERIFY(app.sees(QStringLiteral("contactEmpty")));
    const QString told = app.find(QStringLiteral("contactEmpty"))->accessibleDescription();
    QVERIFY2(told.contains(QStringLiteral("zzqq")) && told.contains(QStringLiteral("Role is lead")),
             qPrintable(told));
    QVERIFY(app.click(QStringLiteral("clearFiltersButton")));
    QTRY_COMPARE(app.rows(), 60);
}

void TestFinding::savesAndChoosesAView()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    QVERIFY(!app.sees(QStringLiteral("saveAsViewButton")));
    filterByRole(app, QStringLiteral("lead"));
    QTRY_VERIFY(app.rows() < 60);
    const int leads = app.rows();
    QVERIFY(app.click(QStringLiteral("saveAsViewButton")));
    QVERIFY(app.type(QStringLiteral("viewNameEdit"), QStringLiteral("New leads")));
    key(app, Qt::Key_Return);
    QTRY_COMPARE(viewNames(app), QStringList(QStringLiteral("New leads")));
    QTRY_COMPARE(app.page().sidebar().currentIndex().data().toString(),
                 QStringLiteral("New leads"));
    QTRY_VERIFY(lines(app).saved().first().count == leads);
    choose(app, QStringLiteral("All contacts"));
    QTRY_COMPARE(app.rows(), 60);
    choose(app, QStringLiteral("New leads"));
    QTRY_COMPARE(app.rows(), leads);
    QVERIFY(app.sees(QStringLiteral("filter0_0Chip")));
}

void TestFinding::savesOrRevertsWhatWasEdited()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    filterByRole(app, QStringLiteral("lead"));
    QVERIFY(saveAs(app, QStringLiteral("People")));
    QTRY_VERIFY(!lines(app).saved().isEmpty());
    const auto isEdited = [&app] { return lines(app).saved().first().isEdited; };
    QVERIFY(!isEdited() && !app.sees(QStringLiteral("revertViewButton")));
    app.page().contacts().table().setFocus();
    app.page().contacts().filters().clear();
    QTRY_VERIFY(isEdited());
    QTRY_COMPARE(app.rows(), 60);
    QVERIFY(app.click(QStringLiteral("revertViewButton")));
    QTRY_VERIFY(!isEdited() && app.rows() < 60);
    app.page().contacts().filters().clear();
    QTRY_COMPARE(app.rows(), 60);
    QVERIFY(app.click(QStringLiteral("saveEditedViewButton")));
    QTRY_VERIFY(!isEdited() && !app.sees(QStringLiteral("saveEditedViewButton")));
    choose(app, QStringLiteral("Leads"));
    QTRY_VERIFY(app.rows() < 60);
    choose(app, QStringLiteral("People"));
    QTRY_COMPARE(app.rows(), 60);
}

void TestFinding::aViewBringsItsLookAndTakesItAway()
{
    QHash<QString, QByteArray> states;
    const int phone = columnOf(ContactColumn::Phone);
    {
        AppStage app(60, &states);
        QVERIFY(app.openSandbox());
        QTRY_COMPARE(app.rows(), 60);
        ContactTableView &table = app.page().contacts().table();
        ContactTableModel &model = app.page().contacts().model();
        QTest::keyClicks(&app.page().bar().search(), QStringLiteral("a"));
        QVERIFY(saveAs(app, QStringLiteral("By name")));
        QTRY_VERIFY(!lines(app).saved().isEmpty());
        QVERIFY(table.isColumnHidden(phone));
        table.contactHeader()->setColumnShown(phone, true);
        model.sort(columnOf(ContactColumn::Name), Qt::AscendingOrder);
        QTRY_VERIFY(lines(app).saved().first().isEdited);
        key(app, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!lines(app).saved().first().isEdited);

        choose(app, QStringLiteral("All contacts"));
        QTRY_COMPARE(app.rows(), 60);
        QVERIFY(table.isColumnHidden(phone) && app.page().bar().search().text().isEmpty());
        QCOMPARE(model.query().sortColumn, SortColumn::LastSeenAt);
        choose(app, QStringLiteral("By name"));
        QVERIFY(!table.isColumnHidden(phone));
        QCOMPARE(app.page().bar().search().text(), QStringLiteral("a"));
        QCOMPARE(model.query().sortColumn, SortColumn::Name);
        QVERIFY(!lines(app).saved().first().isEdited);
        // Another width of the window is no change of the view.
        app.window().resize(1000, 700);
        QVERIFY(!lines(app).saved().first().isEdited);
        app.window().close();
    }
    AppStage again(60, &states);
    QVERIFY(again.openSandbox());
    QVERIFY(again.page().contacts().table().isColumnHidden(phone));
    QCOMPARE(viewNames(again), QStringList(QStringLiteral("By name")));
}

void TestFinding::renamesMovesAndDeletes()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    filterByRole(app, QStringLiteral("lead"));
    for (const char16_t *name : {u"One", u"Two", u"Three"})
        QVERIFY(saveAs(app, QString::fromUtf16(name)));
    QTRY_COMPARE(viewNames(app).join(u' '), QStringLiteral("One Two Three"));
    choose(app, QStringLiteral("Two"));
    Sidebar &sidebar = app.page().sidebar();
    sidebar.setFocus();
    QTest::keyClick(&sidebar, Qt::Key_Up, Qt::AltModifier);
    QTRY_COMPARE(viewNames(app).join(u' '), QStringLiteral("Two One Three"));
    QCOMPARE(sidebar.currentIndex().data().toString(), QStringLiteral("Two"));
    QTest::keyClick(&sidebar, Qt::Key_F2);
    QVERIFY(app.type(QStringLiteral("renameViewEdit"), QStringLiteral("one")));
    key(app, Qt::Key_Return);
    // That name is taken.
    QTRY_COMPARE(app.page().toasts().toasts().size(), 1);
    QCOMPARE(viewNames(app).first(), QStringLiteral("Two"));
    QTest::keyClick(&sidebar, Qt::Key_F2);
    QVERIFY(app.type(QStringLiteral("renameViewEdit"), QStringLiteral("Zwei")));
    key(app, Qt::Key_Return);
    QTRY_COMPARE(viewNames(app).join(u' '), QStringLiteral("Zwei One Three"));

    app.page().toasts().clear();
    sidebar.setFocus();
    QTest::keyClick(&sidebar, Qt::Key_Delete);
    QTRY_COMPARE(viewNames(app).join(u' '), QStringLiteral("One Three"));
    QTRY_COMPARE(app.page().toasts().toasts().size(), 1);
    QTest::mouseClick(app.page().toasts().toasts().first()->actionButton(), Qt::LeftButton);
    QTRY_COMPARE(viewNames(app).join(u' '), QStringLiteral("Zwei One Three"));
    QCOMPARE(sidebar.currentIndex().data().toString(), QStringLiteral("Zwei"));
}

void TestFinding::viewsBelongToTheirWorkspace()
{
    QHash<QString, QByteArray> states;
    AppStage app(20, &states);
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 20);
    filterByRole(app, QStringLiteral("user"));
    QVERIFY(saveAs(app, QStringLiteral("Mine")));
    QTRY_VERIFY(!viewNames(app).isEmpty());
    const QString name = QStringLiteral("savedViews-") + app.session().identity().id;
    QVERIFY(states.value(name).contains("Mine"));
}

void TestFinding::searchesOnIntercom()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    filterByRole(app, QStringLiteral("lead"));
    QTRY_VERIFY(app.rows() < 60);
    const int leads = app.rows();
    QVERIFY(app.click(QStringLiteral("searchRemotelyButton")));
    QTRY_VERIFY(app.sees(QStringLiteral("foundBanner")));
    auto *banner = static_cast<Banner *>(app.find(QStringLiteral("foundBanner")));
    QTRY_COMPARE(banner->text(), QStringLiteral("%1 found on Intercom").arg(leads));
    QCOMPARE(app.rows(), leads);
    // Another question is asked of the local list again.
    choose(app, QStringLiteral("All contacts"));
    QTRY_COMPARE(app.rows(), 60);
    QVERIFY(!app.sees(QStringLiteral("foundBanner")));
}

void TestFinding::findsDuplicatesByKey()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    const ContactDraft twin{{{ContactField::Role, QStringLiteral("lead")},
                             {ContactField::Email, QStringLiteral("twin@example.com")}},
                            {}};
    for (int i = 0; i < 2; ++i)
        app.session().contacts().create(twin);
    QTRY_COMPARE(app.rows(), 62);
    key(app, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(app.sees(QStringLiteral("duplicatesSheet")));
    auto *groups = app.window().findChild<QListView *>(QStringLiteral("duplicateGroupList"));
    QTRY_VERIFY(groups->model()->rowCount() > 0);
    QVERIFY(app.type(QStringLiteral("duplicateNarrowEdit"), QStringLiteral("twin@")));
    QTRY_COMPARE(groups->model()->rowCount(), 1);
    QVERIFY(app.click(QStringLiteral("openDuplicateButton")));
    QTRY_VERIFY(!app.sees(QStringLiteral("duplicatesSheet")));
    const auto shown = app.session().book().contact(app.page().panel().contactId());
    QVERIFY(shown);
    QCOMPARE(shown->email(), QStringLiteral("twin@example.com"));
}

void TestFinding::opensTheCompaniesOfTheSidebar()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    Sidebar &sidebar = app.page().sidebar();
    QModelIndex company;
    const auto findCompany = [&] {
        for (int row = 0; row < sidebar.model()->rowCount(); ++row) {
            if (lines(app).kindOf(row) == SidebarModel::Kind::Company)
                company = sidebar.model()->index(row, 0);
        }
        return company.isValid();
    };
    QTRY_VERIFY(findCompany());
    const QString name = company.data().toString();
    sidebar.scrollTo(company);
    const QPoint at = sidebar.visualRect(company).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, sidebar.viewport()->mapToGlobal(at));
    QApplication::sendEvent(sidebar.viewport(), &event);
    QTRY_VERIFY(QApplication::activePopupWidget());
    QCOMPARE(QApplication::activePopupWidget()->objectName(), QStringLiteral("companyMenu"));
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    QTRY_VERIFY(app.sees(QStringLiteral("companySheet")));
    QCOMPARE(static_cast<Sheet *>(app.find(QStringLiteral("companySheet")))->title(), name);
    auto *people = app.window().findChild<QListView *>(QStringLiteral("companyContactList"));
    QTRY_VERIFY(people->model()->rowCount() > 0);
    app.key(Qt::Key_Down);
    app.key(Qt::Key_Return);
    QTRY_VERIFY(!app.sees(QStringLiteral("companySheet")));
    QTRY_VERIFY(!app.page().panel().contactId().isEmpty());
}

QTEST_MAIN(TestFinding)
#include "tst_finding.moc"
