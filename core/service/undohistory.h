// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/archivebook.h"
#include "core/domain/bulkaction.h"

#include <QtCore/QObject>

namespace roster {

class BulkRun;
class ContactService;

//! What can be taken back: the runs that changed something, newest first. Undo is itself a run of
//! the inverse action over the contacts that the first one really changed, and leaves those alone
//! that were so before it; redo likewise. Runs of earlier sessions: see BatchHistory.
class UndoHistory : public QObject
{
    Q_OBJECT

public:
    //! One run to take back or do again.
    struct Step
    {
        BulkAction action;
        QList<BulkTarget> targets;
        QString name;
        //! The run that did it.
        BatchId batch = 0;
    };

    UndoHistory(ContactService &service, QObject *parent);

    bool canUndo() const { return !m_undo.isEmpty(); }
    bool canRedo() const { return !m_redo.isEmpty(); }
    //! The step that undo() would take back: what was done, not its inverse.
    const Step &nextUndo() const { return m_undo.constLast(); }
    const Step &nextRedo() const { return m_redo.constLast(); }

    //! Remembers a run that takes an earlier batch back, so that it can be done again.
    void rememberUndo(BulkRun *run);
    //! The batch is taken back otherwise: it is no step any more.
    void forget(BatchId batch);
    //! Remembers what `run` changes, once it has finished. A step without effect is not kept.
    void remember(BulkRun *run);

public Q_SLOTS:
    //! Takes the newest step back; nullptr when there is none.
    roster::BulkRun *undo();
    //! Takes back what the run of `batch` did, even if others came after it; nullptr when that is
    //! not to be had any more.
    roster::BulkRun *undoBatch(roster::BatchId batch);
    //! Does the newest undone step again; nullptr when there is none.
    roster::BulkRun *redo();
    void clear();

Q_SIGNALS:
    void changed();

private:
    enum class Direction { Done, Undone, Redone };
    BulkRun *takeBack(qsizetype index);
    void follow(BulkRun *run, Direction direction);
    void keep(const BulkRun *run, Direction direction);

    ContactService &m_service;
    QList<Step> m_undo;
    QList<Step> m_redo;
};

} // namespace roster
