// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/archivebook.h"

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QPointer>

#include <functional>

namespace roster {

class BulkRun;

//! Whose turn it is: runs of a workspace go one after the other, in the order they were asked for.
//! Knows every run that has not ended, those that do not wait for a turn too. Outlives them.
class BulkQueue : public QObject
{
    Q_OBJECT

public:
    explicit BulkQueue(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    //! Notes a run that waits for nobody and that nobody waits for.
    void note(BulkRun *run);
    //! True: it is the turn of `run` at once. Else `turn` is called when the runs before it have
    //! ended, unless `run` has ended by then.
    [[nodiscard]] bool enter(BulkRun *run, std::function<void()> turn);
    //! A run works on this batch, or takes it back, or will.
    bool isAtWork(BatchId batch) const;
    //! A run restores contacts.
    bool isRestoring() const;
    //! A run has the contact among its targets.
    bool holds(const ContactId &id) const;

private:
    struct Place
    {
        QPointer<BulkRun> run;
        std::function<void()> turn;
    };

    void leave(const QObject *run);
    void advance();

    QList<QPointer<BulkRun>> m_runs;
    //! The first has its turn.
    QList<Place> m_places;
};

} // namespace roster
