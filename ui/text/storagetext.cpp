// SPDX-License-Identifier: MIT
#include "ui/text/storagetext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StorageText)
};

struct Reason
{
    QString code;
    QString cause;
    QString advice;
};

QList<Reason> reasons()
{
    return {
        {QStringLiteral("store.full"), Words::tr("This computer’s disk is full."),
         Words::tr("Make room, then try again.")},
        {QStringLiteral("store.read_only"), Words::tr("Roster may not write there."),
         Words::tr("Make the file and its folder writable, then try again.")},
        {QStringLiteral("store.damaged"), Words::tr("A file on this computer is damaged."),
         Words::tr("Start Roster again: it sets the file aside and begins a new one.")},
        {QStringLiteral("store.too_new"), Words::tr("A newer Roster wrote the file."),
         Words::tr("Use the newer Roster.")},
        {QStringLiteral("store.foreign"), Words::tr("The file belongs to another program."),
         Words::tr("Move it away, then start Roster again.")},
        {QStringLiteral("store.busy"), Words::tr("Something else is using the file right now."),
         Words::tr("Wait a moment and try again.")},
    };
}

Reason reasonOf(const ApiError &error)
{
    for (const Reason &reason : reasons()) {
        if (reason.code == error.code)
            return reason;
    }
    return {};
}

QString native(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

//! Two sentences, the second of which may be missing.
QString joined(const QString &first, const QString &second)
{
    return second.isEmpty() ? first : Words::tr("%1 %2").arg(first, second);
}

QString leftoverText(const SignOutLeftover &left)
{
    switch (left.what) {
    case SignOutLeftover::What::Token:
        return Words::tr("The keychain did not give the token up: remove it there.");
    case SignOutLeftover::What::Contacts:
        return Words::tr("Contacts are left in %1: delete it.").arg(native(left.path));
    case SignOutLeftover::What::Journal:
        return Words::tr("The archive journal was not wiped: it is left in %1.")
            .arg(native(left.path));
    case SignOutLeftover::What::DamagedJournal:
        break;
    }
    return Words::tr("A damaged journal, perhaps with contacts of this workspace, is left in %1.")
        .arg(native(left.path));
}

} // namespace

QString storageCause(const ApiError &error)
{
    return reasonOf(error).cause;
}

QString storageAdvice(const ApiError &error)
{
    return reasonOf(error).advice;
}

QString archiveRefusal()
{
    return Words::tr(
        "Nothing can be archived or changed in batches while the archive journal cannot "
        "be used: it could not be taken back.");
}

QString problemText(const StorageProblem &problem)
{
    const QString path = native(problem.path);
    const QString cause = storageCause(problem.error);
    switch (problem.subject) {
    case StorageProblem::Subject::Settings:
        return Words::tr("Settings last until you quit: Roster may not write to %1.").arg(path);
    case StorageProblem::Subject::Profile:
        return Words::tr("Roster may not write to %1. Everything lasts until you quit, and nothing "
                         "can be archived. Make the folder writable, then start Roster again.")
            .arg(path);
    case StorageProblem::Subject::Contacts:
        return joined(Words::tr("Contacts are kept until you quit, since their file %1 cannot be "
                                "used. It is left as it is.")
                          .arg(path),
                      cause);
    case StorageProblem::Subject::Journal:
        return joined(Words::tr("Nothing can be archived, since the journal %1 cannot be used. It "
                                "is left as it is.")
                          .arg(path),
                      joined(cause, storageAdvice(problem.error)));
    case StorageProblem::Subject::OldCopy:
        break;
    }
    return Words::tr("The copy of the contacts in %1 could not be removed. Delete it yourself.")
        .arg(path);
}

bool isJournalSetAside(const QString &path)
{
    return QFileInfo(path).fileName().startsWith(QLatin1String("journal."));
}

QString setAsideText(const QString &path)
{
    const QString text =
        isJournalSetAside(path)
            ? Words::tr("The archive journal was damaged. What was archived before is not listed "
                        "any more. The damaged file was kept: %1")
            : Words::tr("The copy of the contacts was damaged, so they are loaded again. The "
                        "damaged file was kept: %1");
    return text.arg(native(path));
}

QString leftoversText(const SignOutLeftovers &left)
{
    if (left.isEmpty())
        return {};
    QString text = Words::tr("You are signed out, but not everything could be removed.");
    for (const SignOutLeftover &each : left)
        text = joined(text, leftoverText(each));
    return text;
}

} // namespace roster
