// SPDX-License-Identifier: MIT
#include "core/service/syncer.h"
#include "core/service/undohistory.h"
#include "tests/app/appstage.h"
#include "tests/support/accessibilityaudit.h"
#include "ui/archive/archivedlist.h"
#include "ui/archive/archivedmodel.h"
#include "ui/archive/archivedview.h"
#include "ui/contacts/contactheader.h"
#include "ui/contacts/contacttableview.h"
#include "ui/panel/contactpanel.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/toaststack.h"
#include "ui/window/actions.h"
#include "ui/window/contactsview.h"
#include "ui/window/workspacebar.h"
#include "ui/window/workspacepage.h"

#include <QtTest/QTest>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace roster;
using roster::test::AppStage;

namespace {

const QString ArchivePath = QStringLiteral("/contacts/*/archive");
const QString RestorePath = QStringLiteral("/contacts/*/unarchive");

QList<ContactId> idsOfRows(AppStage &app, int first, int last)
{
    QList<ContactId> ids;
    for (int row = first; row <= last; ++row)
        ids.append(app.page().contacts().model().idAt(row));
    return ids;
}

ContactRow firstUserWithEmail(AppStage &app)
{
    for (int row = 0; row < app.rows(); ++row) {
        const ContactRow &contact = app.page().contacts().model().rowAt(row);
        if (contact.role == Role::User && !contact.email.isEmpty())
            return contact;
    }
    return {};
}

//! The field is there, can be used, and is marked as wrong.
bool isInvalid(AppStage &app, const QString &name)
{
    const QWidget *field = app.find(name);
    return field && field->property("invalid").toBool();
}

//! A row in sight whose contact has tags, all of them known.
int firstRowWithTags(AppStage &app)
{
    for (int row = 0; row < 12; ++row) {
        const ContactRow &contact = app.page().contacts().model().rowAt(row);
        if (!contact.tags.items.isEmpty() && contact.tags.isComplete())
            return row;
    }
    return -1;
}

} // namespace

//! The whole program, offscreen, by mouse and keyboard, against its own sandbox over real HTTP.
class TestApp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensTheSandboxFromTheFirstRun();
    void archivesDraggedRowsAndTakesThemBack();
    void archivesOneAtOnceWithAToast();
    void restoresFromTheArchivedView();
    void keepsANewContactThatIsTaken();
    void createsAContactByKeyboard();
    void hastyKeysAskOnce();
    void keepsAnEditThatIsRefused();
    void removesATagByItsCross();
    void findsByText();
    void showsWhatIsWrongWithTheConnection();
    void remembersColumns();
    void resetsTheSandbox();
    void everyWidgetHasNameAndPlace();
};

void TestApp::opensTheSandboxFromTheFirstRun()
{
    AppStage app;
    QVERIFY(app.sees(QStringLiteral("openSandboxButton")));
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    QTRY_COMPARE(app.page().bar().search().placeholderText(), QStringLiteral("Search 60 contacts"));
    QVERIFY(app.window().windowTitle().contains(QStringLiteral("Sandbox")));
    QVERIFY(app.page().panel().contactId().isEmpty());
}

void TestApp::archivesDraggedRowsAndTakesThemBack()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    const QList<ContactId> ids = idsOfRows(app, 2, 6);
    const QList<ContactId> others = idsOfRows(app, 0, 1) + idsOfRows(app, 7, 10);
    app.dragOverRows(2, 6);
    QCOMPARE(app.page().contacts().selection().count(), 5);

    app.key(Qt::Key_Delete);
    QVERIFY(app.type(QStringLiteral("batchNameEdit"), QStringLiteral("Churned")));
    QCOMPARE(app.server().count("POST", ArchivePath), 0);
    QWidget *sheet = app.find(QStringLiteral("archiveSheet"));
    QWidget *button = sheet->findChild<QWidget *>(QStringLiteral("archiveButton"));
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(app.rows(), 55);
    QTRY_COMPARE(app.server().count("POST", ArchivePath), 5);
    for (const ContactId &id : ids)
        QCOMPARE(app.statusOf(id), 404);
    for (const ContactId &id : others)
        QCOMPARE(app.statusOf(id), 200);
    QTRY_VERIFY(!app.page().toasts().toasts().isEmpty());

    QTRY_VERIFY(app.session().undoHistory().canUndo());
    app.page().takeFocus();
    app.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(app.rows(), 60);
    QCOMPARE(app.server().count("POST", RestorePath), 5);
    for (const ContactId &id : ids)
        QCOMPARE(app.statusOf(id), 200);
    QCOMPARE(app.server().count("POST", ArchivePath), 5);

    QTRY_VERIFY(app.session().undoHistory().canRedo());
    app.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(app.rows(), 55);
    QCOMPARE(app.server().count("POST", ArchivePath), 10);
}

