// SPDX-License-Identifier: MIT
#include "core/service/batchhistory.h"
#include "core/service/bulkrun.h"
#include "core/service/undohistory.h"
#include "tests/app/appstage.h"
#include "ui/archive/archivedlist.h"
#include "ui/archive/archivedmodel.h"
#include "ui/archive/archivedview.h"
#include "ui/bulk/bulkreviewer.h"
#include "ui/contacts/contacttableview.h"
#include "ui/panel/contactpanel.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/selectionbar.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/toaststack.h"
#include "ui/window/contactcommands.h"
#include "ui/window/contactsview.h"
#include "ui/window/workspacebar.h"
#include "ui/window/workspacepage.h"

#include <QtCore/QFile>
#include <QtCore/QPointer>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>

using namespace roster;
using namespace roster::test;

namespace {

const QString ArchivePath = QStringLiteral("/contacts/*/archive");
const QString RestorePath = QStringLiteral("/contacts/*/unarchive");

QAction &action(AppStage &app, const char *name)
{
    return *app.window().findChild<QAction *>(QLatin1String(name));
}

QString fullText(AppStage &app, const char *label)
{
    auto *found = qobject_cast<ElidedLabel *>(app.find(QLatin1String(label)));
    return found ? found->fullText() : QString();
}

Sheet *sheetOf(AppStage &app, const char *name)
{
    return qobject_cast<Sheet *>(app.find(QLatin1String(name)));
}

//! What the journal knows, the latest first.
QList<BatchSummary> batchesOf(AppStage &app)
{
    std::optional<QList<BatchSummary>> told;
    QObject context;
    app.session().batchHistory()->batches()->onFinished(
        &context, [&told](const Result<QList<BatchSummary>> &all) { told = *all; });
    if (!QTest::qWaitFor([&told] { return told.has_value(); }))
        qFatal("the journal did not answer");
    return *told;
}

QList<ContactId> idsOfRows(AppStage &app, int first, int last)
{
    QList<ContactId> ids;
    for (int row = first; row <= last; ++row)
        ids.append(app.page().contacts().model().idAt(row));
    return ids;
}

} // namespace

//! Bulk work in the whole program: what is chosen, reviewed, run, stopped and taken back.
class TestBulkWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void point7_hiddenRowsAreAnnounced();
    void point7_oneHiddenRowIsAnnounced();
    void point8_selectsByMenuAndNumber();
    void setsAnOwnerAndTakesItBack();
    void tagsSeveralAfterAReview();
    void stopsAndTakesBackWhatWasDone();
    void pausesAndQueues();
    void failuresStayInTheStrip();
    void whatIsUntouchedIsGoneOnWith();
    void tryingAnUndoAgainStaysAnUndo();
    void aLaterReviewReplacesAnEarlierOne();
    void noReviewComesOverAnotherSheet();
    void savesAReport();
    void undoesABatchLater();
    void showsAContactAsItWas();
    void restoresEverythingFromToday();
    void copiesWithoutTheToken();
    void tellsOfWhatWasCutShort();

private:
    static bool archiveRows(AppStage &app, int first, int last, const QString &name);
};

//! Selects rows by hand and confirms the review, its count typed where it has to be.
bool TestBulkWork::archiveRows(AppStage &app, int first, int last, const QString &name)
{
    app.clickRow(first);
    for (int row = first; row < last; ++row)
        app.key(Qt::Key_Down, Qt::ShiftModifier);
    app.key(Qt::Key_Delete);
    if (!app.type(QStringLiteral("batchNameEdit"), name))
        return false;
    if (app.sees(QStringLiteral("typedCountEdit")) &&
        !app.type(QStringLiteral("typedCountEdit"), QString::number(last - first + 1)))
        return false;
    return app.click(QStringLiteral("archiveButton"));
}

