// SPDX-License-Identifier: MIT
#include "ui/archive/runreportsheet.h"

#include "ui/archive/targetlist.h"
#include "ui/text/errortext.h"
#include "ui/text/runtext.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/sheetbuttons.h"

#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int CardWidth = 700;
const QString All = u"all"_s;
const QString Failed = u"failed"_s;
const QString Untouched = u"untouched"_s;
const QString Succeeded = u"done"_s;

QString problemOf(const ApiError &error, Doing doing)
{
    const ErrorText text = errorText(error, doing);
    // Where it may have happened after all, that comes first.
    return error.effect == Effect::NotApplied
               ? text.sentence
               : RunReportSheet::tr("%1. %2", "title, sentence").arg(text.title, text.sentence);
}

//! The lines of `filter`, those that need a person first.
QList<TargetList::Line> linesOf(BulkAction::Kind kind, const BulkReport &report,
                                const QString &filter)
{
    QList<TargetList::Line> failed;
    QList<TargetList::Line> done;
    for (const BulkOutcome &outcome : report.settled) {
        if (outcome.result)
            done.append({outcome.target,
                         outcome.wasSo ? RunReportSheet::tr("Was so already") : doneWord(kind),
                         false});
        else
            failed.append({outcome.target, problemOf(outcome.result.error(), doingOf(kind)), true});
    }
    QList<TargetList::Line> untouched;
    for (const BulkTarget &target : report.untouched)
        untouched.append({target, RunReportSheet::tr("Untouched"), false});
    if (filter == Failed)
        return failed;
    if (filter == Untouched)
        return untouched;
    return filter == Succeeded ? done : failed + untouched + done;
}

QString subtitleOf(BatchStage stage)
{
    switch (stage) {
    case BatchStage::AtWork:
        return RunReportSheet::tr("As it is by now: Roster is still at work on this batch.");
    case BatchStage::CutShort:
        return RunReportSheet::tr("This batch was cut short. Choose Decide… above the contacts, "
                                  "then Finish, to do the rest.");
    case BatchStage::Over:
        break;
    }
    return RunReportSheet::tr("Each contact by itself; nothing else was touched.");
}

//! Failed ones for which trying again can help.
QList<BulkTarget> retriable(const BulkReport &report)
{
    QList<BulkTarget> targets;
    for (const BulkOutcome &outcome : report.settled) {
        if (!outcome.result && outcome.result.error().kind != ErrorKind::NotFound)
            targets.append(outcome.target);
    }
    return targets;
}

} // namespace

RunReportSheet::RunReportSheet(const Theme &theme, const BulkAction &action,
                               const BulkReport &report, BatchStage stage, QWidget *host)
    : Sheet(theme, u"runReportSheet"_s, host)
    , m_action(action)
    , m_report(report)
{
    setCardWidth(CardWidth);
    setTitle(reportText(action.kind, report));
    setSubtitle(subtitleOf(stage));
    addFilter(theme);
    m_list = new TargetList(theme, linesOf(action.kind, report, All), this);
    body()->addWidget(m_list);
    addButtons();
    if (stage == BatchStage::Over)
        addAgain();
    connect(this, &Sheet::closeRequested, this, &Sheet::dismiss);
    connect(this, &Sheet::dismissed, this, &QObject::deleteLater);
}

// A choice where there is something to choose from.
void RunReportSheet::addFilter(const Theme &theme)
{
    const int done = m_report.succeeded();
    const int failed = m_report.failed();
    const auto untouched = static_cast<int>(m_report.untouched.size());
    if ((done > 0) + (failed > 0) + (untouched > 0) < 2)
        return;
    auto *filter = new SegmentedControl(theme, u"reportFilterSegments"_s, tr("Show"), this);
    const auto add = [filter](const QString &id, const QString &words, int count) {
        if (count > 0)
            filter->addChoice(id, words.arg(QLocale().toString(count)));
    };
    add(All, tr("All %1"), done + failed + untouched);
    add(Failed, tr("Failed %1"), failed);
    add(Untouched, tr("Untouched %1"), untouched);
    add(Succeeded, tr("Done %1"), done);
    auto *row = new QHBoxLayout;
    row->addWidget(filter);
    row->addStretch(1);
    body()->addLayout(row);
    connect(filter, &SegmentedControl::currentChanged, this, &RunReportSheet::showLines);
}

void RunReportSheet::showLines(const QString &filter)
{
    m_list->setLines(linesOf(m_action.kind, m_report, filter));
}

void RunReportSheet::addButtons()
{
    QPushButton *save = makeButton(u"saveReportButton"_s, tr("&Save as CSV…"), this);
    buttons().addLeading(save);
    connect(save, &QPushButton::clicked, this, &RunReportSheet::saveRequested);
    QPushButton *close = buttons().addSecondary(u"closeButton"_s, tr("&Close"));
    connect(close, &QPushButton::clicked, this, &Sheet::dismiss);
    setFirstFocus(close);
}

// What failed and what was never tried are two decisions.
void RunReportSheet::addAgain()
{
    const auto does = [this](QPushButton *button, const QList<BulkTarget> &targets) {
        connect(button, &QPushButton::clicked, this, [this, targets] {
            Q_EMIT againRequested(targets);
            dismiss();
        });
    };
    const QList<BulkTarget> failed = retriable(m_report);
    if (!failed.isEmpty())
        does(buttons().addPrimary(u"retryButton"_s, tr("&Retry failed")), failed);
    const QList<BulkTarget> &untouched = m_report.untouched;
    if (untouched.isEmpty())
        return;
    const auto count = static_cast<int>(untouched.size());
    const QString words = count == 1 ? tr("&Go on with the untouched one")
                                     : tr("&Go on with the %Ln untouched", nullptr, count);
    does(failed.isEmpty() ? buttons().addPrimary(u"goOnUntouchedButton"_s, words)
                          : buttons().addSecondary(u"goOnUntouchedButton"_s, words),
         untouched);
}

} // namespace roster
