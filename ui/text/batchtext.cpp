// SPDX-License-Identifier: MIT
#include "ui/text/batchtext.h"

#include "core/domain/httpstatus.h"

#include <QtCore/QCoreApplication>

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(BatchText)
};

ApiError errorOf(const BatchLine &line)
{
    ApiError error;
    error.httpStatus = line.httpStatus;
    error.requestId = line.requestId;
    error.code = line.code;
    const bool isOpen = line.state == JournalState::Unknown || line.state == JournalState::Intended;
    error.effect = isOpen ? Effect::Unknown : Effect::NotApplied;
    const bool hadAnswer = line.httpStatus > 0;
    error.kind = line.kind.value_or(hadAnswer ? errorKindOf(line.httpStatus) : ErrorKind::Timeout);
    return error;
}

//! Done by the batch, whatever became of it since.
int doneBy(const BatchSummary &batch)
{
    return batch.applied + batch.takenBack;
}

//! What of the batch was not done, or perhaps not.
QStringList restOf(const BatchSummary &batch)
{
    QStringList parts;
    if (batch.notApplied > 0)
        parts.append(failedText(batch.action.kind, batch.notApplied));
    if (batch.unknown > 0)
        parts.append(Words::tr("%Ln not certain", nullptr, batch.unknown));
    if (batch.intended > 0)
        parts.append(Words::tr("%Ln not begun or not certain", nullptr, batch.intended));
    return parts;
}

QString joined(const QStringList &parts)
{
    return parts.join(Words::tr(", ", "between facts of a batch"));
}

bool isUntouched(const BatchLine &line)
{
    const bool hasReason =
        line.httpStatus > 0 || line.kind.value_or(ErrorKind::Cancelled) != ErrorKind::Cancelled;
    return (line.state == JournalState::NotApplied && !hasReason) ||
           (line.state == JournalState::Intended && !line.wasBegun);
}

} // namespace

BatchStage stageOf(const BatchSummary &batch, bool isAtWork)
{
    if (isAtWork)
        return BatchStage::AtWork;
    return batch.intended > 0 && !batch.isClosed ? BatchStage::CutShort : BatchStage::Over;
}

QString batchTitle(const RunWords &words, const BatchSummary &batch)
{
    const int done = doneBy(batch);
    const QString deed =
        done > 0 || batch.total() == 0 ? runDoneText(words, done) : joined(restOf(batch));
    return batch.name.isEmpty() ? deed : Words::tr("“%1”: %2", "name, deed").arg(batch.name, deed);
}

QString batchStateText(const BatchSummary &batch)
{
    return joined(QStringList{doneText(batch.action.kind, doneBy(batch))} + restOf(batch));
}

QStringList batchFacts(const BatchSummary &batch, BatchStage stage)
{
    QStringList facts;
    // Where nothing was done the title says so.
    if (const QStringList rest = restOf(batch); !rest.isEmpty() && doneBy(batch) > 0)
        facts.append(joined(rest));
    if (stage == BatchStage::AtWork)
        facts.append(Words::tr("at work"));
    if (batch.undoes != 0)
        facts.append(Words::tr("an undo"));
    if (batch.takenBack > 0 && batch.applied > 0)
        facts.append(Words::tr("%Ln taken back", nullptr, batch.takenBack));
    else if (batch.takenBack > 0)
        facts.append(Words::tr("taken back"));
    return facts;
}

BulkReport reportOf(const BatchRecord &record)
{
    BulkReport report;
    for (const BatchLine &line : record.lines) {
        const bool isDone =
            line.state == JournalState::Applied || line.state == JournalState::Restored;
        if (isDone)
            report.settled.append({line.target, Done(), line.wasSo});
        else if (isUntouched(line))
            report.untouched.append(line.target);
        else
            report.settled.append({line.target, errorOf(line), line.wasSo});
    }
    return report;
}

} // namespace roster
