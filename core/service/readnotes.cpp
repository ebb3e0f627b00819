// SPDX-License-Identifier: MIT
#include "core/service/readnotes.h"

#include "core/api/notejson.h"
#include "core/api/recordendpoints.h"
#include "core/service/call.h"
#include "core/service/forgetcontact.h"

namespace roster {

ReadNotes::ReadNotes(const ServiceParts &parts, const ContactId &id,
                     OperationOf<QList<Note>> *operation)
    : QObject(operation)
    , m_parts(parts)
    , m_id(id)
    , m_operation(operation)
{
    readPage(1);
}

void ReadNotes::readPage(int page)
{
    callForPage(m_parts.dispatcher, m_operation, api::contactNotes(m_id, page), api::readNotes,
                [this, page](const Result<Page<Note>> &answer) {
                    if (!answer)
                        return failAbout(m_parts, m_id, m_operation, answer.error());
                    // One that was added meanwhile moves the others into the next page.
                    for (const Note &note : answer->items) {
                        if (!m_seen.contains(note.id))
                            m_notes.append(note);
                        m_seen.insert(note.id);
                    }
                    const int next = answer->next.toInt();
                    // A page that repeats itself would never end.
                    next > page ? readPage(next) : m_operation->settle(m_notes);
                });
}

} // namespace roster
