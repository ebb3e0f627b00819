// SPDX-License-Identifier: MIT
#include "core/service/syncer.h"
#include "tests/app/appstage.h"
#include "tests/support/sandboxfixture.h"
#include "ui/contacts/contacttableview.h"
#include "ui/lifecycle/dangersheet.h"
#include "ui/panel/contactpanel.h"
#include "ui/widgets/toaststack.h"
#include "ui/window/actions.h"
#include "ui/window/contactsview.h"
#include "ui/window/workspacepage.h"

#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

using namespace roster;
using roster::test::AppStage;
using roster::test::SandboxFixture;
using namespace Qt::StringLiterals;

//! What changes what a contact is, in the whole program: actions, sheets, sandbox, receipts.
class TestLifecycle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void actionsFollowTheContact();
    void deletesAndKeepsAReceipt();
    void blocksWhereTheVersionCan();
    void convertsALead();
    void mergesALeadIntoAUser();
    void restoresAndGoesOnEditing();

private:
    static bool openWith(AppStage &app, const SandboxFixture &sandbox, const QString &version);
    static ContactId choose(AppStage &app, Role role);
    static QAction *action(AppStage &app, const char *name)
    {
        return app.window().findChild<QAction *>(QLatin1String(name));
    }
    static QString toast(AppStage &app)
    {
        const auto toasts = app.page().toasts().toasts();
        return toasts.isEmpty() ? QString() : toasts.constLast()->text();
    }
};

//! Opens the sandbox as a workspace whose token was entered, with that Intercom-Version.
bool TestLifecycle::openWith(AppStage &app, const SandboxFixture &sandbox, const QString &version)
{
    ConnectRequest request;
    request.address.region = Region::Custom;
    request.address.baseUrl = sandbox.url();
    request.address.version = version;
    request.token = sandbox.token();
    app.window().open(app.gate().connectTo(request), Doing::Connecting);
    return QTest::qWaitFor(
        [&app] {
            return app.window().page() &&
                   app.session().syncer().status().state == SyncStatus::State::UpToDate;
        },
        30'000);
}

//! Clicks the first row of that role with an email; fails loudly when there is none.
ContactId TestLifecycle::choose(AppStage &app, Role role)
{
    for (int row = 0; row < 14; ++row) {
        const ContactRow contact = app.page().contacts().model().rowAt(row);
        if (contact.role != role || contact.email.isEmpty())
            continue;
        app.clickRow(row);
        const bool isShown =
            QTest::qWaitFor([&] { return app.page().panel().contactId() == contact.id; }, 10'000);
        if (isShown)
            return contact.id;
    }
    qFatal("nobody of that role is in sight");
}

void TestLifecycle::actionsFollowTheContact()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    QVERIFY(!action(app, "deleteContactAction")->isEnabled());
    choose(app, Role::User);
    QTRY_VERIFY(action(app, "deleteContactAction")->isEnabled());
    QVERIFY(!action(app, "convertToUserAction")->isEnabled());
    QVERIFY(!action(app, "mergeIntoUserAction")->isEnabled());
    QVERIFY(action(app, "mergeIntoUserAction")->toolTip().contains(u"two users"_s));
    // The sandbox speaks 2.10.
    QVERIFY(!action(app, "blockContactAction")->isEnabled());
    QVERIFY(action(app, "blockContactAction")->toolTip().contains(u"2.13"_s));
    choose(app, Role::Lead);
    QTRY_VERIFY(action(app, "mergeIntoUserAction")->isEnabled());
    QVERIFY(action(app, "convertToUserAction")->isEnabled());
    app.clickRow(0);
    app.clickRow(3, Qt::ShiftModifier);
    QTRY_VERIFY(!action(app, "deleteContactAction")->isEnabled());
    QVERIFY(!action(app, "mergeIntoUserAction")->isEnabled());
    // Far from archiving: behind a line of their own, at the end of the menu.
    const auto *more = app.page().findChild<QPushButton *>(u"moreButton"_s);
    const QList<QAction *> entries = more->menu()->actions();
    QCOMPARE(entries.constLast(), action(app, "deleteContactAction"));
    QVERIFY(entries.at(entries.size() - 3)->isSeparator());
    QVERIFY(action(app, "deleteContactAction")->shortcuts().isEmpty());
}

void TestLifecycle::deletesAndKeepsAReceipt()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    const ContactId id = choose(app, Role::User);
    QTRY_VERIFY(action(app, "deleteContactAction")->isEnabled());
    action(app, "deleteContactAction")->trigger();
    QTRY_VERIFY(app.sees(u"deleteSheet"_s));
    const auto *sheet = qobject_cast<DangerSheet *>(app.find(u"deleteSheet"_s));
    QVERIFY(app.type(u"proofEdit"_s, sheet->proof()));
    QVERIFY(app.click(u"deleteForGoodButton"_s));
    QTRY_COMPARE(app.statusOf(id), 404);
    QTRY_COMPARE(app.rows(), 59);
    QTRY_VERIFY(toast(app).startsWith(u"Deleted "_s));
    QVERIFY(app.click(u"toastActionButton"_s));
    QTRY_VERIFY(app.sees(u"receiptSheet"_s));
    app.key(Qt::Key_Escape);
    QTRY_VERIFY(!app.sees(u"receiptSheet"_s));
    // It is listed from then on.
    action(app, "showReceiptsAction")->trigger();
    QTRY_VERIFY(app.sees(u"receiptList"_s));
    const auto *list = qobject_cast<QListView *>(app.find(u"receiptList"_s));
    QTRY_COMPARE(list->model()->rowCount(), 1);
}

