// SPDX-License-Identifier: MIT
#include "tests/dialogs/fakegate.h"
#include "tests/dialogs/rig.h"
#include "ui/help/shortcutssheet.h"
#include "ui/prompts/widgetprompts.h"
#include "ui/session/connectsheet.h"
#include "ui/session/firstrunpage.h"
#include "ui/session/newtokensheet.h"
#include "ui/settings/settingsport.h"
#include "ui/settings/settingssheet.h"
#include "ui/settings/signoutsheet.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace roster {

using namespace roster::test;

namespace {

//! Settings in memory.
class PlainSettings final : public SettingsPort
{
public:
    Theme::Mode mode = Theme::Mode::Light;
    bool isReduced = false;
    bool arePicturesShown = true;

    Theme::Mode themeMode() const override { return mode; }
    void setThemeMode(Theme::Mode wanted) override { mode = wanted; }
    bool isMotionReduced() const override { return isReduced; }
    void setMotionReduced(bool wanted) override { isReduced = wanted; }
    bool showsPictures() const override { return arePicturesShown; }
    void setShowsPictures(bool wanted) override { arePicturesShown = wanted; }
    QString dataPath() const override { return u"~/.local/share/roster"_s; }
};

WorkspaceIdentity acme(const QString &region)
{
    return {u"acme1"_s,
            u"Acme Support"_s,
            region,
            "Europe/Berlin",
            {AdminId(u"1"_s), u"Priya Nair"_s, u"priya@acme.example"_s}};
}

ApiError failure(ErrorKind kind, int status = 0)
{
    ApiError error;
    error.kind = kind;
    error.httpStatus = status;
    return error;
}

} // namespace

class SessionSheetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void opensEitherDoor();
    void trimsWhatIsPasted();
    void testsWithoutConnecting();
    void connectsWithWhatIsEntered();
    void offersTheRegionOfTheToken();
    void connectsToTheShownRegionWhenMeant();
    void wordsEachFailure_data();
    void wordsEachFailure();
    void forgetsTheMessageWhenEdited();
    void explainsAMissingKeychain();
    void stopsASilentTest();
    void doesNotShowTheToken();
    void takesANewTokenOfTheSameWorkspaceOnly();
    void changesSettingsAtOnce();
    void asksBeforeReset();
    void asksInSheets();
    void choosesWhereContactsAreKept();
    void requestsWhatItDoesNotDo();
    void signsOutAndKeepsTheJournal();
    void wipesAfterCounting();
    void exportsTheJournal();
    void listsShortcuts();

private:
    ConnectSheet *openConnect();
    SignOutSheet *openSignOut(Workspace &workspace);
    void paste(QWidget &sheet, const QString &text);

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<FakeGate> m_gate;
};

void SessionSheetsTest::init()
{
    m_stage.reset();
    m_stage = std::make_unique<Stage>();
    m_gate = std::make_unique<FakeGate>();
    m_gate->answer = acme(u"EU"_s);
}

ConnectSheet *SessionSheetsTest::openConnect()
{
    auto *sheet = new ConnectSheet(m_stage->theme(), *m_gate, &m_stage->window());
    sheet->open();
    return sheet;
}

