// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/id.h"
#include "core/service/serviceparts.h"

#include <QtCore/QSet>

namespace roster {

class BulkQueue;

//! Looks after contacts that the store holds as active and the journal as archived: somebody
//! restored them elsewhere, or Roster was killed between the two. Intercom is asked for each, and
//! the one that is wrong is put right.
class ArchiveCheck : public QObject
{
    Q_OBJECT

public:
    //! Everything outlives it.
    ArchiveCheck(const ServiceParts &parts, const BulkQueue &queue);
    ~ArchiveCheck() override;

    //! Looks at what is stored now, and from now on at what is stored.
    void start();

private:
    void lookAtPiece();
    void compare(const QList<ContactId> &ids);
    void ask(const ContactId &id, qint64 entry);

    const ServiceParts m_parts;
    const BulkQueue &m_queue;
    //! Archived for the journal, and not looked for yet.
    QList<ContactId> m_archived;
    //! Being asked for.
    QSet<ContactId> m_asked;
};

} // namespace roster