void TestApp::archivesOneAtOnceWithAToast()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    const ContactId id = app.page().contacts().model().idAt(3);
    app.clickRow(3);
    app.key(Qt::Key_Delete);
    QTRY_COMPARE(app.rows(), 59);
    QCOMPARE(app.statusOf(id), 404);
    QTRY_COMPARE(app.page().toasts().toasts().size(), 1);
    Toast *toast = app.page().toasts().toasts().constFirst();
    QVERIFY(toast->text().startsWith(QStringLiteral("Archived ")));
    QTest::mouseClick(toast->actionButton(), Qt::LeftButton);
    QTRY_COMPARE(app.rows(), 60);
    QCOMPARE(app.statusOf(id), 200);
    QCOMPARE(app.server().count("POST", ArchivePath), 1);
    QCOMPARE(app.server().count("POST", RestorePath), 1);
}

void TestApp::restoresFromTheArchivedView()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    const ContactId id = app.page().contacts().model().idAt(0);
    app.clickRow(0);
    app.key(Qt::Key_Delete);
    QTRY_COMPARE(app.rows(), 59);

    app.page().lookAtArchived();
    ArchivedView &view = app.page().archived();
    QTRY_COMPARE(view.model().contactCount(), 1);
    QTRY_COMPARE(view.model().rowCount(), 2);
    view.list().setCurrentIndex(view.model().index(1));
    view.list().setFocus();
    app.key(Qt::Key_Return);
    QTRY_COMPARE(view.model().contactCount(), 0);
    QCOMPARE(app.statusOf(id), 200);
    app.page().lookAtContacts();
    QTRY_COMPARE(app.rows(), 60);
}

void TestApp::keepsANewContactThatIsTaken()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    const ContactRow taken = firstUserWithEmail(app);
    app.server().clearSeen();
    app.key(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(app.type(QStringLiteral("nameEdit"), QStringLiteral("Ada Lovelace")));
    QVERIFY(app.type(QStringLiteral("emailEdit"), taken.email));
    app.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(app.server().count("POST", QStringLiteral("/contacts")), 1);
    QTRY_VERIFY(isInvalid(app, QStringLiteral("emailEdit")));
    auto *field = qobject_cast<QLineEdit *>(app.find(QStringLiteral("nameEdit")));
    QCOMPARE(field->text(), QStringLiteral("Ada Lovelace"));

    app.key(Qt::Key_Escape);
    QVERIFY(app.click(QStringLiteral("goOnButton")));
    QTRY_VERIFY(!app.sees(QStringLiteral("newContactSheet")));
    QCOMPARE(app.server().count("POST", QStringLiteral("/contacts")), 1);
    QCOMPARE(app.rows(), 60);
}