void TestBulkWork::point7_hiddenRowsAreAnnounced()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    app.clickRow(0);
    app.clickRow(7, Qt::ShiftModifier);
    const ContactRow kept = app.page().contacts().model().rowAt(3);
    app.page().bar().search().setText(kept.email);
    QTRY_COMPARE(app.rows(), 1);
    auto *bar = qobject_cast<SelectionBar *>(app.find(QStringLiteral("selectionBar")));
    QVERIFY(bar);
    QCOMPARE(bar->text(), QStringLiteral("8 selected, 7 of them hidden"));
    QVERIFY(action(app, "deselectHiddenAction").isEnabled());
    action(app, "archiveAction").trigger();
    QTRY_VERIFY(app.sees(QStringLiteral("archiveSheet")));
    const QString facts = sheetOf(app, "archiveSheet")->accessibleDescription();
    QVERIFY2(facts.contains(QStringLiteral("7 of all those selected are hidden by filters")),
             qPrintable(facts));
    QVERIFY(sheetOf(app, "archiveSheet")->title().startsWith(QStringLiteral("Archive these 8")));
    app.key(Qt::Key_Escape);
    QTRY_VERIFY(!app.sees(QStringLiteral("archiveSheet")));
    action(app, "deselectHiddenAction").trigger();
    QCOMPARE(app.page().contacts().selection().count(), 1);
}

void TestBulkWork::point7_oneHiddenRowIsAnnounced()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    app.clickRow(3);
    QVERIFY(!app.sees(QStringLiteral("selectionBar")));
    const ContactRow other = app.page().contacts().model().rowAt(8);
    app.page().bar().search().setText(other.email);
    QTRY_COMPARE(app.rows(), 1);
    QTRY_VERIFY(app.sees(QStringLiteral("selectionBar")));
    auto *bar = qobject_cast<SelectionBar *>(app.find(QStringLiteral("selectionBar")));
    QCOMPARE(bar->text(), QStringLiteral("1 selected, hidden"));
    // It is not archived unseen.
    action(app, "archiveAction").trigger();
    QTRY_VERIFY(app.sees(QStringLiteral("archiveSheet")));
    QCOMPARE(sheetOf(app, "archiveSheet")->title(), QStringLiteral("Archive this contact?"));
    QCOMPARE(app.server().count("POST", ArchivePath), 0);
    app.key(Qt::Key_Escape);
    app.page().bar().search().setText({});
    QTRY_COMPARE(app.rows(), 60);
    QTRY_VERIFY(!app.sees(QStringLiteral("selectionBar")));
    app.page().takeFocus();
    app.key(Qt::Key_Delete);
    QTRY_COMPARE(app.rows(), 59);
}

