// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/bulkaction.h"
#include "core/domain/runhold.h"
#include "core/service/runpace.h"

namespace roster {

class Clock;

//! One run of one action over a frozen list of contacts; single and many are the same object.
//! Written to the journal before anything is sent; each contact's outcome is settled there. One
//! contact's failure never ends the run. Its result is the report; it fails as a whole only when
//! the journal could not be written (nothing was sent then). cancel() is stop(): what was not sent
//! stays untouched, what is in flight is awaited.
//!
//! Runs of a workspace go one after the other; one of a single contact goes at once.
class BulkRun : public OperationOf<BulkReport>
{
    Q_OBJECT

public:
    //! Tells its end first, if that has not been told.
    ~BulkRun() override;

    const BulkAction &action() const { return m_order.action; }
    //! What the person called it; may be empty.
    const QString &name() const { return m_order.name; }
    //! Each once. Those of an Update know their earlier values once it has begun.
    const QList<BulkTarget> &targets() const { return m_order.targets; }
    //! The batch that this run takes back; 0: none.
    BatchId undoes() const { return m_order.undoes; }
    //! The journal's number; 0 until it is written.
    BatchId batch() const { return m_batch; }

    int total() const { return static_cast<int>(targets().size()); }
    int done() const { return m_done; }
    int failed() const { return static_cast<int>(m_report.settled.size()) - m_done; }
    bool isStopping() const { return m_isStopped; }
    bool isPaused() const { return m_isPaused; }
    //! It has not begun: other runs are before it. It can be paused and stopped already.
    bool isQueued() const { return m_isQueued; }

    //! Why nothing is sent at the moment though nobody paused it; nothing while it gets on.
    const std::optional<RunHold> &hold() const { return m_hold; }
    //! Contacts a second over the last ten seconds; 0 when that cannot be told.
    double rate() const;
    //! Until it is done, if it gets on as in the last ten seconds; nothing when that cannot be
    //! told, or it is paused, held or queued.
    std::optional<std::chrono::seconds> timeLeft() const;

public Q_SLOTS:
    //! Sends nothing more until resume(); what is in flight is awaited.
    void pause();
    //! Goes on; also tries at once again what RunHold::Reason::Storage waits for.
    void resume();
    //! Ends the run after what is in flight; the report lists the untouched.
    void stop();
    void cancel() override { stop(); }

Q_SIGNALS:
    void itemSettled(const roster::BulkOutcome &outcome);
    void progressed(int done, int failed, int total);
    void pausedChanged(bool isPaused);
    //! Its turn has come: isQueued() is false from now on.
    void begun();
    //! hold() tells something else.
    void holdChanged();
    //! stop() was asked for; the end follows when what is in flight has been answered.
    void stopped();
    //! resume() was called, paused or not.
    void resumed();

private:
    friend class BatchOpening;
    friend class BulkRunner;
    BulkRun(BulkOrder order, const Clock &clock, QObject *owner);
    void begin();
    void remember(qsizetype at, bool wasSo, const ContactPatch &earlier);
    void settleItem(const BulkOutcome &outcome);
    void setHold(const std::optional<RunHold> &hold);
    void end(QList<BulkTarget> untouched);

    BulkOrder m_order;
    const Clock &m_clock;
    RunPace m_pace;
    BatchId m_batch = 0;
    BulkReport m_report;
    std::optional<RunHold> m_hold;
    //! By place in targets(); empty until it was looked up.
    QList<bool> m_wasSo;
    int m_done = 0;
    bool m_isQueued = false;
    bool m_isPaused = false;
    bool m_isStopped = false;
};

} // namespace roster
