// SPDX-License-Identifier: MIT
#include "core/sandbox/seednotes.h"

#include "core/sandbox/catalogue.h"
#include "core/sandbox/notetexts.h"
#include "core/sandbox/rng.h"

#include <algorithm>

namespace roster::sandbox::seed {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 noteStream = 0x20'0000'0000;

qint64 noteCount(Rng &rng, int index)
{
    if (index == 6 || index % 1000 == 606)
        return 10;
    if (index == 7 || index % 1000 == 607)
        return 11;
    if (index == 8 || index % 10'000 == 7008)
        return rng.between(240, 360);
    if (index % 9 != 4)
        return 0;
    return rng.chance(8) ? rng.between(4, 9) : rng.between(1, 3);
}

// One of the team, the bot now and then.
qint64 pickAuthor(Rng &rng)
{
    return rng.chance(4) ? firstAdmin - 1 : firstAdmin + rng.lowBelow(humanAdmins);
}

} // namespace

void NoteSeeder::store(int index, qint64 seq, qint64 createdAt)
{
    Rng rng(m_options.seed, noteStream + static_cast<quint64>(index));
    const qint64 count = noteCount(rng, index);
    const qint64 step = std::max<qint64>(0, m_options.now - createdAt) / (count + 1);
    for (qint64 n = 0; n < count; ++n) {
        const qint64 at = createdAt + step * n + rng.below(step + 1);
        const qint64 author = pickAuthor(rng);
        // Long texts are kept to a few: there may be a million contacts.
        const bool isLong = count == 10 && n == 0;
        m_db.run(u"INSERT INTO note(id, contact, admin, body, created_at) VALUES(?,?,?,?,?)"_s,
                 {m_nextId++, seq, author, isLong ? longNoteText() : rng.pick(noteTexts()), at});
    }
}

} // namespace roster::sandbox::seed