void TestApp::hastyKeysAskOnce()
{
    AppStage stage;
    QVERIFY(stage.openSandbox());
    const auto startTyping = [&stage] {
        stage.key(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(stage.sees(u"newContactSheet"_qs));
        QVERIFY(stage.type(u"emailEdit"_qs, u"ada@work.example"_qs));
    };
    // Keys that wait in the queue of a busy machine come without a turn of the event loop between.
    startTyping();
    stage.key(Qt::Key_Escape);
    stage.key(Qt::Key_D, Qt::AltModifier);
    QTRY_VERIFY(!stage.sees(u"newContactSheet"_qs));
    QVERIFY(!stage.sees(u"discardSheet"_qs));

    startTyping();
    stage.key(Qt::Key_Escape);
    stage.key(Qt::Key_Escape);
    stage.key(Qt::Key_Q, Qt::ControlModifier);
    QVERIFY(stage.sees(u"discardSheet"_qs));
    QVERIFY(stage.sees(u"newContactSheet"_qs));
    stage.key(Qt::Key_D, Qt::AltModifier);
    stage.key(Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(!stage.sees(u"newContactSheet"_qs));
    QTRY_VERIFY(!stage.sees(u"discardSheet"_qs));
}

void TestApp::createsAContactByKeyboard()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    app.key(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(app.sees(QStringLiteral("emailEdit")));
    QVERIFY(app.type(QStringLiteral("emailEdit"), QStringLiteral("new.person+a@example.org")));
    app.key(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(app.rows(), 61);
    QTRY_VERIFY(!app.sees(QStringLiteral("newContactSheet")));
    QTRY_COMPARE(app.page().contacts().selection().count(), 1);
    const ContactId id = app.page().panel().contactId();
    QCOMPARE(app.session().book().contact(id)->email(), QStringLiteral("new.person+a@example.org"));
}

void TestApp::keepsAnEditThatIsRefused()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    app.clickRow(1);
    QTRY_VERIFY(!app.page().panel().contactId().isEmpty());
    const ContactId id = app.page().panel().contactId();
    sandbox::FaultRule refusal;
    refusal.method = "PUT";
    refusal.nth = 1;
    refusal.status = 422;
    refusal.body =
        R"({"type":"error.list","request_id":"req-1","errors":[)"
        R"({"code":"parameter_invalid","message":"phone is no phone","field":"phone"}]})";
    app.server().setFaults(sandbox::FaultScript({refusal}));

    app.key(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(app.type(QStringLiteral("nameEdit"), QStringLiteral("Renamed Person")));
    QVERIFY(app.type(QStringLiteral("phoneEdit"), QStringLiteral("+49 30 555 0100")));
    app.key(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(isInvalid(app, QStringLiteral("phoneEdit")));
    QCOMPARE(qobject_cast<QLineEdit *>(app.find(QStringLiteral("nameEdit")))->text(),
             QStringLiteral("Renamed Person"));

    QVERIFY(app.type(QStringLiteral("phoneEdit"), QStringLiteral("+49 30 555 0101")));
    app.key(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!app.sees(QStringLiteral("editContactSheet")));
    QTRY_COMPARE(app.session().book().contact(id)->name(), QStringLiteral("Renamed Person"));
    QCOMPARE(app.server().count("PUT", QStringLiteral("/contacts/*")), 2);
}

void TestApp::removesATagByItsCross()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    const int row = firstRowWithTags(app);
    QVERIFY(row >= 0);
    const ContactRow contact = app.page().contacts().model().rowAt(row);
    const TagId tag = contact.tags.items.constFirst();
    app.clickRow(row);
    const QString chip = QStringLiteral("tag_%1Button").arg(tag.text());
    QTRY_VERIFY(app.sees(chip));
    QTest::keyClick(app.find(chip), Qt::Key_Delete);
    QTRY_VERIFY(!app.sees(chip));
    QCOMPARE(app.server().count("DELETE", QStringLiteral("/contacts/*/tags/*")), 1);

    QTRY_VERIFY(app.session().undoHistory().canUndo());
    app.page().takeFocus();
    app.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(app.sees(chip));
    QCOMPARE(app.server().count("POST", QStringLiteral("/contacts/*/tags")), 1);
}

void TestApp::findsByText()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    const ContactRow wanted = firstUserWithEmail(app);
    app.key(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(&app.page().bar().search(), wanted.email.toUpper());
    QTRY_VERIFY(app.rows() >= 1 && app.rows() < 60);
    QCOMPARE(app.page().contacts().model().rowAt(0).email, wanted.email);

    QTest::keyClicks(&app.page().bar().search(), QStringLiteral("zzqq"));
    QTRY_COMPARE(app.rows(), 0);
    QVERIFY(app.click(QStringLiteral("clearFiltersButton")));
    QTRY_COMPARE(app.rows(), 60);
    QVERIFY(app.page().bar().search().text().isEmpty());
}

void TestApp::showsWhatIsWrongWithTheConnection()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    app.server().setToken("another");
    app.key(Qt::Key_F5);
    QTRY_COMPARE(app.session().reachability().state, Reachability::State::Unauthorized);
    QCOMPARE(app.rows(), 60);
    app.server().refuseConnections(true);
    app.session().retryNow();
    app.clickRow(0);
    app.key(Qt::Key_Delete);
    QTRY_VERIFY_WITH_TIMEOUT(!app.page().toasts().toasts().isEmpty(), 20'000);
    QCOMPARE(app.rows(), 60);
    QCOMPARE(app.page().toasts().toasts().constLast()->actionButton()->text(),
             QStringLiteral("Try again"));
}

void TestApp::remembersColumns()
{
    QHash<QString, QByteArray> states;
    const int phone = columnOf(ContactColumn::Phone);
    bool wasShown = false;
    {
        AppStage app(20, &states);
        QVERIFY(app.openSandbox());
        ContactTableView &table = app.page().contacts().table();
        wasShown = !table.isColumnHidden(phone);
        table.contactHeader()->setColumnShown(phone, !wasShown);
        app.window().close();
    }
    AppStage again(20, &states);
    QVERIFY(again.openSandbox());
    QCOMPARE(!again.page().contacts().table().isColumnHidden(phone), !wasShown);
}

void TestApp::resetsTheSandbox()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    app.clickRow(0);
    app.key(Qt::Key_Delete);
    QTRY_COMPARE(app.rows(), 59);
    QPointer<WorkspacePage> before = &app.page();
    (app.window().actions())[ActionId::ResetSandbox].trigger();
    QVERIFY(app.click(QStringLiteral("goOnButton")));
    QTRY_VERIFY_WITH_TIMEOUT(!before, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(app.window().page() && app.rows() == 60, 20'000);
    app.page().lookAtArchived();
    QTRY_VERIFY(app.sees(QStringLiteral("archivedView")));
    QTRY_COMPARE(app.page().archived().model().contactCount(), 0);
}

void TestApp::everyWidgetHasNameAndPlace()
{
    AppStage app;
    QCOMPARE(test::accessibilityProblems(app.window()), QString());
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    QCOMPARE(test::accessibilityProblems(app.page()), QString());
    const int row = firstRowWithTags(app);
    app.clickRow(row);
    QTRY_VERIFY(app.sees(QStringLiteral("editButton")));
    QCOMPARE(test::accessibilityProblems(app.page()), QString());
    app.dragOverRows(1, 4);
    QTRY_VERIFY(app.sees(QStringLiteral("selectionBar")));
    QCOMPARE(test::accessibilityProblems(app.page()), QString());
    app.page().lookAtArchived();
    QTRY_VERIFY(app.sees(QStringLiteral("archivedView")));
    QCOMPARE(test::accessibilityProblems(app.page()), QString());
}

QTEST_MAIN(TestApp)
#include "tst_app.moc"
