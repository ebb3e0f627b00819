// SPDX-License-Identifier: MIT
#include "core/sandbox/seedconversations.h"

#include "core/sandbox/catalogue.h"
#include "core/sandbox/conversationplot.h"
#include "core/sandbox/conversationtexts.h"
#include "core/sandbox/messagetext.h"
#include "core/sandbox/rng.h"

#include <algorithm>

namespace roster::sandbox::seed {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 conversationStream = 0x5a'0000'0000;
constexpr qint64 day = 24 * 3600;

// More parts than an answer carries.
bool isEndless(int index)
{
    return index == 11 || index % 20'000 == 9011;
}

qint64 conversationCount(Rng &rng, int index)
{
    if (index == 10 || index % 2000 == 810)
        return 25;
    if (isEndless(index))
        return 1;
    if (index % 10 != 3)
        return 0;
    return rng.chance(20) ? rng.between(3, 6) : rng.between(1, 2);
}

ConversationState pickState(Rng &rng)
{
    const qint64 roll = rng.below(100);
    if (roll < 30)
        return ConversationState::Open;
    return roll < 38 ? ConversationState::Snoozed : ConversationState::Closed;
}

Channel pickChannel(Rng &rng)
{
    const qint64 roll = rng.below(100);
    if (roll < 68)
        return Channel::Messenger;
    return roll < 90 ? Channel::Email : Channel::WhatsApp;
}

qint64 partCount(Rng &rng, int index)
{
    if (isEndless(index))
        return 620;
    return rng.chance(15) ? 0 : rng.between(1, 9);
}

std::optional<qint64> someAdmin(Rng &rng, int percent)
{
    return rng.chance(percent) ? std::optional(firstAdmin + rng.lowBelow(humanAdmins))
                               : std::nullopt;
}

QVariant orNull(const std::optional<qint64> &number)
{
    return number ? QVariant(*number) : QVariant(QMetaType::fromType<qint64>());
}

// Since when the contact waits for an answer.
std::optional<qint64> waitingSince(const ConversationRow &row)
{
    if (row.state != ConversationState::Open)
        return std::nullopt;
    const bool isTheirTurn =
        row.parts == 0 ? !row.starter.has_value() : conversations::endsWithContact(row.id);
    return isTheirTurn ? std::optional(row.updatedAt) : std::nullopt;
}

ConversationRow made(Rng &rng, int index, qint64 now)
{
    ConversationRow row;
    row.state = pickState(rng);
    row.channel = pickChannel(rng);
    row.parts = partCount(rng, index);
    row.thread = rng.below(threads().size());
    row.admin = someAdmin(rng, 70);
    row.starter = someAdmin(rng, 20);
    row.isRead = rng.chance(80);
    row.isPriority = rng.chance(10);
    if (rng.chance(12))
        row.tag = rng.pick(tagIds());
    if (row.state == ConversationState::Snoozed)
        row.snoozedUntil = now + rng.between(1, 20) * day / 2;
    return row;
}

} // namespace

ConversationSeeder::ConversationSeeder(Database &db, const WorkspaceOptions &options)
    : m_db(db)
    , m_options(options)
{
    qint64 number = 0;
    for (const Thread &thread : threads()) {
        m_db.run(u"INSERT INTO conversation_text(thread, subject, words) VALUES(?,?,?)"_s,
                 {number++, thread.subject, wordsOf(thread.opening)});
    }
}

void ConversationSeeder::store(int index, qint64 seq, qint64 createdAt)
{
    static const QString insert =
        u"INSERT INTO conversation(id, contact, created_at, updated_at, state, is_read, priority,"
        " admin, starter, channel, thread, parts, snoozed_until, waiting_since, tag)"
        " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"_s;
    Rng rng(m_options.seed, conversationStream + static_cast<quint64>(index));
    const qint64 count = conversationCount(rng, index);
    const qint64 step = std::max<qint64>(0, m_options.now - createdAt) / (count + 1);
    for (qint64 n = 0; n < count; ++n) {
        ConversationRow row = made(rng, index, m_options.now);
        row.id = m_nextId++;
        row.createdAt = createdAt + step * n + rng.below(step + 1);
        const qint64 longest =
            std::min(9 * day, std::max<qint64>(0, m_options.now - row.createdAt));
        row.updatedAt = row.parts == 0 ? row.createdAt : row.createdAt + rng.below(longest + 1);
        m_db.run(insert,
                 {row.id, seq, row.createdAt, row.updatedAt, static_cast<int>(row.state),
                  static_cast<int>(row.isRead), static_cast<int>(row.isPriority), orNull(row.admin),
                  orNull(row.starter), static_cast<int>(row.channel), orNull(row.thread), row.parts,
                  orNull(row.snoozedUntil), orNull(waitingSince(row)), orNull(row.tag)});
    }
}

// One in twenty-five is a group: with whoever was stored before.
void ConversationSeeder::finish()
{
    m_db.run(u"INSERT INTO conversation_contact(conversation, contact, added_at)"
             " SELECT id, contact, created_at FROM conversation"_s);
    m_db.run(u"INSERT INTO conversation_contact(conversation, contact, added_at)"
             " SELECT id, contact-1, updated_at+1 FROM conversation WHERE id%25=4 AND contact>1"_s);
}

} // namespace roster::sandbox::seed
