// SPDX-License-Identifier: MIT
#include "ui/panel/selectionfacts.h"

#include <QtCore/QHash>

#include <algorithm>

namespace roster {

namespace {

//! Most first; equal counts by id, so that the order does not jump.
QList<std::pair<AdminId, int>> ranked(const QHash<AdminId, int> &counts)
{
    QList<std::pair<AdminId, int>> list;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        list.append({it.key(), it.value()});
    std::sort(list.begin(), list.end(), [](const auto &a, const auto &b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    return list;
}

} // namespace

SelectionFacts factsOf(const QList<ContactRow> &rows)
{
    SelectionFacts facts;
    QHash<AdminId, int> owners;
    for (const ContactRow &row : rows) {
        facts.users += row.role == Role::User ? 1 : 0;
        facts.leads += row.role == Role::Lead ? 1 : 0;
        ++owners[row.owner];
        if (row.lastSeenAt) {
            facts.firstSeen = std::min(facts.firstSeen.value_or(*row.lastSeenAt), *row.lastSeenAt);
            facts.lastSeen = std::max(facts.lastSeen.value_or(*row.lastSeenAt), *row.lastSeenAt);
        }
    }
    facts.owners = ranked(owners);
    return facts;
}

} // namespace roster