void TestBulkWork::point8_selectsByMenuAndNumber()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    QTRY_COMPARE(action(app, "selectAllAction").text(), QStringLiteral("Select all 60"));
    app.page().takeFocus();
    app.key(Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY(app.sees(QStringLiteral("rangeSheet")));
    QVERIFY(app.type(QStringLiteral("rangeEdit"), QStringLiteral("3-5, 9")));
    app.key(Qt::Key_Return);
    const ContactSelection &selection = app.page().contacts().selection();
    QCOMPARE(selection.ids(), idsOfRows(app, 2, 4) + idsOfRows(app, 8, 8));
    app.key(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(selection.count(), 56);
    app.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(selection.isEmpty());
    app.page().bar().search().setText(QStringLiteral("an"));
    QTRY_VERIFY(app.rows() < 60);
    QTRY_COMPARE(action(app, "selectAllAction").text(),
                 QStringLiteral("Select all %1 matching").arg(app.rows()));
    app.page().takeFocus();
    app.key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(selection.count(), app.rows());
    app.key(Qt::Key_F8, Qt::ShiftModifier);
    QVERIFY(app.page().contacts().table().isAddMode());
}

void TestBulkWork::setsAnOwnerAndTakesItBack()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    const QList<ContactId> ids = idsOfRows(app, 1, 6);
    ContactBook &book = app.session().book();
    QHash<ContactId, AdminId> before;
    for (const ContactId &id : ids)
        before.insert(id, book.contact(id)->owner());
    const Admin admin = book.admins().constFirst();
    app.dragOverRows(1, 6);
    app.key(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(app.sees(QStringLiteral("ownerSheet")));
    qobject_cast<QLineEdit *>(app.find(QStringLiteral("ownerEdit")))->setText(admin.name);
    app.key(Qt::Key_Return);
    QTRY_VERIFY(app.sees(QStringLiteral("reviewSheet")));
    QVERIFY(sheetOf(app, "reviewSheet")
                ->title()
                .startsWith(QStringLiteral("Make %1 the owner of").arg(admin.name)));
    QCOMPARE(app.server().count("PUT", QStringLiteral("/contacts/*")), 0);
    QVERIFY(app.click(QStringLiteral("goOnButton")));
    for (const ContactId &id : ids)
        QTRY_COMPARE(book.contact(id)->owner(), admin.id);
    QTRY_VERIFY(!app.page().toasts().toasts().isEmpty());
    QTRY_VERIFY(app.session().undoHistory().canUndo());
    app.page().takeFocus();
    app.key(Qt::Key_Z, Qt::ControlModifier);
    for (const ContactId &id : ids)
        QTRY_COMPARE(book.contact(id)->owner(), before.value(id));
}

void TestBulkWork::tagsSeveralAfterAReview()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    app.dragOverRows(2, 5);
    app.key(Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY(app.sees(QStringLiteral("addTagSheet")));
    QTest::keyClicks(app.keyboard(), QStringLiteral("Spring mailing"));
    app.key(Qt::Key_Return);
    QTRY_VERIFY(app.sees(QStringLiteral("reviewSheet")));
    QCOMPARE(sheetOf(app, "reviewSheet")->title(),
             QStringLiteral("Add Spring mailing to these 4 contacts?"));
    app.key(Qt::Key_Return);
    QTRY_COMPARE(app.server().count("POST", QStringLiteral("/contacts/*/tags")), 4);
    QTRY_VERIFY(!app.page().toasts().toasts().isEmpty());
    QCOMPARE(app.page().toasts().toasts().constLast()->text(),
             QStringLiteral("Added Spring mailing to 4 contacts"));
}

void TestBulkWork::stopsAndTakesBackWhatWasDone()
{
    AppStage app(60, nullptr, 150);
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    app.server().setRateLimit(20);
    QVERIFY(archiveRows(app, 0, 49, QStringLiteral("Half of them")));
    QTRY_VERIFY(app.sees(QStringLiteral("runStrip")));
    QCOMPARE(fullText(app, "runLabel"), QStringLiteral("Archiving “Half of them”"));
    QTRY_VERIFY(app.server().count("POST", ArchivePath) > 3);
    QVERIFY(app.click(QStringLiteral("stopRunButton")));
    QTRY_VERIFY_WITH_TIMEOUT(app.sees(QStringLiteral("undoRunButton")), 30000);
    const QString result = fullText(app, "runLabel");
    QVERIFY2(result.startsWith(QStringLiteral("Stopped. ")), qPrintable(result));
    QVERIFY2(result.endsWith(QStringLiteral(" untouched")), qPrintable(result));
    QTRY_VERIFY(app.rows() < 60);
    app.server().setRateLimit(0);
    QVERIFY(app.click(QStringLiteral("undoRunButton")));
    QTRY_COMPARE_WITH_TIMEOUT(app.rows(), 60, 30000);
}

void TestBulkWork::pausesAndQueues()
{
    AppStage app(60, nullptr, 200);
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    // Slowly enough to be met under way.
    app.server().setRateLimit(20);
    QVERIFY(archiveRows(app, 0, 39, QStringLiteral("First")));
    QTRY_VERIFY(app.sees(QStringLiteral("pauseRunButton")));
    QVERIFY(app.click(QStringLiteral("pauseRunButton")));
    QTRY_VERIFY(fullText(app, "runDetailLabel").contains(QStringLiteral("Paused")));
    // What was on its way is settled; then the rest of the rows stands still.
    app.page().takeFocus();
    const ContactRow last = app.page().contacts().model().rowAt(app.rows() - 1);
    app.page().contacts().selection().clear();
    app.page().contacts().selection().selectContact(last.id);
    app.key(Qt::Key_Up, Qt::ShiftModifier);
    app.key(Qt::Key_Delete);
    QVERIFY(app.type(QStringLiteral("batchNameEdit"), QStringLiteral("Second")));
    QVERIFY(app.click(QStringLiteral("archiveButton")));
    QTRY_VERIFY(fullText(app, "runDetailLabel").contains(QStringLiteral("then 1 more")));
    app.server().setRateLimit(0);
    QVERIFY(app.click(QStringLiteral("pauseRunButton")));
    QTRY_COMPARE_WITH_TIMEOUT(app.rows(), 18, 30000);
    QTRY_VERIFY(!app.sees(QStringLiteral("runStrip")));
}

void TestBulkWork::failuresStayInTheStrip()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    sandbox::FaultRule rule;
    rule.method = "POST";
    rule.path = ArchivePath;
    rule.nth = 2;
    rule.status = 403;
    app.server().setFaults(sandbox::FaultScript({rule}));
    QVERIFY(archiveRows(app, 2, 6, QStringLiteral("Some")));
    QTRY_VERIFY(app.sees(QStringLiteral("reportRunButton")));
    QCOMPARE(fullText(app, "runLabel"), QStringLiteral("4 archived, 1 not archived"));
    QVERIFY(app.click(QStringLiteral("reportRunButton")));
    QTRY_VERIFY(app.sees(QStringLiteral("runReportSheet")));
    QVERIFY(app.click(QStringLiteral("retryButton")));
    // Who tries again has dealt with that result.
    QVERIFY(!app.sees(QStringLiteral("reportRunButton")));
    QTRY_COMPARE(app.rows(), 55);
    QTRY_VERIFY(!app.sees(QStringLiteral("runStrip")));
}

