// SPDX-License-Identifier: MIT
#include "ui/window/batchdesk.h"

#include "core/service/batchhistory.h"
#include "core/service/session.h"
#include "ui/archive/momenttext.h"
#include "ui/bulk/batchessheet.h"
#include "ui/bulk/interruptedsheet.h"
#include "ui/text/batchtext.h"
#include "ui/text/errortext.h"
#include "ui/widgets/bannerstack.h"
#include "ui/window/runkeeper.h"
#include "ui/window/runstrip.h"

#include <QtWidgets/QWidget>

namespace roster {

namespace {

const QString Key = QStringLiteral("interrupted");
//! The journal changes many times while a run goes on.
constexpr int SoonMs = 250;

} // namespace

BatchDesk::BatchDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(SoonMs);
    connect(&m_soon, &QTimer::timeout, this, &BatchDesk::look);
    connect(&m_parts.banners, &BannerStack::actionTriggered, this, [this](const QString &key) {
        if (key == Key)
            showInterrupted();
    });
    BatchHistory *history = m_parts.session.batchHistory();
    if (!history)
        return;
    connect(history, &BatchHistory::changed, &m_soon,
            [this] { m_soon.isActive() ? void() : m_soon.start(); });
    look();
}

void BatchDesk::look()
{
    m_parts.session.batchHistory()->interrupted()->onFinished(
        this, [this](const Result<QList<BatchSummary>> &batches) {
            if (batches)
                tell(*batches);
        });
}

void BatchDesk::tell(const QList<BatchSummary> &batches)
{
    m_interrupted = batches;
    if (batches.isEmpty())
        return m_parts.banners.remove(Key);
    const BatchSummary &first = batches.constFirst();
    RunWords words = m_parts.runs.wordsOf(first.action);
    words.name = first.name;
    const QString text =
        batches.size() == 1
            ? tr("%1 was cut short: %2.", "batch, what is done")
                  .arg(runTitle(words, first.total()), batchStateText(first))
            : tr("%Ln batches were cut short.", nullptr, static_cast<int>(batches.size()));
    m_parts.banners.put(Key, Tone::Warning, text, tr("Decide…"));
}

void BatchDesk::showInterrupted()
{
    if (m_interrupted.isEmpty())
        return;
    QList<InterruptedSheet::Item> items;
    for (const BatchSummary &batch : std::as_const(m_interrupted)) {
        RunWords words = m_parts.runs.wordsOf(batch.action);
        words.name = batch.name;
        items.append({batch, words, moment(batch.at)});
    }
    auto *sheet = new InterruptedSheet(m_parts.theme, items, &m_parts.window);
    connect(sheet, &InterruptedSheet::finishRequested, this,
            [this](BatchId batch) { decide(batch, Errand::Finish); });
    connect(sheet, &InterruptedSheet::undoRequested, this,
            [this](BatchId batch) { decide(batch, Errand::Undo); });
    connect(sheet, &InterruptedSheet::leaveRequested, this,
            [this](BatchId batch) { decide(batch, Errand::Leave); });
    sheet->open();
}

void BatchDesk::decide(BatchId batch, Errand errand)
{
    BatchHistory *history = m_parts.session.batchHistory();
    OperationOf<BulkRun *> *run = errand == Errand::Finish ? history->finish(batch)
                                  : errand == Errand::Undo ? history->undo(batch)
                                                           : history->leave(batch);
    run->onFinished(this, [this](const Result<BulkRun *> &begun) {
        if (begun)
            m_parts.runs.follow(*begun, RunKeeper::Remember::No);
        else
            m_parts.runs.say(begun.error().kind == ErrorKind::NotFound
                                 ? tr("There is nothing left to do.")
                                 : errorLine(begun.error(), Doing::Loading));
        m_soon.start();
    });
}

void BatchDesk::showBatches()
{
    BatchHistory *history = m_parts.session.batchHistory();
    if (!history)
        return;
    BatchesSheet::Wording wording{
        [this](const BulkAction &action) { return m_parts.runs.wordsOf(action); },
        [this](qint64 at) { return moment(at); }};
    auto *sheet = new BatchesSheet(m_parts.theme, *history, std::move(wording), &m_parts.window);
    connect(sheet, &BatchesSheet::undoRequested, &m_parts.runs, &RunKeeper::undoBatch);
    connect(sheet, &BatchesSheet::reportRequested, this, &BatchDesk::showReport);
    sheet->open();
}

void BatchDesk::showReport(BatchId batch)
{
    m_parts.session.batchHistory()->report(batch)->onFinished(
        this, [this](const Result<BatchRecord> &record) {
            if (!record)
                return m_parts.runs.say(errorLine(record.error(), Doing::Loading));
            const BatchSummary &told = record->summary;
            RunWords words = m_parts.runs.wordsOf(told.action);
            words.name = told.name;
            const bool isAtWork = m_parts.session.batchHistory()->isAtWork(told.id);
            m_parts.runs.report(
                {words, reportOf(*record), told.id, false, told.undoes, stageOf(told, isAtWork)});
        });
}

QString BatchDesk::moment(qint64 at) const
{
    const QTimeZone zone(m_parts.session.identity().timeZone);
    return momentText(at, m_parts.session.now(), zone.isValid() ? zone : QTimeZone::utc(),
                      QLocale());
}

} // namespace roster
