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
    const std::optional<Scores> scores = scoresOf(query, stop);
    if (!scores)
        return std::nullopt;
    const std::vector<quint8> &points = scores->points();
    const std::array<size_t, 256> counts = countsOf(points);
    const SlotOrder &order = m_index.order(query.sortColumn);
    const bool isDescending = query.sortOrder == Qt::DescendingOrder;
    const size_t total = points.size() - counts[noMatch];
    begin({first(order, isDescending, points, counts), static_cast<qsizetype>(total),
           scores->untold});
    if (stop.stop_requested())
        return std::nullopt;
    return counts[0] == order.ascending().size() ? all(order, isDescending)
                                                 : ranked(order, isDescending, points, counts);
}

std::optional<IndexQuery::Scores> IndexQuery::scoresOf(const ContactQuery &query,
                                                       const std::stop_token &stop)
{
    const QStringList words = foldedWords(query.text);
    const bool isRanked = query.textOrder == TextOrder::BestFirst;
    const TextMatch *found = words.isEmpty() ? nullptr : m_search.match(words, stop);
    if (!words.isEmpty() && !found)
        return std::nullopt;
    Scores scores;
    if (!query.filter.isFiltering()) {
        if (found && isRanked) {
            scores.shared = &found->points;
            return scores;
        }
        scores.own.assign(m_index.alive().size(), noMatch);
        m_index.alive().forEach([&](Slot slot) {
            scores.own[slot] = found && found->points[slot] == noMatch ? noMatch : 0;
        });
        return scores;
    }
    const auto filtered = IndexFilter(m_index, query.days, stop).match(query.filter);
    if (!filtered)
        return std::nullopt;
    scores.own.assign(m_index.alive().size(), noMatch);
    filtered->maybe.forEach([&](Slot slot) {
        const quint8 its = found ? found->points[slot] : 0;
        if (its == noMatch)
            return;
        if (filtered->yes.contains(slot))
            scores.own[slot] = isRanked ? its : 0;
        else
            ++scores.untold;
    });
    return scores;
}

std::vector<RowKey> IndexQuery::all(const SlotOrder &order, bool isDescending) const
{
    std::vector<RowKey> keys;
    keys.reserve(order.ascending().size());
    order.walk(isDescending, [&](Slot slot) {
        keys.push_back(m_index.columns().key(slot));
        return true;
    });
    return keys;
}

std::vector<RowKey> IndexQuery::first(const SlotOrder &order, bool isDescending,
                                      const std::vector<quint8> &points, const Counts &counts) const
{
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
                                       const std::vector<quint8> &points,
                                       const Counts &counts) const
{
    Counts places = counts;
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
