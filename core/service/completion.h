// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/service/serviceparts.h"
#include "core/store/incompleterows.h"

namespace roster {

//! Completes what pages of contacts leave open: lists with more than the embedded ten tags or
//! companies, and names of companies that the workspace's list did not tell. Each is tried once;
//! one that fails does not stop the others, and what a hundred of them gave is stored and told
//! together. The child of its operation.
class Completion : public QObject
{
    Q_OBJECT

public:
    Completion(const ServiceParts &parts, OperationOf<Done> *operation);

Q_SIGNALS:
    //! Some more are complete.
    void progressed();

private:
    void nextLists();
    void storeLists();
    void nextNames();
    OperationOf<Done> *nameCompany(const CompanyId &id, QObject *owner);
    //! Has `step` done for each of `count`, then calls `then`.
    void work(qsizetype count, std::function<OperationOf<Done> *(int, QObject *)> step,
              void (Completion::*then)());

    ServiceParts m_parts;
    OperationOf<Done> *m_operation;
    RowKey m_lastKey = 0;
    CompanyId m_lastCompany;
    //! Of the batch under way.
    QList<CompletedLists> m_lists;
    std::optional<ApiError> m_error;
};

} // namespace roster
