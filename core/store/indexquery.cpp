// SPDX-License-Identifier: MIT
#include "core/store/indexquery.h"

#include "core/store/folding.h"
#include "core/store/indexfilter.h"

#include <algorithm>
#include <array>

namespace roster {

namespace {

constexpr quint8 noMatch = TextMatch::noMatch;

//! How many slots have so many points.
std::array<size_t, 256> countsOf(const std::vector<quint8> &points)
{
    std::array<size_t, 256> counts{};
    for (const quint8 its : points)
        ++counts[its];
    return counts;
}

} // namespace

std::optional<std::vector<RowKey>> IndexQuery::run(
    const ContactQuery &query, const std::stop_token &stop,
    const std::function<void(const FirstKeys &)> &begin)
{
    const std::optional<SlotMatch> filtered =
        IndexFilter(m_index, query.days, stop).match(query.filter);
    if (!filtered)
        return std::nullopt;
    std::vector<quint8> points(m_index.alive().size(), noMatch);
    const QStringList words = foldedWords(query.text);
    qsizetype untold = 0;
    if (words.isEmpty()) {
        filtered->yes.forEach([&points](Slot slot) { points[slot] = 0; });
        untold = static_cast<qsizetype>(filtered->maybe.count() - filtered->yes.count());
    } else {
        const TextMatch *found = m_search.match(words, stop);
        if (!found)
            return std::nullopt;
        const bool isRanked = query.textOrder == TextOrder::BestFirst;
        filtered->maybe.forEach([&](Slot slot) {
            const quint8 its = found->points[slot];
            if (its == noMatch)
                return;
            if (filtered->yes.contains(slot))
                points[slot] = isRanked ? its : 0;
            else
                ++untold;
        });
    }
    const SlotOrder &order = m_index.order(query.sortColumn);
    const bool isDescending = query.sortOrder == Qt::DescendingOrder;
    const auto total =
        points.size() - static_cast<size_t>(std::count(points.begin(), points.end(), noMatch));
    begin({first(order, isDescending, points), static_cast<qsizetype>(total), untold});
    if (stop.stop_requested())
        return std::nullopt;
    return total == order.slots().size() && words.isEmpty() ? all(order, isDescending)
                                                            : ranked(order, isDescending, points);
}

std::vector<RowKey> IndexQuery::all(const SlotOrder &order, bool isDescending) const
{
    std::vector<RowKey> keys;
    keys.reserve(order.slots().size());
    order.walk(isDescending, [&](Slot slot) {
        keys.push_back(m_index.columns().key(slot));
        return true;
    });
    return keys;
}

std::vector<RowKey> IndexQuery::first(const SlotOrder &order, bool isDescending,
                                      const std::vector<quint8> &points) const
{
    const std::array<size_t, 256> counts = countsOf(points);
    std::vector<RowKey> keys;
    for (size_t its = 0; its < noMatch && keys.size() < FirstKeys::most; ++its) {
        size_t left = std::min(counts[its], FirstKeys::most - keys.size());
        if (left == 0)
            continue;
        order.walk(isDescending, [&](Slot slot) {
            if (points[slot] != its)
                return true;
            keys.push_back(m_index.columns().key(slot));
            return --left > 0;
        });
    }
    return keys;
}

std::vector<RowKey> IndexQuery::ranked(const SlotOrder &order, bool isDescending,
                                       const std::vector<quint8> &points) const
{
    std::array<size_t, 256> places = countsOf(points);
    size_t sum = 0;
    for (size_t its = 0; its < noMatch; ++its)
        sum += std::exchange(places[its], sum);
    std::vector<RowKey> keys(sum);
    order.walk(isDescending, [&](Slot slot) {
        if (const quint8 its = points[slot]; its != noMatch)
            keys[places[its]++] = m_index.columns().key(slot);
        return true;
    });
    return keys;
}

} // namespace roster
