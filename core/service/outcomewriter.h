// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/bulkaction.h"
#include "core/service/serviceparts.h"

#include <QtCore/QObject>

namespace roster {

class BulkRun;

//! Writes the outcomes of a run into the journal, then what follows into the store, then tells the
//! facts; in groups, one after the other, so that groups grow when the disk is slow. A group that
//! cannot be written is kept and tried again, every few seconds and when asked.
class OutcomeWriter : public QObject
{
    Q_OBJECT

public:
    OutcomeWriter(const ServiceParts &parts, const BulkRun &run, QObject *parent);

    void add(const BulkOutcome &outcome);
    //! Writes what there is now instead of soon.
    void flush();
    //! Tries again at once what could not be written.
    void retry();

    //! Everything is written and told.
    bool isIdle() const { return m_group.isEmpty() && m_next.isEmpty(); }
    //! Outcomes that are not written.
    qsizetype waiting() const { return m_group.size() + m_next.size(); }
    //! Something is being written at this moment.
    bool isBusy() const { return m_isBusy; }
    //! What goes wrong at present.
    const std::optional<ApiError> &trouble() const { return m_trouble; }
    //! When it is tried again, while there is trouble.
    const QDateTime &nextTry() const { return m_nextTry; }

Q_SIGNALS:
    //! A group is written, or cannot be: see trouble().
    void progressed();

private:
    void flushSoon();
    void writeGroup();
    void storeGroup();
    void tellGroup();
    void fail(const ApiError &error);

    const ServiceParts m_parts;
    const BulkRun &m_run;
    //! Being written.
    QList<BulkOutcome> m_group;
    QList<BulkOutcome> m_next;
    //! The journal has the group; what follows from it is not done yet.
    bool m_isJournalled = false;
    bool m_isBusy = false;
    bool m_isFlushDue = false;
    std::optional<ApiError> m_trouble;
    QDateTime m_nextTry;
    int m_tries = 0;
};

} // namespace roster
