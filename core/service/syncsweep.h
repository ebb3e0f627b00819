// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/service/contactsload.h"

#include <QtCore/QPointer>

namespace roster {

//! Walks through the whole workspace and finds the contacts that are gone: deleted, merged or
//! archived elsewhere. Ends early without harm; the next one goes on. The child of its operation.
class SyncSweep : public QObject
{
    Q_OBJECT

public:
    SyncSweep(const ServiceParts &parts, ContactsLoad::Pace pace, OperationOf<Done> *operation);

    void hurry();

Q_SIGNALS:
    //! Contacts seen, some perhaps twice.
    void progressed(int seen);

private:
    void check(const LoadState &walk);
    void end(qint64 startedAt);

    ServiceParts m_parts;
    OperationOf<Done> *m_operation;
    QPointer<ContactsLoad> m_walk;
};

} // namespace roster
