// SPDX-License-Identifier: MIT
#include "core/service/contactservice.h"
#include "core/service/session.h"
#include "core/service/syncer.h"
#include "tests/app/appstage.h"
#include "ui/archive/archivedlist.h"
#include "ui/archive/archivedmodel.h"
#include "ui/archive/archivedview.h"
#include "ui/contacts/contacttableview.h"
#include "ui/panel/contactpanel.h"
#include "ui/widgets/bannerstack.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/toaststack.h"
#include "ui/window/contactsview.h"
#include "ui/window/panelfeed.h"
#include "ui/window/sidebarcounts.h"
#include "ui/window/workspacebar.h"
#include "ui/window/workspacepage.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>

using namespace roster;
using roster::test::AppStage;

//! What people see of loading, refreshing and contacts that are gone, in the whole program.
class TestSyncing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstLoadIsToldInNumbers();
    void whatArrivesMovesNothing_data();
    void whatArrivesMovesNothing();
    void noResultsWhileItLoadsAreNotFinal();
    void aTagFilterTellsWhatItCannotTell();
    void tellsOfAContactThatIsGone();
    void thePanelSaysThatItsContactIsGone();
    void looksForDeletedContactsInVain();

private:
    static QString status(AppStage &app)
    {
        return app.page().bar().findChild<QLabel *>(QStringLiteral("syncLabel"))->text();
    }
    static bool isLoaded(AppStage &app, int contacts)
    {
        return app.session().syncer().status().state == SyncStatus::State::UpToDate &&
               app.rows() == contacts;
    }
    //! Deletes a contact as somebody else.
    static void deleteElsewhere(AppStage &app, const ContactId &id)
    {
        sandbox::Request request;
        request.method = "DELETE";
        request.path = QStringLiteral("/contacts/") + id.text();
        request.version = "2.10";
        QCOMPARE(app.server().ask(request).status, 200);
    }
    //! Presses an entry of the workspace's menu.
    static void choose(AppStage &app, const QString &action)
    {
        auto *menu = app.page().bar().findChild<QMenu *>(QStringLiteral("workspaceMenu"));
        for (QAction *entry : menu->actions()) {
            if (entry->objectName() == action)
                return entry->trigger();
        }
        QFAIL("no such entry");
    }
    static ArchivedModel &archived(AppStage &app) { return app.page().archived().model(); }
};

