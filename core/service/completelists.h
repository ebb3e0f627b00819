// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/company.h"
#include "core/service/serviceparts.h"
#include "core/store/incompleterows.h"

namespace roster {

//! Reads the lists of one contact that are longer than what its record embeds, in the background
//! lane, and hands them to `then`. A contact that is not there any more leaves the store instead,
//! and that is no failure. The child of its operation.
class CompleteLists : public QObject
{
    Q_OBJECT

public:
    using Then = std::function<void(const CompletedLists &)>;

    CompleteLists(const ServiceParts &parts, const IncompleteContact &contact, Then then,
                  OperationOf<Done> *operation);

private:
    void readTags();
    void readCompanies(int page);
    void end();
    void fail(const ApiError &error);

    ServiceParts m_parts;
    IncompleteContact m_contact;
    Then m_then;
    OperationOf<Done> *m_operation;
    CompletedLists m_lists;
};

} // namespace roster
