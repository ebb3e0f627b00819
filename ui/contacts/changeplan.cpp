// SPDX-License-Identifier: MIT
#include "ui/contacts/changeplan.h"

#include "ui/contacts/keyset.h"

#include <algorithm>
#include <iterator>

namespace roster {

namespace {

using Keys = std::vector<RowKey>;

KeySet setOf(const Keys &keys)
{
    KeySet set;
    for (const RowKey key : keys)
        set.insert(key);
    return set;
}

void addTo(std::vector<RowSpan> &spans, int row)
{
    if (!spans.empty() && spans.back().first + spans.back().count == row)
        ++spans.back().count;
    else
        spans.push_back({row, 1});
}

//! Spans of the rows whose key is not in `kept`.
std::vector<RowSpan> spansOutside(const Keys &keys, const KeySet &kept)
{
    std::vector<RowSpan> spans;
    for (size_t i = 0; i < keys.size(); ++i) {
        if (!kept.contains(keys[i]))
            addTo(spans, static_cast<int>(i));
    }
    return spans;
}

Keys onlyIn(const Keys &keys, const KeySet &kept)
{
    Keys some;
    some.reserve(keys.size());
    std::copy_if(keys.begin(), keys.end(), std::back_inserter(some),
                 [&](RowKey key) { return kept.contains(key); });
    return some;
}

Keys outside(const Keys &keys, const KeySet &others)
{
    Keys some;
    std::copy_if(keys.begin(), keys.end(), std::back_inserter(some),
                 [&](RowKey key) { return !others.contains(key); });
    return some;
}

//! How far behind `from` the key stands in `keys`; a number past the horizon when it is not near.
int distanceTo(RowKey key, const Keys &keys, size_t from)
{
    constexpr size_t horizon = 64;
    const size_t end = std::min(keys.size(), from + horizon);
    for (size_t i = from; i < end; ++i) {
        if (keys[i] == key)
            return static_cast<int>(i - from);
    }
    return static_cast<int>(horizon);
}

//! Keys that have to move so that `before` becomes `after`, which hold the same keys; more than
//! `limit` when it takes more. Finds a small set, not always the smallest.
KeySet movedKeys(const Keys &before, const Keys &after, int limit)
{
    KeySet moved;
    size_t i = 0;
    size_t j = 0;
    while (i < before.size() && j < after.size() && moved.size() <= limit) {
        if (moved.contains(before[i]))
            ++i;
        else if (moved.contains(after[j]))
            ++j;
        else if (before[i] == after[j])
            ++i, ++j;
        else if (distanceTo(after[j], before, i) <= distanceTo(before[i], after, j))
            moved.insert(before[i]);
        else
            moved.insert(after[j]);
    }
    return moved;
}

//! Puts each moved key behind the one it follows in `after`.
std::vector<RowMove> movesFor(Keys rows, const Keys &after, const KeySet &moved)
{
    std::vector<RowMove> moves;
    for (size_t i = 0; i < after.size(); ++i) {
        if (!moved.contains(after[i]))
            continue;
        const auto from = std::find(rows.begin(), rows.end(), after[i]);
        const int old = static_cast<int>(from - rows.begin());
        rows.erase(from);
        const auto to =
            i == 0 ? rows.begin() : std::find(rows.begin(), rows.end(), after[i - 1]) + 1;
        const int now = static_cast<int>(to - rows.begin());
        rows.insert(to, after[i]);
        if (old != now)
            moves.push_back({old, now});
    }
    return moves;
}

ChangePlan layoutBetween(const Keys &before, const KeySet &old, const Keys &after,
                         const KeySet &now)
{
    ChangePlan plan;
    plan.kind = ChangePlan::Kind::Layout;
    plan.added = outside(after, old);
    plan.leaving = outside(before, now);
    return plan;
}

ChangePlan planBetween(const Keys &before, const Keys &after, int limit)
{
    const KeySet old = setOf(before);
    const KeySet now = setOf(after);
    std::vector<RowSpan> removals = spansOutside(before, now);
    std::vector<RowSpan> insertions = spansOutside(after, old);
    const auto steps = static_cast<int>(removals.size() + insertions.size());
    if (steps > limit)
        return layoutBetween(before, old, after, now);

    const Keys left = onlyIn(before, now);
    const Keys wanted = onlyIn(after, old);
    const KeySet moved = movedKeys(left, wanted, limit - steps);
    if (steps + moved.size() > limit)
        return layoutBetween(before, old, after, now);
    ChangePlan plan;
    plan.kind = ChangePlan::Kind::Steps;
    plan.removals = std::move(removals);
    plan.moves = movesFor(left, wanted, moved);
    plan.insertions = std::move(insertions);
    return plan;
}

} // namespace

int affordableSteps(qsizetype rows)
{
    if (rows <= 20'000)
        return 24;
    return rows <= 300'000 ? 16 : 4;
}

ChangePlan changePlan(const Keys &before, const Keys &after)
{
    if (before == after)
        return {};
    // Most changes are in one place: what is equal at both ends is left alone.
    const auto atFront = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const auto atBack = std::mismatch(before.rbegin(), std::make_reverse_iterator(atFront.first),
                                      after.rbegin(), std::make_reverse_iterator(atFront.second));
    const Keys old(atFront.first, atBack.first.base());
    const Keys now(atFront.second, atBack.second.base());
    const int limit =
        affordableSteps(static_cast<qsizetype>(std::max(before.size(), after.size())));
    ChangePlan plan = planBetween(old, now, limit);
    const auto offset = static_cast<int>(atFront.first - before.begin());
    for (auto *spans : {&plan.removals, &plan.insertions}) {
        for (RowSpan &span : *spans)
            span.first += offset;
    }
    for (RowMove &move : plan.moves)
        move = {move.from + offset, move.to + offset};
    return plan;
}

} // namespace roster