void SessionSheetsTest::paste(QWidget &sheet, const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    auto *token = Stage::find<QLineEdit>(sheet, u"tokenEdit"_s);
    QTest::mouseClick(token, Qt::LeftButton, {}, QPoint(20, token->height() / 2));
    QTest::keyClick(token, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(token, Qt::Key_V, Qt::ControlModifier);
}

void SessionSheetsTest::opensEitherDoor()
{
    FirstRunPage page(m_stage->theme(), &m_stage->window());
    page.resize(m_stage->window().size());
    page.show();
    QSignalSpy sandbox(&page, &FirstRunPage::sandboxRequested);
    QSignalSpy connecting(&page, &FirstRunPage::connectRequested);
    // Two equal doors.
    QCOMPARE(Stage::find<QWidget>(page, u"sandboxDoor"_s)->size(),
             Stage::find<QWidget>(page, u"connectDoor"_s)->size());
    Stage::click(page, u"openSandboxButton"_s);
    QCOMPARE(sandbox.size(), 1);
    Stage::click(page, u"connectButton"_s);
    QCOMPARE(connecting.size(), 1);
    page.setBusy(true);
    Stage::click(page, u"openSandboxButton"_s);
    QCOMPARE(sandbox.size(), 1);
}

void SessionSheetsTest::trimsWhatIsPasted()
{
    ConnectSheet *sheet = openConnect();
    paste(*sheet, u" Bearer dG9rOjEyMw==\n "_s);
    QCOMPARE(sheet->request().token, QByteArray("dG9rOjEyMw=="));
    QCOMPARE(Stage::find<QLineEdit>(*sheet, u"tokenEdit"_s)->text(), u"dG9rOjEyMw=="_s);
}

void SessionSheetsTest::testsWithoutConnecting()
{
    ConnectSheet *sheet = openConnect();
    auto *connectNow = Stage::find<QPushButton>(*sheet, u"connectNowButton"_s);
    QVERIFY(!connectNow->isEnabled());
    Stage::click(*sheet, u"testButton"_s);
    QVERIFY(Stage::find<FormField>(*sheet, u"tokenField"_s)->hasProblem());
    QCOMPARE(m_gate->tested.size(), 0);
    paste(*sheet, u"abc"_s);
    Stage::click(*sheet, u"regionSegments_euButton"_s);
    Stage::click(*sheet, u"testButton"_s);
    QTRY_VERIFY(sheet->message().isVisible());
    QCOMPARE(sheet->message().text(), u"It works: Acme Support, with the token of Priya Nair."_s);
    QCOMPARE(m_gate->tested.size(), 1);
    QCOMPARE(m_gate->connected.size(), 0);
    QVERIFY(sheet->isVisible());
}

void SessionSheetsTest::connectsWithWhatIsEntered()
{
    ConnectSheet *sheet = openConnect();
    QSignalSpy connected(sheet, &ConnectSheet::connected);
    Stage::click(*sheet, u"regionSegments_euButton"_s);
    QCOMPARE(Stage::find<QLabel>(*sheet, u"hostLabel"_s)->text(), u"api.eu.intercom.io"_s);
    paste(*sheet, u"abc"_s);
    Stage::click(*sheet, u"untilQuitButton"_s);
    m_stage->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(connected.size(), 1);
    const ConnectRequest request = m_gate->connected.constFirst();
    QCOMPARE(request.address.region, Region::Europe);
    QCOMPARE(request.address.baseUrl, regionUrl(Region::Europe));
    QCOMPARE(request.address.version, u"2.10"_s);
    QCOMPARE(request.token, QByteArray("abc"));
    QCOMPARE(request.keepToken, false);
    QVERIFY(!Sheet::topmostIn(&m_stage->window()));
}

void SessionSheetsTest::offersTheRegionOfTheToken()
{
    m_gate->answer = acme(u"US"_s);
    ConnectSheet *sheet = openConnect();
    Stage::click(*sheet, u"regionSegments_euButton"_s);
    paste(*sheet, u"abc"_s);
    Stage::click(*sheet, u"connectNowButton"_s);
    QTRY_VERIFY(sheet->message().isVisible());
    QCOMPARE(sheet->message().text(), u"This token belongs to Acme Support in the US."_s);
    QCOMPARE(m_gate->connected.size(), 0);
    Stage::click(*sheet, u"messageStripActionButton"_s);
    QCOMPARE(sheet->request().address.region, Region::UnitedStates);
    QTRY_COMPARE(m_gate->tested.size(), 2);
    QCOMPARE(m_gate->tested.constLast().address.baseUrl, regionUrl(Region::UnitedStates));
    QTRY_VERIFY(sheet->message().text().startsWith(u"It works"_s));
}

void SessionSheetsTest::connectsToTheShownRegionWhenMeant()
{
    m_gate->answer = acme(u"AU"_s);
    ConnectSheet *sheet = openConnect();
    QSignalSpy connected(sheet, &ConnectSheet::connected);
    paste(*sheet, u"abc"_s);
    Stage::click(*sheet, u"connectNowButton"_s);
    QTRY_VERIFY(sheet->message().text().contains(u"Australia"_s));
    Stage::click(*sheet, u"connectNowButton"_s);
    QTRY_COMPARE(connected.size(), 1);
}

void SessionSheetsTest::wordsEachFailure_data()
{
    QTest::addColumn<ApiError>("error");
    QTest::addColumn<QString>("part");
    QTest::newRow("401") << failure(ErrorKind::Unauthorized, 401)
                         << u"does not accept the access token"_s;
    QTest::newRow("403") << failure(ErrorKind::Forbidden, 403) << u"may not read the workspace"_s;
    QTest::newRow("dns") << failure(ErrorKind::NameNotFound) << u"address of the server"_s;
    QTest::newRow("tls") << failure(ErrorKind::Tls) << u"certificate"_s;
    QTest::newRow("timeout") << failure(ErrorKind::Timeout) << u"no answer in time"_s;
    QTest::newRow("offline") << failure(ErrorKind::Offline) << u"could not reach"_s;
    QTest::newRow("not Intercom") << failure(ErrorKind::NotFound, 404)
                                  << u"no Intercom at this address"_s;
    QTest::newRow("not JSON") << failure(ErrorKind::Protocol, 200) << u"could not be read"_s;
}

void SessionSheetsTest::wordsEachFailure()
{
    QFETCH(ApiError, error);
    QFETCH(QString, part);
    m_gate->answer = error;
    ConnectSheet *sheet = openConnect();
    paste(*sheet, u"abc"_s);
    Stage::click(*sheet, u"testButton"_s);
    QTRY_VERIFY(sheet->message().isVisible());
    QVERIFY2(sheet->message().text().contains(part), qPrintable(sheet->message().text()));
    QCOMPARE(sheet->request().token, QByteArray("abc"));
    const bool isMarked =
        Stage::find<QLineEdit>(*sheet, u"tokenEdit"_s)->property("invalid").toBool();
    QCOMPARE(isMarked, error.kind == ErrorKind::Unauthorized);
}

void SessionSheetsTest::forgetsTheMessageWhenEdited()
{
    m_gate->answer = failure(ErrorKind::Unauthorized, 401);
    ConnectSheet *sheet = openConnect();
    paste(*sheet, u"abc"_s);
    Stage::click(*sheet, u"testButton"_s);
    QTRY_VERIFY(sheet->message().isVisible());
    Stage::click(*sheet, u"regionSegments_auButton"_s);
    QVERIFY(!sheet->message().isVisible());
}

void SessionSheetsTest::explainsAMissingKeychain()
{
    m_gate->keychain = false;
    ConnectSheet *sheet = openConnect();
    QVERIFY(!Stage::find<QWidget>(*sheet, u"inKeychainButton"_s)->isEnabled());
    QCOMPARE(sheet->request().keepToken, false);
    const auto *hint = Stage::find<QLabel>(*sheet, u"keepFieldProblem"_s);
    QVERIFY(hint->isVisible());
    QVERIFY(hint->text().contains(u"No keychain"_s));
}

void SessionSheetsTest::stopsASilentTest()
{
    m_gate->isSilent = true;
    ConnectSheet *sheet = openConnect();
    paste(*sheet, u"abc"_s);
    Stage::click(*sheet, u"testButton"_s);
    QVERIFY(sheet->isBusy());
    m_stage->key(Qt::Key_Escape);
    QTRY_VERIFY(!sheet->isBusy());
    QVERIFY(sheet->isVisible());
    // Stopped by the person: nothing to complain about.
    QVERIFY(!sheet->message().isVisible());
    m_stage->key(Qt::Key_Escape);
    QVERIFY(!sheet->isVisible());
}

void SessionSheetsTest::doesNotShowTheToken()
{
    m_gate->answer = failure(ErrorKind::Unauthorized, 401);
    ConnectSheet *sheet = openConnect();
    const QString secret = u"dG9rOnNlY3JldA"_s;
    paste(*sheet, secret);
    Stage::click(*sheet, u"testButton"_s);
    QTRY_VERIFY(sheet->message().isVisible());
    QCOMPARE(Stage::find<QLineEdit>(*sheet, u"tokenEdit"_s)->echoMode(), QLineEdit::Password);
    for (const QLabel *label : sheet->findChildren<QLabel *>())
        QVERIFY(!label->text().contains(secret));
    for (const QWidget *widget : sheet->findChildren<QWidget *>()) {
        QVERIFY(!widget->accessibleName().contains(secret));
        QVERIFY(!widget->accessibleDescription().contains(secret));
    }
    Stage::click(*sheet, u"tokenEditRevealButton"_s);
    QCOMPARE(Stage::find<QLineEdit>(*sheet, u"tokenEdit"_s)->echoMode(), QLineEdit::Normal);
}

void SessionSheetsTest::takesANewTokenOfTheSameWorkspaceOnly()
{
    Workspace workspace(3);
    auto *sheet =
        new NewTokenSheet(m_stage->theme(), *m_gate, workspace.session(), &m_stage->window());
    QSignalSpy accepted(sheet, &NewTokenSheet::tokenAccepted);
    sheet->open();
    paste(*sheet, u"Bearer other"_s);
    Stage::click(*sheet, u"useTokenButton"_s);
    auto *field = Stage::find<FormField>(*sheet, u"tokenField"_s);
    QTRY_VERIFY(field->problem().contains(u"Acme Support"_s));
    QCOMPARE(accepted.size(), 0);
    m_gate->answer = workspace.session().identity();
    workspace.sandbox()->setToken("fresh");
    paste(*sheet, u"fresh"_s);
    Stage::click(*sheet, u"useTokenButton"_s);
    QTRY_COMPARE(accepted.size(), 1);
    QCOMPARE(m_gate->tested.constLast().address, workspace.session().address());
    // The session talks with it from now on.
    const Contact contact = workspace.someone(Role::User);
    QVERIFY(Workspace::resultOf(workspace.session().contacts().fetch(contact.id)).isOk());
}

void SessionSheetsTest::changesSettingsAtOnce()
{
    PlainSettings settings;
    auto *sheet = new SettingsSheet(m_stage->theme(), settings, m_stage->prompts(), nullptr,
                                    &m_stage->window());
    sheet->open();
    QCOMPARE(Stage::find<SegmentedControl>(*sheet, u"appearanceSegments"_s)->current(), u"light"_s);
    Stage::click(*sheet, u"appearanceSegments_darkButton"_s);
    QCOMPARE(settings.mode, Theme::Mode::Dark);
    Stage::click(*sheet, u"appearanceSegments_followButton"_s);
    QCOMPARE(settings.mode, Theme::Mode::FollowSystem);
    auto *motion = Stage::find<QCheckBox>(*sheet, u"motionCheck"_s);
    motion->setFocus();
    QTest::keyClick(motion, Qt::Key_Space);
    QVERIFY(settings.isReduced);
    auto *pictures = Stage::find<QCheckBox>(*sheet, u"picturesCheck"_s);
    QVERIFY(pictures->isChecked());
    pictures->setFocus();
    QTest::keyClick(pictures, Qt::Key_Space);
    QVERIFY(!settings.arePicturesShown);
    QCOMPARE(Stage::find<QLabel>(*sheet, u"dataFact"_s)->text(), u"~/.local/share/roster"_s);
    QVERIFY(!sheet->findChild<QWidget *>(u"signOutButton"_s));
    m_stage->key(Qt::Key_Escape);
    QVERIFY(!sheet->isVisible());
}

void SessionSheetsTest::asksBeforeReset()
{
    Workspace workspace(3);
    PlainSettings settings;
    auto *sheet = new SettingsSheet(m_stage->theme(), settings, m_stage->prompts(),
                                    &workspace.session(), &m_stage->window());
    QSignalSpy reset(sheet, &SettingsSheet::resetSandboxRequested);
    sheet->open();
    QCOMPARE(Stage::find<QLabel>(*sheet, u"workspaceFact"_s)->text(),
             workspace.session().identity().name);
    m_stage->prompts().answer = false;
    Stage::click(*sheet, u"resetSandboxButton"_s);
    QTRY_COMPARE(m_stage->prompts().resets, 1);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(reset.size(), 0);
    m_stage->prompts().answer = true;
    Stage::click(*sheet, u"resetSandboxButton"_s);
    QTRY_COMPARE(reset.size(), 1);
    QVERIFY(!Sheet::topmostIn(&m_stage->window()));
}

void SessionSheetsTest::asksInSheets()
{
    WidgetPrompts prompts(m_stage->theme(), m_stage->window(), nullptr);
    std::optional<bool> answer;
    const auto ask = [&] {
        answer.reset();
        prompts.confirmDiscard(u"New contact"_s)->onFinished(this, [&](const Result<bool> &told) {
            answer = told.isOk() && *told;
        });
        return Sheet::topmostIn(&m_stage->window());
    };
    Sheet *sheet = ask();
    QVERIFY(sheet);
    // The keyboard starts where nothing is lost.
    m_stage->key(Qt::Key_Return);
    QTRY_COMPARE(answer, std::optional(false));
    QVERIFY(!Sheet::topmostIn(&m_stage->window()));
    ask();
    m_stage->key(Qt::Key_Escape);
    QTRY_COMPARE(answer, std::optional(false));
    sheet = ask();
    Stage::click(*sheet, u"goOnButton"_s);
    QTRY_COMPARE(answer, std::optional(true));
}

void SessionSheetsTest::choosesWhereContactsAreKept()
{
    ConnectSheet *sheet = openConnect();
    QCOMPARE(sheet->request().storage, std::optional(StorageChoice::KeepCopy));
    Stage::click(*sheet, u"sessionOnlyButton"_s);
    QCOMPARE(sheet->request().storage, std::optional(StorageChoice::SessionOnly));
    // The token is another question.
    QCOMPARE(sheet->request().keepToken, true);
    Stage::click(*sheet, u"keepCopyButton"_s);
    QCOMPARE(sheet->request().storage, std::optional(StorageChoice::KeepCopy));
}

void SessionSheetsTest::requestsWhatItDoesNotDo()
{
    Workspace workspace(3);
    PlainSettings settings;
    const auto open = [&] {
        auto *sheet = new SettingsSheet(m_stage->theme(), settings, m_stage->prompts(),
                                        &workspace.session(), &m_stage->window());
        sheet->open();
        return sheet;
    };
    SettingsSheet *sheet = open();
    QSignalSpy changes(sheet, &SettingsSheet::storageChangeRequested);
    Stage::click(*sheet, u"storageSegments_sessionButton"_s);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes[0][0].value<StorageChoice>(), StorageChoice::SessionOnly);
    QVERIFY(!Sheet::topmostIn(&m_stage->window()));
    for (const auto &[button, how] : {std::pair{u"signOutButton"_s, SignOut::KeepJournal},
                                      std::pair{u"wipeButton"_s, SignOut::WipeJournal}}) {
        sheet = open();
        QSignalSpy leaving(sheet, &SettingsSheet::signOutRequested);
        Stage::click(*sheet, button);
        QCOMPARE(leaving.size(), 1);
        QCOMPARE(leaving[0][0].value<SignOut>(), how);
    }
}