void TestBulkWork::whatIsUntouchedIsGoneOnWith()
{
    AppStage app(60, nullptr, 150);
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    app.server().setRateLimit(20);
    QVERIFY(archiveRows(app, 0, 49, QStringLiteral("Two goes")));
    QTRY_VERIFY(app.server().count("POST", ArchivePath) > 3);
    QVERIFY(app.click(QStringLiteral("stopRunButton")));
    QTRY_VERIFY_WITH_TIMEOUT(app.sees(QStringLiteral("reportRunButton")), 30000);
    app.server().setRateLimit(0);
    QVERIFY(app.click(QStringLiteral("reportRunButton")));
    QTRY_VERIFY(app.sees(QStringLiteral("runReportSheet")));
    QVERIFY(!app.sees(QStringLiteral("retryButton")));
    QVERIFY(app.click(QStringLiteral("goOnUntouchedButton")));
    QTRY_COMPARE_WITH_TIMEOUT(app.rows(), 10, 30000);
    QTRY_VERIFY(!app.sees(QStringLiteral("runStrip")));
    // Nobody was archived twice.
    const QList<BatchSummary> batches = batchesOf(app);
    QCOMPARE(batches.size(), 2);
    QCOMPARE(batches.at(0).total() + batches.at(1).applied, 50);
    QCOMPARE(batches.at(0).name, QStringLiteral("Two goes"));
}

