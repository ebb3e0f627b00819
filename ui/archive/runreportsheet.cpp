// SPDX-License-Identifier: MIT
#include "ui/archive/runreportsheet.h"

#include "ui/archive/targetlist.h"
#include "ui/text/errortext.h"
#include "ui/widgets/sheetbuttons.h"

#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int CardWidth = 700;

QString doneWord(BulkAction::Kind kind)
{
    switch (kind) {
    case BulkAction::Kind::Archive:
        return RunReportSheet::tr("Archived");
    case BulkAction::Kind::Restore:
        return RunReportSheet::tr("Restored");
    case BulkAction::Kind::AddTag:
        return RunReportSheet::tr("Tag added");
    case BulkAction::Kind::RemoveTag:
        return RunReportSheet::tr("Tag removed");
    case BulkAction::Kind::AttachCompany:
        return RunReportSheet::tr("Company attached");
    case BulkAction::Kind::DetachCompany:
        return RunReportSheet::tr("Company detached");
    case BulkAction::Kind::Update:
        return RunReportSheet::tr("Changed");
    case BulkAction::Kind::PutBack:
        break;
    }
    return RunReportSheet::tr("Put back");
}

QString problemOf(const ApiError &error, Doing doing)
{
    const ErrorText text = errorText(error, doing);
    // Where it may have happened after all, that comes first.
    return error.effect == Effect::NotApplied
               ? text.sentence
               : RunReportSheet::tr("%1. %2", "title, sentence").arg(text.title, text.sentence);
}

QList<TargetList::Line> linesOf(BulkAction::Kind kind, const BulkReport &report)
{
    QList<TargetList::Line> failed;
    QList<TargetList::Line> done;
    for (const BulkOutcome &outcome : report.settled) {
        if (outcome.result)
            done.append({outcome.target, doneWord(kind), false});
        else
            failed.append({outcome.target, problemOf(outcome.result.error(), doingOf(kind)), true});
    }
    for (const BulkTarget &target : report.untouched)
        failed.append({target, RunReportSheet::tr("Not attempted"), false});
    return failed + done;
}

//! Failed ones for which trying again can help, and those that were not attempted.
QList<BulkTarget> retriable(const BulkReport &report)
{
    QList<BulkTarget> targets;
    for (const BulkOutcome &outcome : report.settled) {
        if (!outcome.result && outcome.result.error().kind != ErrorKind::NotFound)
            targets.append(outcome.target);
    }
    return targets + report.untouched;
}

} // namespace

QString doneText(BulkAction::Kind kind, int count)
{
    switch (kind) {
    case BulkAction::Kind::Archive:
        return RunReportSheet::tr("%Ln archived", nullptr, count);
    case BulkAction::Kind::Restore:
        return RunReportSheet::tr("%Ln restored", nullptr, count);
    case BulkAction::Kind::AddTag:
        return RunReportSheet::tr("%Ln tagged", nullptr, count);
    case BulkAction::Kind::RemoveTag:
        return RunReportSheet::tr("%Ln untagged", nullptr, count);
    case BulkAction::Kind::AttachCompany:
        return RunReportSheet::tr("%Ln attached", nullptr, count);
    case BulkAction::Kind::DetachCompany:
        return RunReportSheet::tr("%Ln detached", nullptr, count);
    case BulkAction::Kind::Update:
        return RunReportSheet::tr("%Ln changed", nullptr, count);
    case BulkAction::Kind::PutBack:
        break;
    }
    return RunReportSheet::tr("%Ln put back", nullptr, count);
}

QString failedText(BulkAction::Kind kind, int count)
{
    switch (kind) {
    case BulkAction::Kind::Archive:
        return RunReportSheet::tr("%Ln not archived", nullptr, count);
    case BulkAction::Kind::Restore:
        return RunReportSheet::tr("%Ln not restored", nullptr, count);
    case BulkAction::Kind::AddTag:
        return RunReportSheet::tr("%Ln not tagged", nullptr, count);
    case BulkAction::Kind::RemoveTag:
        return RunReportSheet::tr("%Ln not untagged", nullptr, count);
    case BulkAction::Kind::AttachCompany:
        return RunReportSheet::tr("%Ln not attached", nullptr, count);
    case BulkAction::Kind::DetachCompany:
        return RunReportSheet::tr("%Ln not detached", nullptr, count);
    case BulkAction::Kind::Update:
        return RunReportSheet::tr("%Ln not changed", nullptr, count);
    case BulkAction::Kind::PutBack:
        break;
    }
    return RunReportSheet::tr("%Ln not put back", nullptr, count);
}

QString reportText(BulkAction::Kind kind, const BulkReport &report)
{
    QStringList parts;
    if (report.succeeded() > 0 || report.settled.isEmpty())
        parts.append(doneText(kind, report.succeeded()));
    if (report.failed() > 0)
        parts.append(failedText(kind, report.failed()));
    if (!report.untouched.isEmpty()) {
        parts.append(RunReportSheet::tr("%Ln not attempted", nullptr,
                                        static_cast<int>(report.untouched.size())));
    }
    return parts.join(RunReportSheet::tr(", ", "between facts of a report"));
}

RunReportSheet::RunReportSheet(const Theme &theme, const BulkAction &action,
                               const BulkReport &report, QWidget *host)
    : Sheet(theme, u"runReportSheet"_s, host)
{
    setCardWidth(CardWidth);
    setTitle(reportText(action.kind, report));
    setSubtitle(tr("Each contact by itself; nothing else was touched."));
    body()->addWidget(new TargetList(theme, linesOf(action.kind, report), this));
    QPushButton *close = buttons().addSecondary(u"closeButton"_s, tr("&Close"));
    connect(close, &QPushButton::clicked, this, &Sheet::dismiss);
    connect(this, &Sheet::closeRequested, this, &Sheet::dismiss);
    connect(this, &Sheet::dismissed, this, &QObject::deleteLater);
    const QList<BulkTarget> again = retriable(report);
    setFirstFocus(close);
    if (again.isEmpty())
        return;
    const QString words = report.failed() == 0 ? tr("&Go on with the rest") : tr("&Retry failed");
    QPushButton *retry = buttons().addPrimary(u"retryButton"_s, words);
    connect(retry, &QPushButton::clicked, this, [this, action, again] {
        Q_EMIT retryRequested(action, again);
        dismiss();
    });
}

} // namespace roster
