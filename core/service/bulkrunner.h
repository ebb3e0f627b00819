// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/bulkaction.h"
#include "core/service/serviceparts.h"

#include <QtCore/QList>
#include <QtCore/QObject>

namespace roster {

class BulkRun;

//! Drives one BulkRun: journal first, then the contacts one by one with a bounded number in flight,
//! each outcome back into the journal, facts told in groups. The child of its run.
class BulkRunner : public QObject
{
    Q_OBJECT

public:
    //! A new run that starts at once, owned by `owner`. Targets with the same id count once.
    static BulkRun *start(const ServiceParts &parts, const BulkAction &action,
                          const QList<BulkTarget> &targets, const QString &name, QObject *owner);

private:
    BulkRunner(const ServiceParts &parts, BulkRun *run);

    void openBatch();
    void pump();
    void sendNext();
    void settle(const BulkTarget &target, const Result<Done> &result);
    void flushSoon();
    void flush();
    void tellFacts(const QList<ContactId> &ids);
    void endIfDone();
    void endWith(const QList<BulkTarget> &untouched);

    ServiceParts m_parts;
    BulkRun *m_run;
    qsizetype m_next = 0;
    int m_inFlight = 0;
    int m_flushing = 0;
    bool m_isFlushDue = false;
    bool m_isOpen = false;
    //! Settled since the last flush.
    QList<BulkOutcome> m_unflushed;
};

} // namespace roster
