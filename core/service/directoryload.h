// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/company.h"
#include "core/service/serviceparts.h"

#include <QtCore/QObject>

namespace roster {

//! Reads what ids are called: tags, admins, attributes of contacts and companies, into the store.
//! The child of its operation.
class DirectoryLoad : public QObject
{
    Q_OBJECT

public:
    DirectoryLoad(const ServiceParts &parts, OperationOf<Done> *operation);

private:
    void readTags();
    void readAdmins();
    void readAttributes();
    void readCompanies(int page);
    void next(const Result<Done> &stored, void (DirectoryLoad::*step)());

    ServiceParts m_parts;
    OperationOf<Done> *m_operation;
};

} // namespace roster
