// SPDX-License-Identifier: MIT
// Where the contacts of a workspace are kept, and what signing out leaves of them.
#include "app/parts/runtimedirectory.h"
#include "core/sandbox/avatars.h"
#include "core/service/avatarloader.h"
#include "core/service/contactservice.h"
#include "core/store/databasefile.h"
#include "tests/app/program.h"

#include <QtCore/QDirIterator>
#include <QtTest/QSignalSpy>

#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

constexpr auto OthersMay = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                           QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

QStringList filesIn(const QString &folder)
{
    QStringList files;
    QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext())
        files.append(each.next());
    return files;
}

//! A file below `folder` holds that text.
bool holds(const QString &folder, const QString &text)
{
    for (const QString &path : filesIn(folder)) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text.toUtf8()))
            return true;
    }
    return false;
}

bool isKeptBy(const QString &folder, const QString &file)
{
    return file.startsWith(QDir(folder).absolutePath() + u'/') && QFileInfo::exists(file);
}

//! The name of the first contact, as it would stand in a file.
QString someName(Program &program)
{
    const auto keys = Program::resultOf(program.session().book().orderedKeys({}));
    for (const ContactRow &row : program.session().book().rows(*keys)) {
        if (!row.email.isEmpty())
            return row.email;
    }
    return {};
}

} // namespace

class TestKeeping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_profile = std::make_unique<QTemporaryDir>(); }
    void keepsACopyForItsOwnerAlone();
    void keepsNothingOfASession();
    void changesWhileOpen();
    void choosingTheSessionRemovesTheCopy();
    void reopensEitherWay();
    void removesWhatDeadProcessesLeft();
    void signingOutKeepsTheJournal();
    void wipingLeavesNothing();
    void wipingTellsWhatIsLeft();
    void oneWorkspaceIsWipedAlone();

private:
    QString profile() const { return m_profile->path(); }

    std::unique_ptr<QTemporaryDir> m_profile;
};

void TestKeeping::keepsACopyForItsOwnerAlone()
{
    SandboxFixture sandbox(20);
    Program program(profile());
    QVERIFY(program.connectTo(sandbox));
    const StorageState storage = program.storage();
    QCOMPARE(storage.choice, StorageChoice::KeepCopy);
    QVERIFY(storage.isCopyKept() && storage.canArchive());
    QVERIFY(isKeptBy(profile(), storage.contactsFile));
    QVERIFY(isKeptBy(profile(), storage.journalFile));
    QVERIFY(storage.contactsBytes > 0);
    program.parts().settings.setState(u"any"_s, "state");
    program.parts().settings.setStorageChoice(Region::Custom, u"any"_s, StorageChoice::KeepCopy);
    QVERIFY(!(QFile::permissions(program.parts().profile.settingsFile()) & OthersMay));
    for (const QString &file : {storage.contactsFile, storage.contactsFile + u"-wal"_s,
                                storage.journalFile, QFileInfo(storage.contactsFile).path()})
        QVERIFY2(!(QFile::permissions(file) & OthersMay), qPrintable(file));
}

void TestKeeping::keepsNothingOfASession()
{
    SandboxFixture sandbox(20);
    QString file;
    QString name;
    {
        Program program(profile());
        QVERIFY(program.connectTo(sandbox, StorageChoice::SessionOnly));
        const StorageState storage = program.storage();
        file = storage.contactsFile;
        name = someName(program);
        QVERIFY(!storage.isCopyKept() && storage.canArchive());
        QVERIFY(isKeptBy(runtimeDirectory(), file));
        QVERIFY(isKeptBy(profile(), storage.journalFile));
        QVERIFY(!(QFile::permissions(file) & OthersMay));
        QVERIFY(!(QFile::permissions(program.parts().sessionFolder.path()) & OthersMay));
        QVERIFY(!holds(profile(), name));
        QVERIFY(!program.archiveFirst());
        QCOMPARE(program.archived(), 1);
    }
    QVERIFY(!QFileInfo::exists(file));
    QVERIFY(!QFileInfo::exists(QFileInfo(file).path()));
    // The journal has the one that was archived.
    Program again(profile());
    QVERIFY(again.reopen(sandbox));
    QCOMPARE(again.archived(), 1);
}

