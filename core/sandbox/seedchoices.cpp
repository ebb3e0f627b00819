// SPDX-License-Identifier: MIT
#include "core/sandbox/seedchoices.h"

#include "core/sandbox/rng.h"
#include "core/sandbox/subscriptiontypes.h"

#include <algorithm>

namespace roster::sandbox::seed {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 choiceStream = 0xc4'0000'0000;

// What anybody can have chosen about so far: what was never sent has no choices.
const QList<qint64> &choosable()
{
    static const QList<qint64> ids = [] {
        QList<qint64> all;
        for (const subscriptions::SubscriptionType &type : subscriptions::types()) {
            if (qstrcmp(type.state, "draft") != 0)
                all.append(type.id);
        }
        return all;
    }();
    return ids;
}

// Some want nothing at all, or everything: a choice about each type.
qint64 choiceCount(Rng &rng, int index)
{
    if (index == 9 || index % 900 == 509)
        return choosable().size();
    if (index == 0 || !rng.chance(12))
        return 0;
    return 1 + rng.lowBelow(4);
}

} // namespace

void storeChoices(Database &db, const WorkspaceOptions &options, int index, qint64 seq,
                  qint64 createdAt)
{
    Rng rng(options.seed, choiceStream + static_cast<quint64>(index));
    const qint64 count = choiceCount(rng, index);
    QList<qint64> chosen;
    while (chosen.size() < count) {
        const qint64 type = count > 4 ? choosable().at(chosen.size()) : rng.pick(choosable());
        if (!chosen.contains(type))
            chosen.append(type);
    }
    const qint64 age = std::max<qint64>(1, options.now - createdAt);
    for (const qint64 type : std::as_const(chosen)) {
        db.run(u"INSERT INTO contact_subscription(contact, type, chosen_at) VALUES(?,?,?)"_s,
               {seq, type, createdAt + rng.below(age)});
    }
}

} // namespace roster::sandbox::seed