void TestBulkWork::tryingAnUndoAgainStaysAnUndo()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    QVERIFY(archiveRows(app, 2, 6, QStringLiteral("Some")));
    QTRY_COMPARE(app.rows(), 55);
    QTRY_VERIFY(app.session().undoHistory().canUndo());
    const BatchId batch = app.session().undoHistory().nextUndo().batch;
    sandbox::FaultRule rule;
    rule.method = "POST";
    rule.path = RestorePath;
    rule.nth = 2;
    rule.status = 403;
    app.server().setFaults(sandbox::FaultScript({rule}));
    app.page().takeFocus();
    app.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(app.click(QStringLiteral("reportRunButton")));
    QVERIFY(app.click(QStringLiteral("retryButton")));
    QTRY_COMPARE(app.rows(), 60);
    QCOMPARE(app.server().count("POST", RestorePath), 6);
    // The journal knows both as ways back from that batch, of which nothing is left.
    QTRY_COMPARE(batchesOf(app).constLast().takenBack, 5);
    const QList<BatchSummary> told = batchesOf(app);
    QCOMPARE(told.size(), 3);
    QCOMPARE(told.at(0).undoes, batch);
    QCOMPARE(told.at(1).undoes, batch);
    // Nor is there a step to take it back once more, but one to do it again.
    QTRY_VERIFY(app.session().undoHistory().canRedo());
    QVERIFY(!app.session().undoHistory().canUndo());
}

void TestBulkWork::aLaterReviewReplacesAnEarlierOne()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    app.page().takeFocus();
    app.key(Qt::Key_A, Qt::ControlModifier);
    // Records are looked at piece by piece: this one takes another turn.
    action(app, "unsubscribeAction").trigger();
    const QPointer<BulkReviewer> first = app.page().commands().findChild<BulkReviewer *>();
    QVERIFY(first);
    action(app, "archiveAction").trigger();
    QTRY_VERIFY(app.sees(QStringLiteral("archiveSheet")));
    QTRY_VERIFY(!first);
    QCOMPARE(app.page().findChildren<Sheet *>(QString(), Qt::FindDirectChildrenOnly).size(), 1);
}

void TestBulkWork::noReviewComesOverAnotherSheet()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    app.page().takeFocus();
    app.key(Qt::Key_A, Qt::ControlModifier);
    for (const char *opening : {"selectRangeAction", "shortcutsAction"}) {
        action(app, "unsubscribeAction").trigger();
        const QPointer<BulkReviewer> reviewer = app.page().commands().findChild<BulkReviewer *>();
        QVERIFY(reviewer);
        action(app, opening).trigger();
        QTRY_VERIFY(!reviewer);
        QVERIFY(!app.sees(QStringLiteral("reviewSheet")));
        app.key(Qt::Key_Escape);
    }
    // Alone it comes.
    action(app, "unsubscribeAction").trigger();
    QTRY_VERIFY(app.sees(QStringLiteral("reviewSheet")));
}

void TestBulkWork::savesAReport()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    sandbox::FaultRule rule;
    rule.method = "POST";
    rule.path = ArchivePath;
    rule.nth = 2;
    rule.status = 403;
    app.server().setFaults(sandbox::FaultScript({rule}));
    QVERIFY(archiveRows(app, 2, 6, QStringLiteral("Some")));
    QVERIFY(app.click(QStringLiteral("reportRunButton")));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("report.csv"));
    QVERIFY(app.click(QStringLiteral("saveReportButton")));
    auto *dialog = app.window().findChild<QFileDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->selectFile(path);
    QMetaObject::invokeMethod(dialog, "accept");
    const auto isTold = [&app] {
        const auto toasts = app.page().toasts().toasts();
        return !toasts.isEmpty() &&
               toasts.constLast()->text() == QStringLiteral("The report is in “report.csv”.");
    };
    QTRY_VERIFY(isTold());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("\r\n"), 6);
}

void TestBulkWork::undoesABatchLater()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    QVERIFY(archiveRows(app, 2, 6, QStringLiteral("Spring")));
    QTRY_COMPARE(app.rows(), 55);
    app.session().undoHistory().clear();
    action(app, "showBatchesAction").trigger();
    QTRY_VERIFY(app.sees(QStringLiteral("batchesSheet")));
    auto *list = qobject_cast<QListView *>(app.find(QStringLiteral("batchList")));
    QTRY_VERIFY(list->model()->rowCount() > 0);
    QTest::keyClicks(app.keyboard(), QStringLiteral("Spring"));
    QTRY_VERIFY(app.sees(QStringLiteral("undoBatchButton")));
    QVERIFY(app.click(QStringLiteral("undoBatchButton")));
    QTRY_COMPARE(app.rows(), 60);
    QCOMPARE(app.server().count("POST", RestorePath), 5);
}