void TestKeeping::changesWhileOpen()
{
    SandboxFixture sandbox(20);
    Program program(profile());
    QVERIFY(program.connectTo(sandbox));
    const QString copy = program.storage().contactsFile;
    sandbox->refuseConnections(true);

    QVERIFY(Program::resultOf(program.gate().changeStorage(StorageChoice::SessionOnly)).isOk());
    // They were carried over: nothing had to be loaded.
    QCOMPARE(program.contacts(), 20);
    const QString unkept = program.storage().contactsFile;
    QVERIFY(isKeptBy(runtimeDirectory(), unkept));
    for (const char *suffix : {"", "-wal", "-shm"})
        QVERIFY(!QFileInfo::exists(copy + QLatin1String(suffix)));
    QVERIFY(!holds(profile(), someName(program)));

    QVERIFY(Program::resultOf(program.gate().changeStorage(StorageChoice::KeepCopy)).isOk());
    QCOMPARE(program.contacts(), 20);
    QCOMPARE(program.storage().contactsFile, copy);
    QVERIFY(!(QFile::permissions(copy) & OthersMay));
    QVERIFY(!QFileInfo::exists(unkept));
    QVERIFY(program.window().page());
}

void TestKeeping::choosingTheSessionRemovesTheCopy()
{
    SandboxFixture sandbox(20);
    Program program(profile());
    QVERIFY(program.connectTo(sandbox));
    const QString copy = program.storage().contactsFile;
    program.gate().close();
    QVERIFY(program.connectTo(sandbox, StorageChoice::SessionOnly));
    QVERIFY(!QFileInfo::exists(copy));
    QCOMPARE(program.contacts(), 20);
    // It is asked for once and holds from then on.
    QVERIFY(program.connectTo(sandbox));
    QVERIFY(!QFileInfo::exists(copy));
}

void TestKeeping::reopensEitherWay()
{
    SandboxFixture sandbox(20);
    for (const StorageChoice choice : {StorageChoice::KeepCopy, StorageChoice::SessionOnly}) {
        {
            Program program(profile());
            QVERIFY(program.connectTo(sandbox, choice));
        }
        sandbox->clearSeen();
        Program again(profile());
        QVERIFY(again.reopen(sandbox));
        QCOMPARE(again.storage().choice, choice);
        QCOMPARE(again.contacts(), 20);
    }
}

void TestKeeping::removesWhatDeadProcessesLeft()
{
    const QTemporaryDir base;
    SessionFolder living(base.path());
    QVERIFY(!living.path().isEmpty());
    int names[2];
    QCOMPARE(pipe(names), 0);
    const pid_t child = fork();
    if (child == 0) {
        // As a crash would: nothing is tidied up.
        auto *folder = new SessionFolder(base.path());
        const QByteArray path = QFile::encodeName(folder->path());
        const bool isTold = write(names[1], path.constData(), static_cast<size_t>(path.size())) > 0;
        _exit(isTold ? 0 : 1);
    }
    QByteArray told(4096, '\0');
    const auto length = read(names[0], told.data(), static_cast<size_t>(told.size()));
    int status = 1;
    QCOMPARE(waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
    close(names[0]);
    close(names[1]);
    const QString dead = QFile::decodeName(told.left(static_cast<int>(length)));
    QVERIFY(QFileInfo(dead).isDir());
    QFile contacts(dead + u"/contacts.sqlite"_s);
    QVERIFY(contacts.open(QIODevice::WriteOnly));

    SessionFolder next(base.path());
    QVERIFY(!QFileInfo::exists(dead));
    QVERIFY(QFileInfo(living.path()).isDir());
    QVERIFY(!next.path().isEmpty() && next.path() != living.path());
}

void TestKeeping::signingOutKeepsTheJournal()
{
    SandboxFixture sandbox(20);
    Program program(profile());
    QVERIFY(program.connectTo(sandbox));
    const StorageState storage = program.storage();
    const QString id = program.session().identity().id;
    const QString name = someName(program);
    QVERIFY(!program.archiveFirst());
    const QString pictures = AvatarFiles::folderBeside(storage.contactsFile);
    QSignalSpy fetched(program.session().avatars(), &AvatarLoader::ready);
    program.session().avatars()->want(
        sandbox.url(sandbox::avatars::pathOf(u"0123456789abcdef01234567"_s)));
    QTRY_COMPARE(fetched.size(), 1);
    QTRY_COMPARE(filesIn(pictures).size(), 1);
    program.parts().settings.setState(u"savedViews-"_s + id, "[\"Secret Customer\"]");
    QFile damaged(storage.contactsFile + u".damaged-20260101T000000000"_s);
    QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("Damaged Customer") > 0);
    damaged.close();

    const auto left = Program::resultOf(program.gate().signOut(SignOut::KeepJournal));
    QVERIFY(left.isOk());
    QVERIFY(left->isEmpty());
    QVERIFY(!program.gate().session());
    QVERIFY(!program.window().page());
    QVERIFY(!QFileInfo::exists(pictures));
    QVERIFY(!QFileInfo::exists(QFileInfo(storage.contactsFile).path()));
    QVERIFY(!holds(profile(), u"Secret Customer"_s));
    QVERIFY(!holds(profile(), u"Damaged Customer"_s));
    QVERIFY(!program.parts().settings.lastWorkspace());
    const auto token =
        Program::resultOf(program.parts().secrets.read(workspaceTokenKey(Region::Custom, id)));
    QCOMPARE(token.error().kind, ErrorKind::NotFound);
    QVERIFY(program.connectTo(sandbox));
    QCOMPARE(program.archived(), 1);
}

