// SPDX-License-Identifier: MIT
#pragma once

#include "core/api/contactjson.h"
#include "core/async/operationof.h"
#include "core/service/serviceparts.h"

#include <QtCore/QSet>

namespace roster {

//! Reads every contact page by page (search sorted by last seen, background lane) into the store,
//! then asks by id for those that no page showed and that the store still holds. The child of its
//! operation, which is settled at the end.
class ContactWalk : public QObject
{
    Q_OBJECT

public:
    ContactWalk(const ServiceParts &parts, OperationOf<Done> *operation);

Q_SIGNALS:
    //! After each page: contacts seen so far, and how many the server claims.
    void progressed(int done, int total);

private:
    void beginSweep();
    void readPage(const QString &cursor);
    void storePage(const Page<api::ContactRecord> &page);
    void endSweep();
    void askNext();

    ServiceParts m_parts;
    OperationOf<Done> *m_operation;
    qint64 m_generation = 0;
    QSet<QString> m_cursors;
    QSet<ContactId> m_seen;
    QList<ContactId> m_unseen;
};

} // namespace roster