void TestLifecycle::blocksWhereTheVersionCan()
{
    SandboxFixture sandbox;
    AppStage app;
    QVERIFY(openWith(app, sandbox, u"2.13"_s));
    const int before = app.rows();
    const ContactId id = choose(app, Role::User);
    const QString key = u"/contacts/"_s + id.text();
    QTRY_VERIFY(action(app, "blockContactAction")->isEnabled());
    action(app, "blockContactAction")->trigger();
    QTRY_VERIFY(app.sees(u"blockSheet"_s));
    const auto *sheet = qobject_cast<DangerSheet *>(app.find(u"blockSheet"_s));
    // Not before it is typed to the end.
    QVERIFY(app.type(u"proofEdit"_s, sheet->proof().chopped(1)));
    QVERIFY(!app.sees(u"blockForGoodButton"_s));
    QVERIFY(app.type(u"proofEdit"_s, sheet->proof()));
    QVERIFY(app.click(u"blockForGoodButton"_s));
    QTRY_COMPARE(sandbox->count("POST", key + u"/block"_s), 1);
    QTRY_COMPARE(app.rows(), before - 1);
    QTRY_VERIFY(toast(app).startsWith(u"Blocked "_s));
    QVERIFY(app.click(u"toastActionButton"_s));
    QTRY_VERIFY(app.sees(u"receiptSheet"_s));
}

void TestLifecycle::convertsALead()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    const ContactId id = choose(app, Role::Lead);
    QTRY_VERIFY(action(app, "convertToUserAction")->isEnabled());
    action(app, "convertToUserAction")->trigger();
    QVERIFY(app.click(u"convertButton"_s));
    QTRY_VERIFY(toast(app).endsWith(u"is a user now."_s));
    QCOMPARE(app.session().book().contact(id)->role(), Role::User);
    QTRY_VERIFY(!action(app, "convertToUserAction")->isEnabled());
}

void TestLifecycle::mergesALeadIntoAUser()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    const ContactId user = choose(app, Role::User);
    const QString email = app.session().book().contact(user)->email();
    const ContactId lead = choose(app, Role::Lead);
    QTRY_VERIFY(action(app, "mergeIntoUserAction")->isEnabled());
    action(app, "mergeIntoUserAction")->trigger();
    QVERIFY(app.type(u"userEdit"_s, email));
    QTRY_VERIFY(app.find(u"compareButton"_s));
    app.key(Qt::Key_Return);
    QVERIFY(app.click(u"mergeForGoodButton"_s));
    QTRY_COMPARE(app.statusOf(lead), 404);
    QCOMPARE(app.statusOf(user), 200);
    QTRY_COMPARE(app.rows(), 59);
    QTRY_VERIFY(toast(app).startsWith(u"Merged "_s));
    QTRY_COMPARE(app.page().panel().contactId(), user);
}

void TestLifecycle::restoresAndGoesOnEditing()
{
    AppStage app;
    QVERIFY(app.openSandbox());
    QTRY_COMPARE(app.rows(), 60);
    ContactRow holder;
    for (int row = 0; row < app.rows() && holder.id.isEmpty(); ++row) {
        const ContactRow contact = app.page().contacts().model().rowAt(row);
        if (contact.role != Role::User || contact.email.isEmpty())
            continue;
        holder = contact;
        app.clickRow(row);
    }
    app.key(Qt::Key_Delete);
    QTRY_COMPARE(app.rows(), 59);
    app.key(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(app.type(u"emailEdit"_s, holder.email));
    QVERIFY(app.type(u"nameEdit"_s, u"Typed anew"_s));
    app.key(Qt::Key_Return, Qt::ControlModifier);
    auto *problem = app.window().findChild<QLabel *>(u"emailFieldProblem"_s);
    QVERIFY(problem);
    QTRY_VERIFY(problem->isVisible() && problem->text().contains(u"restore"_s));
    Q_EMIT problem->linkActivated(u"restore"_s);
    QTRY_VERIFY(app.sees(u"editContactSheet"_s));
    const auto *name = qobject_cast<QLineEdit *>(app.find(u"nameEdit"_s));
    QCOMPARE(name->text(), u"Typed anew"_s);
    app.key(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!app.sees(u"editContactSheet"_s));
    QCOMPARE(app.session().book().contact(holder.id)->name(), u"Typed anew"_s);
    QTRY_COMPARE(app.rows(), 60);
}

QTEST_MAIN(TestLifecycle)
#include "tst_lifecycle.moc"