void TestSyncing::theFirstLoadIsToldInNumbers()
{
    AppStage app(1500, nullptr, 150);
    QVERIFY(app.click(QStringLiteral("openSandboxButton")));
    QTRY_VERIFY_WITH_TIMEOUT(app.window().page(), 30'000);
    // None is not how many there are, before the first are here.
    QCOMPARE(app.page().bar().search().placeholderText(), QStringLiteral("Search contacts"));
    QSignalSpy counted(app.page().findChild<SidebarCounts *>(), &SidebarCounts::counted);
    QTRY_VERIFY_WITH_TIMEOUT(status(app).startsWith(QStringLiteral("Loading ")), 30'000);
    const QString line = status(app);
    QVERIFY2(line.endsWith(QStringLiteral("of about ") + QLocale().toString(1500)),
             qPrintable(line));
    auto *label = app.page().bar().findChild<QLabel *>(QStringLiteral("syncLabel"));
    QCOMPARE(label->accessibleName(), line);
    QVERIFY(!label->toolTip().isEmpty());
    QCOMPARE(label->accessibleDescription(), label->toolTip());
    QTRY_VERIFY(!counted.isEmpty());
    QVERIFY(counted.takeFirst().constFirst().value<ContactCounts>().all > 0);
    QTRY_VERIFY_WITH_TIMEOUT(isLoaded(app, 1500), 60'000);
    QCOMPARE(status(app), QStringLiteral("Up to date"));
    QTRY_COMPARE(app.page().bar().search().placeholderText(),
                 QStringLiteral("Search %1 contacts").arg(QLocale().toString(1500)));
    QVERIFY(label->toolTip().contains(QStringLiteral("Last refreshed at")));
}

void TestSyncing::whatArrivesMovesNothing_data()
{
    QTest::addColumn<bool>("isSelected");
    QTest::newRow("the top row") << false;
    QTest::newRow("the current row") << true;
}

void TestSyncing::whatArrivesMovesNothing()
{
    QFETCH(bool, isSelected);
    AppStage app(1500, nullptr, 300);
    QVERIFY(app.click(QStringLiteral("openSandboxButton")));
    QTRY_VERIFY_WITH_TIMEOUT(app.window().page(), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(app.rows() >= 50, 30'000);
    ContactTableModel &model = app.page().contacts().model();
    ContactTableView &table = app.page().contacts().table();
    // By name, later ones come in between everywhere.
    model.sort(columnOf(ContactColumn::Name), Qt::AscendingOrder);
    QTRY_VERIFY(!model.isLoading() && app.rows() >= 50);
    const int height = table.visualRect(model.index(0, 1)).height();
    table.verticalScrollBar()->setValue(20 * height + 7);
    const int row = table.rowAt(0) + (isSelected ? 3 : 0);
    if (isSelected)
        app.clickRow(row);
    const ContactId id = model.idAt(row);
    const int y = app.rowCentre(row).y();
    QVERIFY2(app.rows() < 1500, "all of them were there before anything could arrive");
    QTRY_VERIFY_WITH_TIMEOUT(isLoaded(app, 1500), 60'000);
    QCOMPARE(model.idAt(table.rowAt(std::max(y, 0))), id);
    const int now = table.rowAt(std::max(y, 0));
    QVERIFY2(now > row, "nothing arrived above");
    QCOMPARE(app.rowCentre(now).y(), y);
    QCOMPARE(app.page().contacts().selection().count(), isSelected ? 1 : 0);
    QCOMPARE(app.page().contacts().selection().currentId() == id, isSelected);
}

void TestSyncing::noResultsWhileItLoadsAreNotFinal()
{
    AppStage app(1500, nullptr, 300);
    QVERIFY(app.click(QStringLiteral("openSandboxButton")));
    QTRY_VERIFY_WITH_TIMEOUT(app.window().page(), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(app.rows() >= 50, 30'000);
    app.page().contacts().setText(QStringLiteral("zzqq"));
    QTRY_VERIFY(app.sees(QStringLiteral("contactEmpty")));
    QWidget *empty = app.find(QStringLiteral("contactEmpty"));
    QCOMPARE(empty->accessibleName(), QStringLiteral("No results so far"));
    QVERIFY(empty->accessibleDescription().contains(QStringLiteral("Not all contacts")));
    // What is told anew while contacts arrive is the same: nothing is built again.
    const QPointer<QWidget> button = app.find(QStringLiteral("clearFiltersButton"));
    const int before = app.session().syncer().status().done;
    QTRY_VERIFY(app.session().syncer().status().done > before);
    QVERIFY(button && button->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(empty->accessibleName(), QStringLiteral("No results"), 60'000);
    QVERIFY(!empty->accessibleDescription().contains(QStringLiteral("Not all contacts")));
}

void TestSyncing::aTagFilterTellsWhatItCannotTell()
{
    AppStage app(300, nullptr, 200);
    QVERIFY(app.click(QStringLiteral("openSandboxButton")));
    QTRY_VERIFY_WITH_TIMEOUT(app.window().page(), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(!app.session().book().tags().isEmpty() && app.rows() > 0, 30'000);
    ContactQuery query;
    query.setTag(app.session().book().tags().constFirst().id);
    app.page().contacts().setFilter(query);
    QTRY_VERIFY_WITH_TIMEOUT(app.sees(QStringLiteral("untoldLabel")), 30'000);
    auto *untold = static_cast<ElidedLabel *>(app.find(QStringLiteral("untoldLabel")));
    QVERIFY2(untold->fullText().contains(QStringLiteral("tags are not known completely yet")),
             qPrintable(untold->fullText()));
    QTRY_VERIFY_WITH_TIMEOUT(app.session().syncer().status().state == SyncStatus::State::UpToDate,
                             60'000);
    QCOMPARE(app.session().syncer().status().incomplete, IncompleteLists());
    QTRY_VERIFY(!app.sees(QStringLiteral("untoldLabel")));
}

void TestSyncing::tellsOfAContactThatIsGone()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    const ContactRow gone = app.page().contacts().model().rowAt(4);
    deleteElsewhere(app, gone.id);
    choose(app, QStringLiteral("lookForDeletedAction"));
    QTRY_COMPARE_WITH_TIMEOUT(app.rows(), 59, 30'000);
    auto *banners = app.page().findChild<BannerStack *>(QStringLiteral("banners"));
    QTRY_VERIFY(banners->banner(QStringLiteral("vanished")));
    Banner *banner = banners->banner(QStringLiteral("vanished"));
    QVERIFY2(banner->text().contains(QStringLiteral("gone from Intercom")),
             qPrintable(banner->text()));
    QTest::mouseClick(banner->actionButton(), Qt::LeftButton);
    QTRY_VERIFY(app.sees(QStringLiteral("archivedList")));
    QVERIFY(!banners->banner(QStringLiteral("vanished")));
    QTRY_COMPARE(archived(app).vanishedCount(), 1);
    QCOMPARE(archived(app).contactCount(), 0);
    ArchivedList &list = app.page().archived().list();
    QTRY_COMPARE(list.currentIndex().data(ArchivedModel::ContactIdRole).toString(), gone.id.text());
    QVERIFY(list.currentIndex().data(ArchivedModel::VanishedRole).toBool());
    QCOMPARE(list.currentIndex().data(ArchivedModel::EmailRole).toString(), gone.email);
    QVERIFY(list.currentIndex()
                .data(ArchivedModel::NoticedRole)
                .toString()
                .contains(QStringLiteral("Today")));
    // It cannot be restored, only forgotten.
    QVERIFY(app.page().archived().selectedTargets().isEmpty());
    QTest::keyClick(&list, Qt::Key_Return);
    QTRY_COMPARE(archived(app).vanishedCount(), 0);
    QTRY_VERIFY(app.sees(QStringLiteral("archivedEmpty")));
}

void TestSyncing::thePanelSaysThatItsContactIsGone()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    app.clickRow(4);
    const ContactId gone = app.page().contacts().model().idAt(4);
    QTRY_COMPARE(app.page().panel().contactId(), gone);
    deleteElsewhere(app, gone);
    const QSignalSpy shown(app.page().findChild<PanelFeed *>(), &PanelFeed::shown);
    app.session().contacts().fetch(gone);
    QTRY_COMPARE(app.rows(), 59);
    // The selection went with the row, and the panel has followed that.
    QTRY_VERIFY(!shown.isEmpty());
    QCOMPARE(app.page().panel().vanishedId(), gone);
    QVERIFY(app.sees(QStringLiteral("panelVanished")));
    // Choosing another one goes on.
    app.clickRow(7);
    const ContactId next = app.page().contacts().model().idAt(7);
    QTRY_COMPARE(app.page().panel().contactId(), next);
    QVERIFY(app.page().panel().vanishedId().isEmpty());
}

void TestSyncing::looksForDeletedContactsInVain()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    choose(app, QStringLiteral("lookForDeletedAction"));
    QTRY_COMPARE_WITH_TIMEOUT(app.page().toasts().toasts().size(), 1, 30'000);
    QCOMPARE(app.page().toasts().toasts().constFirst()->text(),
             QStringLiteral("No contact was deleted elsewhere."));
    QCOMPARE(app.rows(), 60);
}

QTEST_MAIN(TestSyncing)
#include "tst_syncing.moc"