SignOutSheet *SessionSheetsTest::openSignOut(Workspace &workspace)
{
    auto *sheet = new SignOutSheet(m_stage->theme(), workspace.session(), m_stage->prompts(),
                                   SignOut::KeepJournal, &m_stage->window());
    sheet->open();
    return sheet;
}

void SessionSheetsTest::signsOutAndKeepsTheJournal()
{
    Workspace workspace(3);
    SignOutSheet *sheet = openSignOut(workspace);
    QSignalSpy confirmed(sheet, &SignOutSheet::confirmed);
    QTRY_VERIFY(Stage::find<QLabel>(*sheet, u"keepJournalLabel"_s)
                    ->text()
                    .contains(u"no archived contacts"_s));
    QVERIFY(!Stage::find<QWidget>(*sheet, u"exportJournalButton"_s)->isEnabled());
    // The keyboard starts where nothing is lost.
    m_stage->key(Qt::Key_Return);
    QCOMPARE(confirmed.size(), 0);
    sheet = openSignOut(workspace);
    QSignalSpy again(sheet, &SignOutSheet::confirmed);
    Stage::click(*sheet, u"goOnButton"_s);
    QCOMPARE(again.size(), 1);
    QCOMPARE(again[0][0].value<SignOut>(), SignOut::KeepJournal);
    QVERIFY(!Sheet::topmostIn(&m_stage->window()));
}

