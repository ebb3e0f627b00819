// SPDX-License-Identifier: MIT
#include "core/sandbox/conversationplot.h"

#include "core/sandbox/attachments.h"
#include "core/sandbox/catalogue.h"
#include "core/sandbox/conversationtexts.h"
#include "core/sandbox/rng.h"

#include <algorithm>

namespace roster::sandbox::conversations {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 placesInId = 1000; // no conversation has as many parts
const QString redactedBody = u"<p>This message was deleted</p>"_s;

const QString &lineOf(const QStringList &lines, qint64 turn)
{
    return lines.at(turn % lines.size());
}

QList<int> someFiles(seed::Rng &rng, int percent)
{
    QList<int> files;
    if (!rng.chance(percent))
        return files;
    for (qint64 left = rng.chance(25) ? 3 : 1; left > 0; --left)
        files.append(static_cast<int>(rng.below(attachments::kinds)));
    return files;
}

// The end says where the conversation stands now.
void fillEnd(const ConversationRow &row, const seed::Thread &thread, Part &part)
{
    part.state = row.state;
    part.actor = Actor::Admin;
    if (row.state == ConversationState::Open) {
        part.kind = u"comment"_s;
        part.actor = endsWithContact(row.id) ? Actor::Contact : Actor::Admin;
        part.body = endsWithContact(row.id) ? thread.theirs.last() : thread.ours.last();
    } else {
        part.kind = row.state == ConversationState::Closed ? u"close"_s : u"snoozed"_s;
    }
}

void fillMiddle(const ConversationRow &row, const seed::Thread &thread, qint64 place,
                seed::Rng &rng, Part &part)
{
    const qint64 turn = place / 2;
    if (place == 1 && row.admin) {
        part.kind = u"assignment"_s;
        part.actor = rng.chance(60) ? Actor::Bot : Actor::Admin;
        part.assignedTo = row.admin;
    } else if (rng.chance(12)) {
        part.kind = u"note"_s;
        part.actor = Actor::Admin;
        part.body = thread.note;
    } else if (rng.chance(4)) {
        part.kind = u"open"_s;
        part.actor = Actor::Admin;
    } else {
        part.kind = u"comment"_s;
        part.actor = place % 2 == 0 ? Actor::Admin : Actor::Contact;
        part.body = lineOf(place % 2 == 0 ? thread.ours : thread.theirs, turn);
    }
}

Part partAt(const ConversationRow &row, qint64 place, quint64 salt)
{
    const seed::Thread &thread = seed::threads().at(*row.thread % seed::threads().size());
    Part part;
    part.id = partId(row.id, place);
    seed::Rng rng(salt, static_cast<quint64>(part.id));
    part.at = row.createdAt + (row.updatedAt - row.createdAt) * place / row.parts;
    if (place == row.parts)
        fillEnd(row, thread, part);
    else
        fillMiddle(row, thread, place, rng, part);
    part.admin = part.actor == Actor::Bot
                     ? seed::firstAdmin - 1
                     : row.admin.value_or(row.starter.value_or(seed::firstAdmin));
    if (part.kind == "comment"_L1 && rng.rarely(12)) {
        part.isRedacted = true;
        part.body = redactedBody;
    } else if (part.kind == "comment"_L1 || part.kind == "note"_L1) {
        part.files = someFiles(rng, 14);
    }
    return part;
}

} // namespace

bool endsWithContact(qint64 id)
{
    return id % 3 != 0;
}

qint64 partId(qint64 id, qint64 place)
{
    return id * placesInId + place;
}

Part firstMessage(const ConversationRow &row, quint64 salt)
{
    Part part;
    part.id = partId(row.id, 0);
    part.kind = u"conversation"_s;
    part.at = row.createdAt;
    part.actor = row.starter ? Actor::Admin : Actor::Contact;
    part.admin = row.starter.value_or(0);
    if (!row.thread) {
        part.body = row.body;
        return part;
    }
    seed::Rng rng(salt, static_cast<quint64>(part.id));
    part.body = seed::threads().at(*row.thread % seed::threads().size()).opening;
    part.files = someFiles(rng, 18);
    return part;
}

QList<Part> laterParts(const ConversationRow &row, quint64 salt)
{
    QList<Part> parts;
    if (!row.thread)
        return parts;
    for (qint64 place = std::max<qint64>(0, row.parts - mostParts) + 1; place <= row.parts; ++place)
        parts.append(partAt(row, place, salt));
    return parts;
}

} // namespace roster::sandbox::conversations
