// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/note.h"
#include "core/domain/page.h"
#include "core/service/serviceparts.h"

#include <QtCore/QSet>

namespace roster {

//! Reads every note of a contact, page by page; the child of its operation.
class ReadNotes : public QObject
{
    Q_OBJECT

public:
    ReadNotes(const ServiceParts &parts, const ContactId &id, OperationOf<QList<Note>> *operation);

private:
    void readPage(int page);

    ServiceParts m_parts;
    ContactId m_id;
    OperationOf<QList<Note>> *m_operation;
    QList<Note> m_notes;
    QSet<NoteId> m_seen;
};

} // namespace roster
