// SPDX-License-Identifier: MIT
// Files that are damaged, too new, foreign or not writable: the program goes on and says so.
#include "core/service/contactservice.h"
#include "core/service/syncer.h"
#include "core/store/databasefile.h"
#include "tests/app/program.h"
#include "ui/contacts/contacttableview.h"
#include "ui/widgets/banner.h"
#include "ui/window/actions.h"
#include "ui/window/contactsview.h"
#include "ui/window/workspacepage.h"

#include <QtCore/QDir>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

void fill(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("the file could not be filled");
}

void makeTooNew(const QString &path)
{
    const auto file = Database::open({path, Database::Use::Write, 20, nullptr});
    if (!file || !(*file)->run(u"PRAGMA user_version=99"_s).isOk())
        qFatal("the file could not be made too new");
}

} // namespace

class TestFileTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsOfDamagedContacts();
    void tellsOfADamagedJournal();
    void leavesContactsOfANewerRoster();
    void archivesNothingWithoutItsJournal();
    void runsWithoutAProfile();
    void runsWithoutSettings();
    void saysWhenNoChangeIsPossible();
    void goesOnWithoutRoomOnTheDisk();
    void findsDamageBelowTheSurface();

private:
    QString profile() const { return m_profile->path(); }
    //! Uses the profile once and tells where it keeps things.
    StorageState used(SandboxFixture &sandbox);

    std::unique_ptr<QTemporaryDir> m_profile;
};

void TestFileTrouble::init()
{
    m_profile = std::make_unique<QTemporaryDir>();
}

StorageState TestFileTrouble::used(SandboxFixture &sandbox)
{
    Program program(profile());
    if (!program.connectTo(sandbox) || program.archiveFirst())
        qFatal("the profile could not be used");
    return program.storage();
}

void TestFileTrouble::tellsOfDamagedContacts()
{
    SandboxFixture sandbox(20);
    const StorageState storage = used(sandbox);
    const QByteArray garbage = QByteArray(9000, '\x5a');
    fill(storage.contactsFile, garbage);
    Program program(profile());
    QVERIFY(program.reopen(sandbox));
    QCOMPARE(program.contacts(), 19);
    QCOMPARE(program.archived(), 1);
    const QStringList aside = program.storage().setAside;
    QCOMPARE(aside.size(), 1);
    QCOMPARE(contentOf(aside[0]), garbage);
    QVERIFY(program.banner(u"contactsSetAside"_s).contains(aside[0]));
    QVERIFY(program.storage().isCopyKept());
    // It has been read: it may go.
    QTest::mouseClick(program.window().findChild<QWidget *>(u"contactsSetAsideBannerCloseButton"_s),
                      Qt::LeftButton);
    QCOMPARE(program.banner(u"contactsSetAside"_s), QString());
}

void TestFileTrouble::tellsOfADamagedJournal()
{
    SandboxFixture sandbox(20);
    const StorageState storage = used(sandbox);
    fill(storage.journalFile, "no database, but long enough to be taken for one by its reader");
    Program program(profile());
    QVERIFY(program.reopen(sandbox));
    QCOMPARE(program.archived(), 0);
    const QString text = program.banner(u"journalSetAside"_s);
    QVERIFY(text.contains(u"archive journal was damaged"_s));
    QVERIFY(text.contains(program.storage().setAside.constFirst()));
    // A fresh one is there: archiving is safe again.
    QVERIFY(!program.archiveFirst());
    QCOMPARE(program.archived(), 1);
}

void TestFileTrouble::leavesContactsOfANewerRoster()
{
    SandboxFixture sandbox(20);
    const StorageState storage = used(sandbox);
    makeTooNew(storage.contactsFile);
    const QByteArray before = contentOf(storage.contactsFile);
    {
        Program program(profile());
        QVERIFY(program.reopen(sandbox));
        QCOMPARE(program.contacts(), 19);
        QVERIFY(!program.storage().isCopyKept());
        QVERIFY(program.storage().canArchive());
        QVERIFY(program.banner(u"contactsStorage"_s).contains(storage.contactsFile));
        QVERIFY(program.banner(u"contactsStorage"_s).contains(u"newer Roster"_s));
        QVERIFY(!program.archiveFirst());
    }
    QCOMPARE(contentOf(storage.contactsFile), before);
}

void TestFileTrouble::archivesNothingWithoutItsJournal()
{
    SandboxFixture sandbox(20);
    const StorageState storage = used(sandbox);
    makeTooNew(storage.journalFile);
    const QByteArray before = contentOf(storage.journalFile);
    sandbox->clearSeen();
    Program program(profile());
    QVERIFY(program.reopen(sandbox));
    QCOMPARE(program.contacts(), 19);
    QVERIFY(program.banner(u"journalStorage"_s).contains(storage.journalFile));

    WorkspacePage &page = *program.window().page();
    QTRY_COMPARE(page.contacts().model().rowCount(), 19);
    page.contacts().table().selectAll();
    const QAction &archive = program.window().actions()[ActionId::Archive];
    QVERIFY(!archive.isEnabled());
    QVERIFY(archive.toolTip().contains(u"archive journal"_s));
    // Whatever is done to a selection is written down first.
    QVERIFY(!program.window().actions()[ActionId::AddTag].isEnabled());
    const std::optional<ApiError> refusal = program.archiveFirst();
    QVERIFY(refusal.has_value());
    QCOMPARE(refusal->kind, ErrorKind::Storage);
    QCOMPARE(sandbox->count("POST", u"/contacts/*/archive"_s), 0);

    // Editing goes on.
    const auto keys = Program::resultOf(program.session().book().orderedKeys({}));
    const ContactRow row = program.session().book().rows({keys->front()}).constFirst();
    ContactPatch patch;
    patch.fields.emplace(ContactField::Name, u"Renamed"_s);
    const auto saved = Program::resultOf(
        program.session().contacts().update(*program.session().book().contact(row.id), patch));
    QVERIFY(saved.isOk());
    QCOMPARE(contentOf(storage.journalFile), before);
}

