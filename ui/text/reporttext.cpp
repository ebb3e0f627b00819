// SPDX-License-Identifier: MIT
// The words of a run's report.
#include "ui/text/runtext.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace roster {

namespace {

using Kind = BulkAction::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RunText)
};

//! Sent, and nobody knows what became of it.
int openCount(const BulkReport &report)
{
    return static_cast<int>(std::count_if(
        report.settled.cbegin(), report.settled.cend(), [](const BulkOutcome &outcome) {
            return !outcome.result && outcome.result.error().effect != Effect::NotApplied;
        }));
}

} // namespace

QString doneWord(Kind kind)
{
    switch (kind) {
    case Kind::Archive:
        return Words::tr("Archived");
    case Kind::Restore:
        return Words::tr("Restored");
    case Kind::AddTag:
        return Words::tr("Tag added");
    case Kind::RemoveTag:
        return Words::tr("Tag removed");
    case Kind::AttachCompany:
        return Words::tr("Company attached");
    case Kind::DetachCompany:
        return Words::tr("Company detached");
    case Kind::Update:
        return Words::tr("Changed");
    case Kind::PutBack:
        break;
    }
    return Words::tr("Put back");
}

QString doneText(Kind kind, int count)
{
    switch (kind) {
    case Kind::Archive:
        return Words::tr("%Ln archived", nullptr, count);
    case Kind::Restore:
        return Words::tr("%Ln restored", nullptr, count);
    case Kind::AddTag:
        return Words::tr("%Ln tagged", nullptr, count);
    case Kind::RemoveTag:
        return Words::tr("%Ln untagged", nullptr, count);
    case Kind::AttachCompany:
        return Words::tr("%Ln attached", nullptr, count);
    case Kind::DetachCompany:
        return Words::tr("%Ln detached", nullptr, count);
    case Kind::Update:
        return Words::tr("%Ln changed", nullptr, count);
    case Kind::PutBack:
        break;
    }
    return Words::tr("%Ln put back", nullptr, count);
}

QString failedText(Kind kind, int count)
{
    switch (kind) {
    case Kind::Archive:
        return Words::tr("%Ln not archived", nullptr, count);
    case Kind::Restore:
        return Words::tr("%Ln not restored", nullptr, count);
    case Kind::AddTag:
        return Words::tr("%Ln not tagged", nullptr, count);
    case Kind::RemoveTag:
        return Words::tr("%Ln not untagged", nullptr, count);
    case Kind::AttachCompany:
        return Words::tr("%Ln not attached", nullptr, count);
    case Kind::DetachCompany:
        return Words::tr("%Ln not detached", nullptr, count);
    case Kind::Update:
        return Words::tr("%Ln not changed", nullptr, count);
    case Kind::PutBack:
        break;
    }
    return Words::tr("%Ln not put back", nullptr, count);
}

QString reportText(Kind kind, const BulkReport &report)
{
    const int open = openCount(report);
    QStringList parts;
    if (report.succeeded() > 0 || report.settled.isEmpty())
        parts.append(doneText(kind, report.succeeded()));
    if (report.failed() > open)
        parts.append(failedText(kind, report.failed() - open));
    if (open > 0)
        parts.append(Words::tr("%Ln not certain", nullptr, open));
    if (!report.untouched.isEmpty()) {
        parts.append(
            Words::tr("%Ln untouched", nullptr, static_cast<int>(report.untouched.size())));
    }
    return parts.join(Words::tr(", ", "between facts of a report"));
}

} // namespace roster
