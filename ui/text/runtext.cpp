// SPDX-License-Identifier: MIT
#include "ui/text/runtext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

namespace roster {

namespace {

using Kind = BulkAction::Kind;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("RunText", text, nullptr, n);
}

QString number(int count)
{
    return QLocale().toString(count);
}

//! "Ada Lovelace" or "12 contacts".
QString whom(const RunWords &words, int count)
{
    if (!words.person.isEmpty())
        return words.person;
    return count == 1 ? tr("1 contact") : tr("%Ln contacts", count);
}

//! The sentence of what was done, with %1 for whom and %2 for the tag or company.
QString donePattern(Kind kind)
{
    switch (kind) {
    case Kind::Archive:
        return tr("Archived %1");
    case Kind::Restore:
        return tr("Restored %1");
    case Kind::AddTag:
        return tr("Added %2 to %1");
    case Kind::RemoveTag:
        return tr("Removed %2 from %1");
    case Kind::AttachCompany:
        return tr("Attached %2 to %1");
    case Kind::DetachCompany:
        return tr("Detached %2 from %1");
    case Kind::Update:
        return tr("Changed %1");
    case Kind::PutBack:
        break;
    }
    return tr("Put back the values of %1");
}

QString filled(const QString &pattern, const QString &people, const QString &thing)
{
    return pattern.contains(QLatin1String("%2")) ? pattern.arg(people, thing) : pattern.arg(people);
}

} // namespace

QString runProgressText(const RunWords &words, int settled, int total)
{
    const QString done = number(settled);
    const QString all = number(total);
    switch (words.action.kind) {
    case Kind::Archive:
        return tr("Archiving %1 of %2").arg(done, all);
    case Kind::Restore:
        return tr("Restoring %1 of %2").arg(done, all);
    case Kind::AddTag:
        return tr("Adding %3: %1 of %2").arg(done, all, words.thing);
    case Kind::RemoveTag:
        return tr("Removing %3: %1 of %2").arg(done, all, words.thing);
    case Kind::AttachCompany:
        return tr("Attaching %3: %1 of %2").arg(done, all, words.thing);
    case Kind::DetachCompany:
        return tr("Detaching %3: %1 of %2").arg(done, all, words.thing);
    case Kind::Update:
        return tr("Changing %1 of %2").arg(done, all);
    case Kind::PutBack:
        break;
    }
    return tr("Putting back %1 of %2").arg(done, all);
}

QString runDoneText(const RunWords &words, int count)
{
    return filled(donePattern(words.action.kind), whom(words, count), words.thing);
}

QString undoText(Kind kind)
{
    switch (kind) {
    case Kind::Archive:
        return tr("Undo archive");
    case Kind::Restore:
        return tr("Undo restore");
    case Kind::AddTag:
        return tr("Undo add tag");
    case Kind::RemoveTag:
        return tr("Undo remove tag");
    case Kind::AttachCompany:
        return tr("Undo attach company");
    case Kind::DetachCompany:
        return tr("Undo detach company");
    case Kind::Update:
        return tr("Undo change");
    case Kind::PutBack:
        break;
    }
    return tr("Change again");
}

} // namespace roster
