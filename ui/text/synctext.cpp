// SPDX-License-Identifier: MIT
#include "ui/text/synctext.h"

#include "ui/text/errortext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QStringList>

#include <algorithm>

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SyncText)
};

using Phase = SyncStatus::Phase;
using State = SyncStatus::State;

QString number(int count)
{
    return QLocale().toString(count);
}

SyncText loadingText(const SyncStatus &status)
{
    const QString done = number(status.done);
    const QString total = number(status.total);
    switch (status.phase) {
    case Phase::None:
    case Phase::FirstScreen:
        return {Words::tr("Loading…"), Words::tr("The first contacts are being loaded.")};
    case Phase::Loading:
        // Nobody has told yet how many there are.
        if (status.total <= status.done)
            return {Words::tr("Loading, %1 so far").arg(done),
                    Words::tr("%1 contacts are here, and more are being loaded.").arg(done)};
        return {Words::tr("Loading %1 of about %2").arg(done, total),
                Words::tr("%1 of about %2 contacts are here. Those can be worked with already; a "
                          "search finds the others once they are here.")
                    .arg(done, total)};
    case Phase::Refreshing:
        break;
    case Phase::Completing:
        return {Words::tr("Completing lists, %1 of %2").arg(done, total),
                Words::tr("Contacts with more than ten tags or companies are being completed: %1 "
                          "of %2.")
                    .arg(done, total)};
    case Phase::Sweeping:
        return {Words::tr("Looking for deleted, %1 of %2").arg(done, total),
                Words::tr("Every contact is looked at once, to find those that were deleted, "
                          "merged or archived elsewhere: %1 of %2.")
                    .arg(done, total)};
    }
    return {Words::tr("Refreshing…"),
            status.done > 0 ? Words::tr("Changed contacts are being loaded: %1 so far.").arg(done)
                            : Words::tr("Changed contacts are being loaded.")};
}

SyncText failedText(const SyncStatus &status)
{
    const ErrorKind kind = status.error ? status.error->kind : ErrorKind::Cancelled;
    const QString line = kind == ErrorKind::Offline        ? Words::tr("Offline")
                         : kind == ErrorKind::Unauthorized ? Words::tr("Token not accepted")
                                                           : Words::tr("Not up to date");
    QStringList detail;
    if (status.error)
        detail.append(errorLine(*status.error, Doing::Loading));
    if (!status.isComplete && status.total > 0)
        detail.append(Words::tr("%1 contacts are here, but not all. Refresh goes on from there.")
                          .arg(number(status.total)));
    return {line, detail.join(QLatin1Char(' '))};
}

SyncText stateText(const SyncStatus &status)
{
    switch (status.state) {
    case State::Idle:
        break;
    case State::Loading:
        return loadingText(status);
    case State::UpToDate:
        return {Words::tr("Up to date"), {}};
    case State::Failed:
        return failedText(status);
    }
    return {};
}

//! What keeps it from going on, if anything does.
SyncText hindered(const SyncText &text, const Reachability &reachability)
{
    switch (reachability.state) {
    case Reachability::State::Online:
        break;
    case Reachability::State::Limited:
        return {text.line, text.detail + QLatin1Char(' ') +
                               Words::tr("Intercom takes no more calls for now. Roster goes on by "
                                         "itself.")};
    case Reachability::State::Offline:
        return {Words::tr("Offline"),
                Words::tr("There is no connection to Intercom. Roster goes on by itself once there "
                          "is one.")};
    case Reachability::State::Unauthorized:
        return {Words::tr("Token not accepted"),
                Words::tr("Roster goes on once it has a token that Intercom accepts.")};
    }
    return text;
}

} // namespace

SyncText syncText(const SyncStatus &status, const Reachability &reachability)
{
    SyncText text = stateText(status);
    if (status.state == State::Loading)
        text = hindered(text, reachability);
    QStringList detail{text.detail};
    const int open = std::max(status.incomplete.tags, status.incomplete.companies);
    if (status.state == State::UpToDate && open > 0)
        detail.append(
            Words::tr("Not all tags or companies of %1 contacts are known.").arg(number(open)));
    if (status.finishedAt.isValid())
        detail.append(
            Words::tr("Last refreshed at %1.")
                .arg(QLocale().toString(status.finishedAt.toLocalTime(), QLocale::ShortFormat)));
    detail.removeAll(QString());
    return {text.line, detail.join(QLatin1Char(' '))};
}

} // namespace roster
