// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/newattribute.h"
#include "core/service/serviceparts.h"

namespace roster {

//! Makes a custom attribute of contacts and reads the workspace's attributes anew, so that the
//! store has it among them. Names belong to one attribute for ever, so when the answer is lost, the
//! one of that name that was not there before is it; it is never sent a second time. The child of
//! its operation.
class CreateAttribute : public QObject
{
    Q_OBJECT

public:
    CreateAttribute(const ServiceParts &parts, const NewAttribute &attribute,
                    OperationOf<DataAttribute> *operation);

private:
    void send();
    void lookFor(const ApiError &lost);
    void readLost(const ApiError &lost);
    void readAll(const DataAttribute &made);
    void store(const QList<DataAttribute> &attributes, const DataAttribute &made);

    ServiceParts m_parts;
    NewAttribute m_attribute;
    OperationOf<DataAttribute> *m_operation;
    int m_looks = 0;
};

} // namespace roster
