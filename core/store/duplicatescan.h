// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/duplicates.h"

#include <vector>

namespace roster {

//! Contacts of which the same key was seen.
struct AlikeKeys
{
    //! At most DuplicateGroup::mostContacts, in the order of DuplicateGroup.
    std::vector<RowKey> keys;
    int total = 0;
};

//! Finds which of many contacts share a key. Holds 24 bytes for each, a hash in place of the text;
//! whoever reads the rows compares the texts. Pure.
class DuplicateScan
{
public:
    struct Picked
    {
        //! At most Duplicates::mostGroups, in the order of Duplicates.
        std::vector<AlikeKeys> groups;
        int groupTotal = 0;
        int contactTotal = 0;
    };

    void reserve(size_t contacts) { m_entries.reserve(contacts); }
    //! Takes in a contact; an empty text is like no other. Each row key once.
    void add(RowKey key, Role role, qint64 lastSeenAt, const QString &text);
    //! The groups; nothing is left afterwards.
    Picked pick();

private:
    struct Entry
    {
        size_t hash;
        //! The row's key and, in the last two bits, its role.
        qint64 keyAndRole;
        qint64 lastSeenAt;

        RowKey key() const { return keyAndRole >> 2; }
        Role role() const { return static_cast<Role>(keyAndRole & 3); }
    };
    using Entries = std::vector<Entry>;
    //! Entries with the same hash.
    struct Run
    {
        size_t first = 0;
        size_t count = 0;
        qint64 lastSeenAt = 0;
        bool isMergeable = false;
    };

    std::vector<Run> runs() const;
    Run runAt(size_t first, size_t end) const;
    AlikeKeys keysOf(const Run &run) const;
    static void keepBothRoles(Entries &members, size_t most);

    Entries m_entries;
};

} // namespace roster
