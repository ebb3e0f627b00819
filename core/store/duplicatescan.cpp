// SPDX-License-Identifier: MIT
#include "core/store/duplicatescan.h"

#include <algorithm>
#include <tuple>

namespace roster {

void DuplicateScan::add(RowKey key, Role role, qint64 lastSeenAt, const QString &text)
{
    if (text.isEmpty())
        return;
    m_entries.push_back({qHash(text, size_t(0)), key << 2 | static_cast<qint64>(role), lastSeenAt});
}

DuplicateScan::Picked DuplicateScan::pick()
{
    std::sort(m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) {
        return std::tie(a.hash, a.keyAndRole) < std::tie(b.hash, b.keyAndRole);
    });
    std::vector<Run> all = runs();
    Picked picked;
    picked.groupTotal = static_cast<int>(all.size());
    for (const Run &run : all)
        picked.contactTotal += static_cast<int>(run.count);
    const size_t most = std::min<size_t>(all.size(), Duplicates::mostGroups);
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(most), all.end(),
                      [this](const Run &a, const Run &b) {
                          if (a.isMergeable != b.isMergeable)
                              return a.isMergeable;
                          if (a.lastSeenAt != b.lastSeenAt)
                              return a.lastSeenAt > b.lastSeenAt;
                          return m_entries[a.first].keyAndRole < m_entries[b.first].keyAndRole;
                      });
    for (size_t i = 0; i < most; ++i)
        picked.groups.push_back(keysOf(all[i]));
    Entries().swap(m_entries);
    return picked;
}

std::vector<DuplicateScan::Run> DuplicateScan::runs() const
{
    std::vector<Run> all;
    for (size_t first = 0; first < m_entries.size();) {
        size_t end = first + 1;
        while (end < m_entries.size() && m_entries[end].hash == m_entries[first].hash)
            ++end;
        if (end - first > 1)
            all.push_back(runAt(first, end));
        first = end;
    }
    return all;
}

DuplicateScan::Run DuplicateScan::runAt(size_t first, size_t end) const
{
    Run run{first, end - first, 0, false};
    bool hasUser = false;
    bool hasLead = false;
    for (size_t i = first; i < end; ++i) {
        const Entry &entry = m_entries[i];
        run.lastSeenAt = std::max(run.lastSeenAt, entry.lastSeenAt);
        hasUser = hasUser || entry.role() == Role::User;
        hasLead = hasLead || entry.role() == Role::Lead;
    }
    run.isMergeable = hasUser && hasLead;
    return run;
}

AlikeKeys DuplicateScan::keysOf(const Run &run) const
{
    const auto begin = m_entries.begin() + static_cast<std::ptrdiff_t>(run.first);
    Entries members(begin, begin + static_cast<std::ptrdiff_t>(run.count));
    std::sort(members.begin(), members.end(), [](const Entry &a, const Entry &b) {
        if (a.lastSeenAt != b.lastSeenAt)
            return a.lastSeenAt > b.lastSeenAt;
        return a.keyAndRole < b.keyAndRole;
    });
    const size_t most = std::min<size_t>(members.size(), DuplicateGroup::mostContacts);
    if (run.isMergeable)
        keepBothRoles(members, most);
    AlikeKeys alike;
    alike.total = static_cast<int>(run.count);
    for (size_t i = 0; i < most; ++i)
        alike.keys.push_back(members[i].key());
    return alike;
}

//! A group that can be merged would not look like it without the one or the other.
void DuplicateScan::keepBothRoles(Entries &members, size_t most)
{
    const auto firstOf = [&members](Role role) {
        const auto found = std::find_if(members.begin(), members.end(), [role](const Entry &entry) {
            return entry.role() == role;
        });
        return static_cast<size_t>(found - members.begin());
    };
    const auto [earlier, later] = std::minmax({firstOf(Role::User), firstOf(Role::Lead)});
    if (later < most)
        return;
    if (earlier + 1 >= most)
        members[most - 2] = members[earlier];
    members[most - 1] = members[later];
}

} // namespace roster
