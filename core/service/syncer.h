// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/service/syncstatus.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

#include <memory>

namespace roster {

class SyncSweep;
struct ServiceParts;

//! Keeps the store true to Intercom, in the background lane. A refresh loads every contact the
//! first time, by several disjoint searches side by side, and afterwards what was updated since the
//! last one; it reads what ids are called, and completes lists of tags and companies. A sweep finds
//! contacts that are gone. Both go on where they ended, also after a crash. While the session is
//! active, a refresh begins every few minutes, and once a day a slow sweep. What is stored is told
//! by the facts of ContactService. UI thread.
class Syncer : public QObject
{
    Q_OBJECT

public:
    Syncer(const ServiceParts &parts, QObject *parent);
    ~Syncer() override;

    const SyncStatus &status() const { return m_status; }

public Q_SLOTS:
    //! Starts a refresh; does nothing while one runs.
    void refresh();
    //! Looks for contacts that are gone as fast as the budget allows; a slow sweep under way
    //! hurries up. Before the first load has ended it is a refresh.
    void sweep();
    //! Ends what runs; what arrived stays. refresh() may be called at once.
    void stop();
    //! Somebody works with the session: it is kept fresh by itself. False at the beginning.
    void setActive(bool isActive);

Q_SIGNALS:
    void statusChanged(const roster::SyncStatus &status);

private:
    void startRound(bool withNames);
    void endRound(const Result<Done> &end);
    void startSweep(bool isSlow);
    void endSweep(const Result<Done> &end);
    bool isRefreshDue() const;
    bool isSweepDue() const;
    void schedule();
    void settleDown(const Result<Done> &end);
    void tell(const SyncStatus &status);

    std::unique_ptr<ServiceParts> m_parts;
    SyncStatus m_status;
    //! Contacts in the store, as counted last.
    int m_contacts = 0;
    QPointer<OperationOf<Done>> m_round;
    QPointer<OperationOf<Done>> m_sweeping;
    QPointer<SyncSweep> m_sweep;
    bool m_isActive = false;
    std::optional<qint64> m_namesReadAt;
    //! Gone when a timer is not wanted any more.
    std::unique_ptr<QObject> m_timer;
};

} // namespace roster