void SessionSheetsTest::wipesAfterCounting()
{
    Workspace workspace(5);
    for (const BulkTarget &target : workspace.targets(2)) {
        OperationOf<BulkReport> *run = workspace.session().contacts().archive(target);
        QVERIFY(Workspace::resultOf(run).isOk());
    }
    SignOutSheet *sheet = openSignOut(workspace);
    QSignalSpy confirmed(sheet, &SignOutSheet::confirmed);
    Stage::click(*sheet, u"wipeJournalButton"_s);
    // Nobody wipes before they have been told how many.
    auto *goOn = Stage::find<QPushButton>(*sheet, u"goOnButton"_s);
    QVERIFY(!goOn->isEnabled());
    QTRY_VERIFY(goOn->isEnabled());
    QVERIFY(Stage::find<QLabel>(*sheet, u"wipeJournalLabel"_s)->text().startsWith(u"2 archived"_s));
    QCOMPARE(goOn->property("kind").toString(), u"danger"_s);
    QCOMPARE(goOn->text(), u"Sign out and wipe"_s);
    Stage::click(*sheet, u"goOnButton"_s);
    QCOMPARE(confirmed.size(), 1);
    QCOMPARE(confirmed[0][0].value<SignOut>(), SignOut::WipeJournal);
}

void SessionSheetsTest::exportsTheJournal()
{
    Workspace workspace(5);
    const BulkTarget target = workspace.targets(1).constFirst();
    OperationOf<BulkReport> *run = workspace.session().contacts().archive(target);
    QVERIFY(Workspace::resultOf(run).isOk());
    const QTemporaryDir folder;
    m_stage->prompts().path = folder.filePath(u"archived.csv"_s);
    SignOutSheet *sheet = openSignOut(workspace);
    auto *button = Stage::find<QPushButton>(*sheet, u"exportJournalButton"_s);
    QTRY_VERIFY(button->isEnabled());
    Stage::click(*sheet, u"exportJournalButton"_s);
    QTRY_COMPARE(sheet->message().text(), u"1 contact exported to “archived.csv”."_s);
    QFile file(m_stage->prompts().path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].startsWith("\xef\xbb\xbf"
                                "contact_id,name,email,role,archived_at,state"));
    QVERIFY(lines[1].startsWith(target.id.text().toUtf8() + ','));
    QVERIFY(lines[1].contains(",archived,"));
    // A file that cannot be written is said, and the question stays.
    m_stage->prompts().path = folder.filePath(u"archived.csv/below"_s);
    Stage::click(*sheet, u"exportJournalButton"_s);
    QTRY_VERIFY(sheet->message().text().contains(u"could not be written"_s));
    QVERIFY(sheet->isVisible());
}

void SessionSheetsTest::listsShortcuts()
{
    const QList<ShortcutLine> lines{
        {u"Contacts"_s, u"New contact"_s, {QKeySequence::New}},
        {u"Contacts"_s, u"Refresh"_s, {QKeySequence(Qt::Key_F5), QKeySequence(u"Ctrl+R"_s)}},
        {u"Window"_s, u"Quit"_s, {QKeySequence(u"Ctrl+Q"_s)}}};
    auto *sheet = new ShortcutsSheet(m_stage->theme(), lines, &m_stage->window());
    sheet->open();
    QStringList texts;
    for (const QLabel *label : sheet->findChildren<QLabel *>())
        texts.append(label->text());
    for (const char *wanted : {"Contacts", "New contact", "F5", "Ctrl+R", "Window", "Ctrl+Q"})
        QVERIFY2(texts.contains(QString::fromLatin1(wanted)), wanted);
    QCOMPARE(keysText(lines.at(1).keys), u"F5 or Ctrl+R"_s);
    m_stage->key(Qt::Key_Return);
    QVERIFY(!sheet->isVisible());
}

} // namespace roster

QTEST_MAIN(roster::SessionSheetsTest)
#include "tst_sessionsheets.moc"
