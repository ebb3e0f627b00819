// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/service/serviceparts.h"
#include "core/service/syncstatus.h"
#include "core/store/incompleterows.h"

namespace roster {

//! One round of making the store true: the first load where it has not ended yet, what was updated
//! since, lists that are incomplete; and beside them the names. What one of these fails to do does
//! not stop the names, nor they it. The child of its operation, which is settled with the first
//! error if there was one.
class SyncRound : public QObject
{
    Q_OBJECT

public:
    enum class Names { Read, Skip };

    SyncRound(const ServiceParts &parts, Names names, OperationOf<Done> *operation);

Q_SIGNALS:
    //! What it does now, and how far that is.
    void progressed(roster::SyncStatus::Phase phase, int done, int total);
    //! Every contact has been read once.
    void loaded();
    //! Counted anew.
    void counted(const roster::StoreFigures &figures);

private:
    void readNames();
    void load();
    void refresh(qint64 since);
    void complete();
    void finish();
    //! Counts as a step of the part that is under way, which fails with it.
    void count(std::function<void(const StoreFigures &)> then);
    //! Counts beside that part.
    void countOnTheWay(std::function<void(const StoreFigures &)> then);
    void tellCounted(const StoreFigures &figures,
                     const std::function<void(const StoreFigures &)> &then);
    void tell(SyncStatus::Phase phase, int done, int total);
    //! Takes an error into account; true when there is nothing more to do in this part.
    bool hasFailed(const std::optional<ApiError> &error);
    void endPart();

    ServiceParts m_parts;
    OperationOf<Done> *m_operation;
    int m_stored = 0;
    int m_incomplete = 0;
    int m_openParts = 1;
    std::optional<ApiError> m_error;
};

} // namespace roster
