// SPDX-License-Identifier: MIT
#include "ui/text/batchtext.h"

#include <QtCore/QCoreApplication>

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(BatchText)
};

ErrorKind kindOf(int httpStatus)
{
    switch (httpStatus) {
    case 401:
        return ErrorKind::Unauthorized;
    case 403:
        return ErrorKind::Forbidden;
    case 404:
        return ErrorKind::NotFound;
    case 409:
        return ErrorKind::Conflict;
    case 429:
        return ErrorKind::RateLimited;
    default:
        break;
    }
    return httpStatus >= 500 ? ErrorKind::Server : ErrorKind::Invalid;
}

ApiError errorOf(const BatchLine &line)
{
    ApiError error;
    error.httpStatus = line.httpStatus;
    error.requestId = line.requestId;
    const bool isOpen = line.state == JournalState::Unknown || line.state == JournalState::Intended;
    error.effect = isOpen ? Effect::Unknown : Effect::NotApplied;
    error.kind = line.httpStatus == 0 ? ErrorKind::Timeout : kindOf(line.httpStatus);
    return error;
}

} // namespace

QString batchTitle(const RunWords &words, const BatchSummary &batch)
{
    const QString done = runDoneText(words, batch.total());
    return batch.name.isEmpty() ? done : Words::tr("“%1”: %2", "name, deed").arg(batch.name, done);
}

QString batchStateText(const BatchSummary &batch)
{
    QStringList parts{doneText(batch.action.kind, batch.applied)};
    if (batch.notApplied > 0)
        parts.append(failedText(batch.action.kind, batch.notApplied));
    if (batch.unknown > 0)
        parts.append(Words::tr("%Ln not certain", nullptr, batch.unknown));
    if (batch.intended > 0)
        parts.append(Words::tr("%Ln not begun or not certain", nullptr, batch.intended));
    return parts.join(Words::tr(", ", "between facts of a batch"));
}

BulkReport reportOf(const BatchRecord &record)
{
    BulkReport report;
    for (const BatchLine &line : record.lines) {
        const bool isDone =
            line.state == JournalState::Applied || line.state == JournalState::Restored;
        if (isDone)
            report.settled.append({line.target, Done(), line.wasSo});
        else if (line.state == JournalState::NotApplied && line.httpStatus == 0)
            report.untouched.append(line.target);
        else
            report.settled.append({line.target, errorOf(line), line.wasSo});
    }
    return report;
}

} // namespace roster
