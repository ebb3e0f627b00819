// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/service/serviceparts.h"

namespace roster {

//! Asks by id for the contacts that a whole sweep did not see, and for those that vanished lately:
//! GET decides whether a contact is gone. The child of its operation.
class SweepCheck : public QObject
{
    Q_OBJECT

public:
    SweepCheck(const ServiceParts &parts, qint64 generation, OperationOf<Done> *operation);

private:
    void addDoubtful(const QList<ContactId> &unseen);
    void ask(const QList<ContactId> &unseen);
    OperationOf<Done> *askFor(const ContactId &id, QObject *owner);

    ServiceParts m_parts;
    OperationOf<Done> *m_operation;
};

} // namespace roster
