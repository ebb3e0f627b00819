// SPDX-License-Identifier: MIT
#include "ui/text/runtext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include <algorithm>
#include <cmath>

namespace roster {

namespace {

using Kind = BulkAction::Kind;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("RunText", text, nullptr, n);
}

QString number(qint64 count)
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

bool unsubscribes(const ContactPatch &patch)
{
    const auto found = patch.fields.find(ContactField::UnsubscribedFromEmails);
    return found != patch.fields.end() && flagOf(found->second).value_or(false);
}

//! The sentence of what was set, with %1 for whom, %2 for what and %3 for the value.
QString updatedPattern(const RunWords &words)
{
    switch (updateKindOf(words.action.patch)) {
    case UpdateKind::Owner:
        return words.thing.isEmpty() ? tr("Removed the owner of %1")
                                     : tr("Made %2 the owner of %1");
    case UpdateKind::Attribute:
        return words.value.isEmpty() ? tr("Cleared %2 of %1") : tr("Set %2 of %1 to %3");
    case UpdateKind::Emails:
        return unsubscribes(words.action.patch) ? tr("Unsubscribed %1 from emails")
                                                : tr("Subscribed %1 to emails");
    case UpdateKind::Other:
        break;
    }
    return tr("Changed %1");
}

//! The sentence of what was done, with %1 for whom and %2 for the tag or company.
QString donePattern(const RunWords &words)
{
    switch (words.action.kind) {
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
        return updatedPattern(words);
    case Kind::PutBack:
        break;
    }
    return tr("Put back what %1 had before");
}

QString updatingPattern(const RunWords &words)
{
    switch (updateKindOf(words.action.patch)) {
    case UpdateKind::Owner:
        return tr("Setting the owner of %1");
    case UpdateKind::Attribute:
        return tr("Setting %2 of %1");
    case UpdateKind::Emails:
        return unsubscribes(words.action.patch) ? tr("Unsubscribing %1") : tr("Subscribing %1");
    case UpdateKind::Other:
        break;
    }
    return tr("Changing %1");
}

QString doingPattern(const RunWords &words)
{
    switch (words.action.kind) {
    case Kind::Archive:
        return tr("Archiving %1");
    case Kind::Restore:
        return tr("Restoring %1");
    case Kind::AddTag:
        return tr("Adding %2 to %1");
    case Kind::RemoveTag:
        return tr("Removing %2 from %1");
    case Kind::AttachCompany:
        return tr("Attaching %2 to %1");
    case Kind::DetachCompany:
        return tr("Detaching %2 from %1");
    case Kind::Update:
        return updatingPattern(words);
    case Kind::PutBack:
        break;
    }
    return tr("Putting back %1");
}

//! Fills in one pass: names may hold placeholders of their own.
QString filled(const QString &pattern, const QString &people, const RunWords &words)
{
    if (pattern.contains(QLatin1String("%3")))
        return pattern.arg(people, words.thing, words.value);
    if (pattern.contains(QLatin1String("%2")))
        return pattern.arg(people, words.thing);
    return pattern.arg(people);
}

} // namespace

UpdateKind updateKindOf(const ContactPatch &patch)
{
    const bool isOne =
        patch.fields.size() + static_cast<size_t>(patch.customAttributes.size()) == 1;
    if (!isOne)
        return UpdateKind::Other;
    if (!patch.customAttributes.isEmpty())
        return UpdateKind::Attribute;
    if (patch.touches(ContactField::Owner))
        return UpdateKind::Owner;
    return patch.touches(ContactField::UnsubscribedFromEmails) ? UpdateKind::Emails
                                                               : UpdateKind::Other;
}

QString runTitle(const RunWords &words, int total)
{
    const QString people = words.name.isEmpty() ? whom(words, total) : tr("“%1”").arg(words.name);
    return filled(doingPattern(words), people, words);
}

QString runCountText(int settled, int total)
{
    return tr("%1 of %2").arg(number(settled), number(total));
}

QString runRateText(double perSecond)
{
    if (perSecond >= 1)
        return tr("%1 a second").arg(number(std::llround(perSecond)));
    const qint64 perMinute = std::llround(perSecond * 60);
    return perMinute > 0 ? tr("%1 a minute").arg(number(perMinute)) : QString();
}

QString runTimeLeftText(qint64 seconds)
{
    if (seconds < 60)
        return tr("%1 s left").arg(number(std::max<qint64>(seconds, 1)));
    const auto minutes = static_cast<int>((seconds + 59) / 60);
    return minutes < 120 ? tr("about %Ln min left", minutes)
                         : tr("about %Ln h left", (minutes + 30) / 60);
}

QString runHoldText(const RunHold &hold, qint64 now)
{
    const qint64 left =
        hold.until.isValid() ? std::max<qint64>(hold.until.toSecsSinceEpoch() - now, 0) : -1;
    const auto with = [left](const QString &reason, const QString &counted) {
        return left < 0 ? reason : counted.arg(number(left));
    };
    switch (hold.reason) {
    case RunHold::Reason::RateLimit:
        return with(tr("Intercom’s limit: goes on by itself"),
                    tr("Intercom’s limit: goes on in %1 s"));
    case RunHold::Reason::Retry:
        return with(tr("Intercom has trouble: tries again"),
                    tr("Intercom has trouble: tries again in %1 s"));
    case RunHold::Reason::Offline:
        return with(tr("No connection: waits"), tr("No connection: tries again in %1 s"));
    case RunHold::Reason::Token:
        return tr("Waits for a new token");
    case RunHold::Reason::Storage:
        break;
    }
    return with(tr("Cannot write down here what is done: waits"),
                tr("Cannot write down here what is done: tries again in %1 s"));
}

QString runDoneText(const RunWords &words, int count)
{
    return filled(donePattern(words), whom(words, count), words);
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
    return tr("Undo putting back");
}

} // namespace roster