void TestBulkWork::showsAContactAsItWas()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    const ContactRow row = app.page().contacts().model().rowAt(3);
    app.clickRow(3);
    app.key(Qt::Key_Delete);
    QTRY_COMPARE(app.rows(), 59);
    app.page().lookAtArchived();
    QTRY_COMPARE(app.page().archived().model().contactCount(), 1);
    app.page().archived().list().setFocus();
    app.key(Qt::Key_Down);
    app.key(Qt::Key_Down);
    QTRY_VERIFY(app.sees(QStringLiteral("pastView")));
    auto *name =
        app.find(QStringLiteral("pastView"))->findChild<ElidedLabel *>(QStringLiteral("panelName"));
    QCOMPARE(name->fullText(), row.name.simplified());
    // Nothing can be changed there.
    QVERIFY(!action(app, "editContactAction").isEnabled());
    QVERIFY(!action(app, "archiveAction").isEnabled());
    QVERIFY(action(app, "restoreAction").isEnabled());
}

void TestBulkWork::restoresEverythingFromToday()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    QVERIFY(archiveRows(app, 2, 4, QStringLiteral("One")));
    QTRY_COMPARE(app.rows(), 57);
    QVERIFY(archiveRows(app, 5, 6, QStringLiteral("Two")));
    QTRY_COMPARE(app.rows(), 55);
    app.page().lookAtArchived();
    QVERIFY(app.click(QStringLiteral("restoreTodayButton")));
    QTRY_VERIFY(app.sees(QStringLiteral("restoreSheet")));
    QCOMPARE(sheetOf(app, "restoreSheet")->title(), QStringLiteral("Restore these 5 contacts?"));
    QVERIFY(app.click(QStringLiteral("restoreButton")));
    QTRY_COMPARE(app.rows(), 60);
}

void TestBulkWork::copiesWithoutTheToken()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    app.dragOverRows(1, 3);
    action(app, "copyCurlAction").trigger();
    const QString curl = QGuiApplication::clipboard()->text();
    QCOMPARE(curl.count(QStringLiteral("Bearer $INTERCOM_TOKEN")), 3);
    QVERIFY(curl.contains(app.page().contacts().model().idAt(1).text()));
    action(app, "copyTextAction").trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(
        app.page().contacts().model().rowAt(2).email));
    action(app, "copyJsonAction").trigger();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QLatin1Char('[')));
}

void TestBulkWork::tellsOfWhatWasCutShort()
{
    AppStage app(60, nullptr, 100);
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    app.server().setRateLimit(10);
    QVERIFY(archiveRows(app, 0, 39, QStringLiteral("Cut")));
    QTRY_VERIFY(app.server().count("POST", ArchivePath) > 2);
    QSignalSpy gone(&app.session(), &QObject::destroyed);
    app.gate().close();
    QTRY_COMPARE(gone.size(), 1);
    app.server().setRateLimit(0);
    QVERIFY(app.click(QStringLiteral("openSandboxButton")));
    QTRY_VERIFY_WITH_TIMEOUT(app.sees(QStringLiteral("interruptedBanner")), 20000);
    QVERIFY(app.click(QStringLiteral("interruptedBannerActionButton")));
    QTRY_VERIFY(app.sees(QStringLiteral("interruptedSheet")));
    auto *finish = sheetOf(app, "interruptedSheet")->findChildren<QPushButton *>().constFirst();
    QVERIFY(finish->objectName().startsWith(QStringLiteral("finish")));
    QTest::mouseClick(finish, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(app.rows(), 20, 30000);
    QTRY_VERIFY(!app.sees(QStringLiteral("interruptedBanner")));
}

QTEST_MAIN(TestBulkWork)
#include "tst_bulkwork.moc"
