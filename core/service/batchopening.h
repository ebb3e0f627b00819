// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/beforeaction.h"
#include "core/service/serviceparts.h"

namespace roster {

class BulkRun;

//! Writes a run down before anything of it is sent: the intents, and what each contact was. A run
//! that has to wait is written down at once and looks the contacts up when its turn comes, since
//! the runs before it may change them.
class BatchOpening : public QObject
{
    Q_OBJECT

public:
    BatchOpening(const ServiceParts &parts, BulkRun *run, QObject *parent);

    //! Begins. Without a turn, only the intents are written until takeTurn().
    void start(bool hasTurn);
    //! For a batch that the journal has already. `isLookedUp`: it knows what the contacts were.
    void goOn(BatchId batch, bool isLookedUp);
    void takeTurn();
    //! Everything is written.
    bool isReady() const { return m_isReady; }

Q_SIGNALS:
    //! The intents are in the journal: the run has a batch.
    void opened();
    //! Sending may begin.
    void ready();
    //! The journal or the store failed; nothing was sent.
    void failed(const roster::ApiError &error);

private:
    void write();
    void written(const Result<BatchId> &batch);
    void lookUpOne();
    void lookUp();
    void lookedUp(const Result<QList<BeforeAction>> &found);
    QList<BeforeAction> ownValues(QList<BeforeAction> found) const;
    void keep();
    void remember();
    void becomeReady();

    const ServiceParts m_parts;
    BulkRun *const m_run;
    QList<BeforeAction> m_before;
    bool m_hasTurn = false;
    bool m_isOpen = false;
    bool m_isLookedUp = false;
    bool m_isReady = false;
};

} // namespace roster
