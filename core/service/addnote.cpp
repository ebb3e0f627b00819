// SPDX-License-Identifier: MIT
#include "core/service/addnote.h"

#include "core/api/notejson.h"
#include "core/api/recordendpoints.h"
#include "core/async/clock.h"
#include "core/service/call.h"
#include "core/service/forgetcontact.h"

#include <array>

namespace roster {

namespace {

using namespace std::chrono_literals;

//! What was under way may arrive after the answer was given up.
constexpr std::array LookDelays = {1s, 4s, 15s};

//! Its words alone: Intercom writes other markup than it was given.
QString wordsOf(const QString &html)
{
    QString words;
    bool isInTag = false;
    for (const QChar c : html) {
        if (c == QLatin1Char('<') || c == QLatin1Char('>'))
            isInTag = c == QLatin1Char('<');
        else if (!isInTag && c.isLetterOrNumber())
            words.append(c);
    }
    return words;
}

} // namespace

AddNote::AddNote(const ServiceParts &parts, const ContactId &id, const QString &html,
                 OperationOf<Note> *operation)
    : QObject(operation)
    , m_parts(parts)
    , m_id(id)
    , m_html(html)
    , m_operation(operation)
{
    readEarlier();
}

void AddNote::readEarlier()
{
    call(m_parts.dispatcher, m_operation, api::contactNotes(m_id), api::readNotes,
         [this](const Result<Page<Note>> &page) {
             if (!page)
                 return failAbout(m_parts, m_id, m_operation, page.error());
             for (const Note &note : page->items)
                 m_earlier.insert(note.id);
             send();
         });
}

void AddNote::send()
{
    const AdminId &author = m_parts.identity.tokenOwner.id;
    call(m_parts.dispatcher, m_operation, api::createNote(m_id, m_html, author), api::readNote,
         [this](const Result<Note> &note) {
             if (note)
                 return m_operation->settle(note);
             if (note.error().effect == Effect::NotApplied)
                 return failAbout(m_parts, m_id, m_operation, note.error());
             lookFor(note.error());
         });
}

void AddNote::lookFor(const ApiError &lost)
{
    if (m_looks >= static_cast<int>(LookDelays.size()))
        return m_operation->settle(lost);
    const auto delay = LookDelays[static_cast<size_t>(m_looks++)];
    m_operation->markWaiting(m_parts.clock.now().addSecs(delay.count()),
                             Operation::WaitReason::Retry);
    m_parts.clock.after(delay, this, [this, lost] {
        if (m_operation->isSettled())
            return;
        call(m_parts.dispatcher, m_operation, api::contactNotes(m_id), api::readNotes,
             [this, lost](const Result<Page<Note>> &page) {
                 if (page) {
                     for (const Note &note : page->items) {
                         if (isOurs(note))
                             return m_operation->settle(note);
                     }
                 }
                 lookFor(lost);
             });
    });
}

bool AddNote::isOurs(const Note &note) const
{
    const AdminId &owner = m_parts.identity.tokenOwner.id;
    const bool isByUs = note.author.id.isEmpty() || owner.isEmpty() || note.author.id == owner;
    return isByUs && !m_earlier.contains(note.id) && wordsOf(note.body) == wordsOf(m_html);
}

} // namespace roster
