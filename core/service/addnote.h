// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/note.h"
#include "core/domain/page.h"
#include "core/service/serviceparts.h"

#include <QtCore/QSet>

namespace roster {

//! Adds a note. A note can be neither changed nor removed, so it is never sent a second time: what
//! the contact has is read first, and when the answer is lost, a note of ours that was not there
//! is it. The child of its operation.
class AddNote : public QObject
{
    Q_OBJECT

public:
    AddNote(const ServiceParts &parts, const ContactId &id, const QString &html,
            OperationOf<Note> *operation);

private:
    void readEarlier();
    void send();
    void lookFor(const ApiError &lost);
    bool isOurs(const Note &note) const;

    ServiceParts m_parts;
    ContactId m_id;
    QString m_html;
    OperationOf<Note> *m_operation;
    QSet<NoteId> m_earlier;
    int m_looks = 0;
};

} // namespace roster
