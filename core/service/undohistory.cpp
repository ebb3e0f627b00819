// SPDX-License-Identifier: MIT
#include "core/service/undohistory.h"

#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"

namespace roster {

namespace {

//! Another try may do it, be it with another token.
bool isWorthKeeping(const ApiError &error)
{
    return error.canRetry() || error.kind == ErrorKind::Unauthorized ||
           error.kind == ErrorKind::Forbidden;
}

//! Contacts of `run` that it did not change and that another try may: undoing must not be lost to
//! a dead network or a refused token.
QList<BulkTarget> retryable(const BulkRun *run)
{
    if (!run->result().isOk())
        return isWorthKeeping(run->result().error()) ? run->targets() : QList<BulkTarget>();
    QList<BulkTarget> targets = run->result()->untouched;
    for (const BulkOutcome &outcome : run->result()->settled) {
        if (!outcome.result.isOk() && isWorthKeeping(outcome.result.error()))
            targets.append(outcome.target);
    }
    return targets;
}

} // namespace

UndoHistory::UndoHistory(ContactService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
{
}

void UndoHistory::remember(BulkRun *run)
{
    follow(run, Direction::Done);
}

void UndoHistory::forget(BatchId batch)
{
    m_undo.removeIf([batch](const Step &step) { return step.batch == batch; });
    Q_EMIT changed();
}

void UndoHistory::rememberUndo(BulkRun *run)
{
    follow(run, Direction::Undone);
}

BulkRun *UndoHistory::undo()
{
    return m_undo.isEmpty() ? nullptr : takeBack(m_undo.size() - 1);
}

BulkRun *UndoHistory::undoBatch(BatchId batch)
{
    for (qsizetype i = m_undo.size() - 1; i >= 0; --i) {
        if (m_undo.at(i).batch == batch)
            return takeBack(i);
    }
    return nullptr;
}

BulkRun *UndoHistory::takeBack(qsizetype index)
{
    const Step step = m_undo.takeAt(index);
    Q_EMIT changed();
    BulkRun *run = m_service.run({step.action.inverse(), step.targets, step.name, step.batch});
    follow(run, Direction::Undone);
    return run;
}

BulkRun *UndoHistory::redo()
{
    if (m_redo.isEmpty())
        return nullptr;
    const Step step = m_redo.takeLast();
    Q_EMIT changed();
    // It takes the undo back: what somebody changed since is respected here, too.
    BulkRun *run = m_service.run({step.action, step.targets, step.name, step.batch});
    follow(run, Direction::Redone);
    return run;
}

void UndoHistory::clear()
{
    m_undo.clear();
    m_redo.clear();
    Q_EMIT changed();
}

void UndoHistory::follow(BulkRun *run, Direction direction)
{
    connect(run, &Operation::finished, this, [this, run, direction] { keep(run, direction); });
}

void UndoHistory::keep(const BulkRun *run, Direction direction)
{
    const bool isUndo = direction == Direction::Undone;
    const BulkAction deed = isUndo ? run->action().inverse() : run->action();
    if (const auto back = retryable(run); !back.isEmpty() && direction != Direction::Done)
        (isUndo ? m_undo : m_redo).append({deed, back, run->name(), run->undoes()});
    // Undoing what perhaps happened costs a refusal at worst; not offering it may cost a contact.
    const auto done = run->result().isOk() ? run->result()->undoTargets() : QList<BulkTarget>();
    if (!done.isEmpty()) {
        (isUndo ? m_redo : m_undo).append({deed, done, run->name(), run->batch()});
        // A new deed makes what was undone before it meaningless.
        if (direction == Direction::Done)
            m_redo.clear();
    }
    Q_EMIT changed();
}

} // namespace roster
