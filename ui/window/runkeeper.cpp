// SPDX-License-Identifier: MIT
#include "ui/window/runkeeper.h"

#include "core/async/background.h"
#include "core/domain/csv.h"
#include "core/domain/privatefile.h"
#include "core/service/batchhistory.h"
#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "core/service/session.h"
#include "core/service/undohistory.h"
#include "ui/archive/runreportsheet.h"
#include "ui/bulk/reportrows.h"
#include "ui/bulk/runwords.h"
#include "ui/prompts/prompts.h"
#include "ui/text/errortext.h"
#include "ui/widgets/toaststack.h"
#include "ui/window/runstrip.h"

#include <QtCore/QFileInfo>
#include <QtWidgets/QWidget>

namespace roster {

RunKeeper::RunKeeper(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&m_parts.strip, &RunStrip::reportRequested, this, &RunKeeper::report);
    connect(&m_parts.strip, &RunStrip::undoRequested, this,
            [this](const RunResult &result) { undoBatch(result.batch); });
}

void RunKeeper::run(const BulkAction &action, const QList<BulkTarget> &targets, const QString &name)
{
    if (m_session)
        follow(m_session->contacts().runBulk(action, targets, name), Remember::Yes);
}

void RunKeeper::undo()
{
    BulkRun *run = m_session ? m_session->undoHistory().undo() : nullptr;
    if (run)
        follow(run, Remember::No);
    else
        say(tr("Nothing to undo"));
}

void RunKeeper::redo()
{
    BulkRun *run = m_session ? m_session->undoHistory().redo() : nullptr;
    if (run)
        follow(run, Remember::No);
    else
        say(tr("Nothing to redo"));
}

void RunKeeper::undoBatch(BatchId batch)
{
    if (!m_session)
        return;
    if (BulkRun *back = m_session->undoHistory().undoBatch(batch))
        return follow(back, Remember::No);
    BatchHistory *history = m_session->batchHistory();
    if (!history)
        return say(tr("There is nothing left to undo."));
    history->undo(batch)->onFinished(this, [this](const Result<BulkRun *> &run) {
        if (run)
            follow(*run, Remember::No);
        else if (run.error().kind == ErrorKind::NotFound)
            say(tr("There is nothing left to undo."));
        else
            say(errorLine(run.error(), Doing::Loading));
    });
}

RunWords RunKeeper::wordsOf(const BulkAction &action) const
{
    const QTimeZone zone(m_session->identity().timeZone);
    return runWords(action, m_session->book(), zone.isValid() ? zone : QTimeZone::utc());
}

RunWords RunKeeper::wordsOf(const BulkRun *run) const
{
    RunWords words = wordsOf(run->action());
    words.name = run->name();
    if (run->total() == 1) {
        const QString label = run->targets().constFirst().label;
        words.person = label.isEmpty() ? tr("contact without a name") : label;
    }
    return words;
}

void RunKeeper::follow(BulkRun *run, Remember remember)
{
    const RunWords words = wordsOf(run);
    if (remember == Remember::Yes)
        m_session->undoHistory().remember(run);
    m_parts.strip.follow(run, words);
    connect(run, &Operation::finished, this,
            [this, run, words, remember] { ended(run, words, remember); });
}

void RunKeeper::ended(BulkRun *run, const RunWords &words, Remember remember)
{
    const Result<BulkReport> &result = run->result();
    if (!result) {
        if (result.error().kind != ErrorKind::Cancelled)
            say(errorLine(result.error(), doingOf(run->action().kind)));
        return;
    }
    if (result->failed() == 0 && result->untouched.isEmpty())
        return offerUndo(run, words, remember);
    const RunResult outcome{words, *result, run->batch(), run->isStopping(), run->undoes()};
    if (run->total() > 1)
        m_parts.strip.showResult(outcome);
    else if (!result->settled.isEmpty())
        reportOne(outcome);
}

void RunKeeper::offerUndo(BulkRun *run, const RunWords &words, Remember remember)
{
    const QString text = runDoneText(words, run->total());
    if (remember == Remember::No || run->result()->undoTargets().isEmpty())
        return say(text);
    Toast *toast = m_parts.toasts.show(text, tr("Undo"));
    connect(toast, &Toast::actionTriggered, this,
            [this, batch = run->batch()] { undoBatch(batch); });
}

void RunKeeper::report(const RunResult &result)
{
    auto *sheet = new RunReportSheet(m_parts.theme, result.words.action, result.report,
                                     result.stage, &m_parts.window);
    connect(sheet, &RunReportSheet::againRequested, this,
            [this, result](const QList<BulkTarget> &targets) { runAgain(result, targets); });
    connect(sheet, &RunReportSheet::saveRequested, this, [this, result] { save(result); });
    sheet->open();
}

void RunKeeper::runAgain(const RunResult &result, const QList<BulkTarget> &targets)
{
    if (!m_session)
        return;
    m_parts.strip.dropResult(result.batch);
    const BulkAction &action = result.words.action;
    if (result.undoes == 0)
        return run(action, targets, result.words.name);
    // It goes on taking that batch back, and of exactly these: the step that was kept for all that
    // is left of it makes way.
    m_session->undoHistory().forget(result.undoes);
    BulkRun *back = m_session->contacts().run({action, targets, result.words.name, result.undoes});
    m_session->undoHistory().rememberUndo(back);
    follow(back, Remember::No);
}

void RunKeeper::reportOne(const RunResult &result)
{
    const BulkOutcome &outcome = result.report.settled.constFirst();
    const ApiError &error = outcome.result.error();
    const ErrorText words = errorText(error, doingOf(result.words.action.kind));
    const QString text = words.title + QStringLiteral(". ") + words.sentence;
    if (!error.canRetry())
        return say(text);
    Toast *toast = m_parts.toasts.show(text, tr("Try again"));
    connect(toast, &Toast::actionTriggered, this,
            [this, result, target = outcome.target] { runAgain(result, {target}); });
}

void RunKeeper::save(const RunResult &result)
{
    const FileQuestion question{tr("Save report"), QStringLiteral("roster-report.csv"),
                                tr("Tables (*.csv)")};
    m_parts.prompts.chooseFileToSave(question)->onFinished(
        this, [this, result](const Result<QString> &path) {
            if (path && !path->isEmpty())
                write(result, *path);
        });
}

// Elsewhere: a report may have a hundred thousand lines.
void RunKeeper::write(const RunResult &result, const QString &path)
{
    inBackground(
        this,
        [path, kind = result.words.action.kind, report = result.report] {
            return writePrivateFile(path, csvFile(reportRows(kind, report)));
        },
        [this, name = QFileInfo(path).fileName()](const Result<Done> &written) {
            say(written ? tr("The report is in “%1”.").arg(name)
                        : tr("“%1” could not be written: %2").arg(name, written.error().detail));
        });
}

void RunKeeper::say(const QString &text)
{
    m_parts.toasts.show(text);
}

} // namespace roster