void TestFileTrouble::runsWithoutAProfile()
{
    // Not even root can make a folder below a file.
    fill(profile() + u"/plain"_s, "plain");
    const QString folder = profile() + u"/plain/roster"_s;
    QString unkept;
    {
        Program program(folder);
        QVERIFY(program.firstRunMessage().contains(folder));
        SandboxFixture sandbox(20);
        QVERIFY(program.connectTo(sandbox));
        QCOMPARE(program.contacts(), 20);
        QVERIFY(program.banner(u"profileStorage"_s).contains(folder));
        QVERIFY(program.archiveFirst().has_value());
        unkept = program.storage().contactsFile;
        QVERIFY(QFileInfo::exists(unkept));
        QVERIFY(Program::resultOf(program.gate().openSandbox()).isOk() && program.isUpToDate());
    }
    QVERIFY(!QFileInfo::exists(unkept));
    QCOMPARE(contentOf(profile() + u"/plain"_s), QByteArray("plain"));
}

void TestFileTrouble::runsWithoutSettings()
{
    // Settings and data are in folders of their own with the desktop's places only.
    fill(profile() + u"/plain"_s, "plain");
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(profile() + u"/plain"_s));
    qputenv("XDG_DATA_HOME", QFile::encodeName(profile() + u"/data"_s));
    SandboxFixture sandbox(20);
    {
        Program program{QString()};
        QVERIFY(program.connectTo(sandbox));
        QVERIFY(program.banner(u"settingsStorage"_s).contains(u"plain"_s));
        QVERIFY(program.storage().isCopyKept() && program.storage().canArchive());
        program.parts().settings.setThemeMode(Theme::Mode::Dark);
        QCOMPARE(program.parts().settings.themeMode(), Theme::Mode::Dark);
    }
    qunsetenv("XDG_CONFIG_HOME");
    qunsetenv("XDG_DATA_HOME");
}

void TestFileTrouble::saysWhenNoChangeIsPossible()
{
    SandboxFixture sandbox(20);
    Program program(profile());
    QVERIFY(program.connectTo(sandbox, StorageChoice::SessionOnly));
    const QString unkept = program.storage().contactsFile;
    // Something is where the folder of the copies should be.
    fill(program.parts().profile.dataDir() + u"/workspaces"_s, "plain");
    const auto changed = Program::resultOf(program.gate().changeStorage(StorageChoice::KeepCopy));
    QVERIFY(!changed);
    QCOMPARE(changed.error().kind, ErrorKind::Storage);
    QCOMPARE(program.storage().choice, StorageChoice::SessionOnly);
    QCOMPARE(program.storage().contactsFile, unkept);
    QCOMPARE(program.contacts(), 20);
}

void TestFileTrouble::goesOnWithoutRoomOnTheDisk()
{
    SandboxFixture sandbox(1000);
    Program program(profile());
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit tight = before;
    tight.rlim_cur = 600'000;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
    const bool isOpen =
        Program::resultOf(program.gate().connectTo(Program::request(sandbox))).isOk();
    const bool isTold =
        isOpen &&
        QTest::qWaitFor([&program] { return !program.banner(u"sync"_s).isEmpty(); }, 30'000);
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, oldHandler);
    QVERIFY(isTold);
    QVERIFY2(program.banner(u"sync"_s).contains(u"disk"_s), qPrintable(program.banner(u"sync"_s)));
    QVERIFY(program.window().page());
    QVERIFY(program.contacts() < 1000);
    // There is room again.
    QVERIFY(program.window().page());
    program.session().syncer().refresh();
    QVERIFY(program.isUpToDate());
    QCOMPARE(program.contacts(), 1000);
    QCOMPARE(program.banner(u"sync"_s), QString());
}

void TestFileTrouble::findsDamageBelowTheSurface()
{
    // Closed in order and sound at its head: nothing tells of the damage before it is read.
    SandboxFixture sandbox(600);
    const StorageState storage = used(sandbox);
    {
        QFile file(storage.contactsFile);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 4));
        const auto rest = static_cast<int>(file.size() - file.size() / 4);
        QCOMPARE(file.write(QByteArray(rest, '\x5a')), rest);
    }
    // Where the damage is met depends on which rows are in those pages: while it opens, or later.
    // Then the refresh says so, and the next start sets the file aside.
    QStringList setAside;
    {
        Program program(profile());
        program.remember(sandbox);
        QVERIFY(Program::resultOf(program.gate().reopenLast()).isOk());
        setAside = program.storage().setAside;
        if (setAside.isEmpty()) {
            QTRY_VERIFY_WITH_TIMEOUT(program.banner(u"sync"_s).contains(u"damaged"_s), 20'000);
            QVERIFY(program.window().page());
        }
    }
    Program again(profile());
    QVERIFY(again.reopen(sandbox));
    setAside += again.storage().setAside;
    QCOMPARE(setAside.size(), 1);
    QVERIFY(QFileInfo::exists(setAside[0]));
    QCOMPARE(again.contacts(), 599);
    QCOMPARE(again.archived(), 1);
}

QTEST_MAIN(TestFileTrouble)
#include "tst_filetrouble.moc"
