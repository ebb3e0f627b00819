// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/archivebook.h"
#include "core/domain/bulkaction.h"

namespace roster {

//! One run of one action over a frozen list of contacts; single and many are the same object.
//! Written to the journal before anything is sent; each contact's outcome is settled there. One
//! contact's failure never ends the run. Its result is the report; it fails as a whole only when
//! the journal could not be written (nothing was sent then). cancel() is stop(): what was not sent
//! stays untouched, what is in flight is awaited.
class BulkRun : public OperationOf<BulkReport>
{
    Q_OBJECT

public:
    //! Tells its end first, if that has not been told.
    ~BulkRun() override;

    const BulkAction &action() const { return m_action; }
    //! What the person called it; may be empty.
    const QString &name() const { return m_name; }
    const QList<BulkTarget> &targets() const { return m_targets; }
    //! The journal's number; 0 until it is written.
    BatchId batch() const { return m_batch; }

    int total() const { return static_cast<int>(m_targets.size()); }
    int done() const { return m_done; }
    int failed() const { return static_cast<int>(m_report.settled.size()) - m_done; }
    bool isStopping() const { return m_isStopped; }
    bool isPaused() const { return m_isPaused; }

public Q_SLOTS:
    //! Sends nothing more until resume(); what is in flight is awaited.
    void pause();
    void resume();
    //! Ends the run after what is in flight; the report lists the untouched.
    void stop();
    void cancel() override { stop(); }

Q_SIGNALS:
    void itemSettled(const roster::BulkOutcome &outcome);
    void progressed(int done, int failed, int total);
    void pausedChanged(bool isPaused);
    //! stop() was asked for; the end follows when what is in flight has been answered.
    void stopped();

private:
    friend class BulkRunner;
    BulkRun(BulkAction action, QList<BulkTarget> targets, QString name, QObject *owner);
    void settleItem(const BulkOutcome &outcome);
    void end(QList<BulkTarget> untouched);

    BulkAction m_action;
    QList<BulkTarget> m_targets;
    QString m_name;
    BatchId m_batch = 0;
    BulkReport m_report;
    int m_done = 0;
    bool m_isPaused = false;
    bool m_isStopped = false;
};

} // namespace roster