void TestKeeping::wipingLeavesNothing()
{
    SandboxFixture sandbox(20);
    Program program(profile());
    QVERIFY(program.connectTo(sandbox));
    const QString name = someName(program);
    const QString id = program.session().identity().id;
    for (int i = 0; i < 15; ++i)
        QVERIFY(!program.archiveFirst());
    QCOMPARE(program.archived(), 15);
    QVERIFY(holds(profile(), name));
    const auto left = Program::resultOf(program.gate().signOut(SignOut::WipeJournal));
    QVERIFY(left.isOk());
    QVERIFY(left->isEmpty());
    QVERIFY2(!holds(profile(), name), qPrintable(filesIn(profile()).join(u'\n')));
    QVERIFY(!holds(profile(), id));
    QVERIFY(program.connectTo(sandbox));
    QCOMPARE(program.archived(), 0);
}

void TestKeeping::wipingTellsWhatIsLeft()
{
    SandboxFixture sandbox(20);
    Program program(profile());
    QVERIFY(program.connectTo(sandbox));
    QVERIFY(!program.archiveFirst());
    const StorageState storage = program.storage();
    QFile damaged(storage.journalFile + u".damaged-20260101T000000000"_s);
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    // Another process writes, and does not come to an end.
    auto other = Database::open({storage.journalFile, Database::Use::Write, 20, nullptr});
    QVERIFY(other.isOk() && (*other)->begin().isOk());
    const auto left = Program::resultOf(program.gate().signOut(SignOut::WipeJournal));
    QVERIFY(left.isOk());
    const SignOutLeftovers expected{{SignOutLeftover::What::Journal, storage.journalFile},
                                    {SignOutLeftover::What::DamagedJournal, damaged.fileName()}};
    QCOMPARE(*left, expected);
    // The rest is gone all the same.
    QVERIFY(!QFileInfo::exists(storage.contactsFile));
}

void TestKeeping::oneWorkspaceIsWipedAlone()
{
    SandboxFixture sandbox(20);
    Program program(profile());
    QVERIFY(program.connectTo(sandbox));
    QVERIFY(!program.archiveFirst());
    const QString id = program.session().identity().id;
    // The same workspace behind another door has a journal of its own.
    QVERIFY(Program::resultOf(program.gate().openSandbox()).isOk() && program.isUpToDate());
    QCOMPARE(program.archived(), 0);
    QVERIFY(!program.archiveFirst());
    QVERIFY(Program::resultOf(program.gate().signOut(SignOut::WipeJournal))->isEmpty());
    QVERIFY(program.connectTo(sandbox));
    QCOMPARE(program.session().identity().id, id);
    QCOMPARE(program.archived(), 1);
}

QTEST_MAIN(TestKeeping)
#include "tst_keeping.moc"
