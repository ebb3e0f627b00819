// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/indexedcontact.h"
#include "core/store/nametable.h"

#include <span>

namespace roster {

//! Everything of a contact that is no text, by slot: small numbers in columns, so that a condition
//! is one run over one of them. Times before 1970 and after 2106 count as those ends.
class IndexColumns
{
public:
    size_t size() const { return m_keys.size(); }
    void reserve(size_t slots);
    //! A new slot behind the last; its key must be the largest.
    void append(RowKey key);
    //! Sets all but the key.
    void set(Slot slot, const IndexedContact &contact);

    RowKey key(Slot slot) const { return m_keys[slot]; }
    const std::vector<RowKey> &keys() const { return m_keys; }
    Role role(Slot slot) const { return static_cast<Role>(m_flags[slot] & 3); }
    bool hasAllTags(Slot slot) const { return m_flags[slot] & 4; }
    bool hasAllCompanies(Slot slot) const { return m_flags[slot] & 8; }
    bool hasTags(Slot slot) const { return m_flags[slot] & 16; }
    bool hasCompanies(Slot slot) const { return m_flags[slot] & 32; }
    //! A number in admins(); noSlot when nobody owns the contact.
    quint32 owner(Slot slot) const { return m_owners[slot]; }
    //! encodedTime() of it; 0 when there is none.
    quint32 time(IndexTime which, Slot slot) const
    {
        return m_times[static_cast<size_t>(which)][slot];
    }
    //! Numbers in tags().
    std::span<const quint32> tagsOf(Slot slot) const;
    //! Numbers in companies().
    std::span<const quint32> companiesOf(Slot slot) const;

    NameTable &tags() { return m_tagNames; }
    NameTable &companies() { return m_companyNames; }
    NameTable &admins() { return m_adminNames; }
    const NameTable &tags() const { return m_tagNames; }
    const NameTable &companies() const { return m_companyNames; }
    const NameTable &admins() const { return m_adminNames; }

    //! As times are kept: later is larger, none is 0.
    static quint32 encodedTime(std::optional<qint64> time);

    //! More than half of the links are no longer anybody's.
    bool hasManyDeadLinks() const { return m_deadLinks * 2 > m_links.size(); }
    //! Slots become what `slotNow` says, noSlot for those that are gone.
    void compact(const std::vector<Slot> &slotNow, size_t slotCount);
    //! Bytes of memory in use.
    size_t footprint() const;

private:
    std::vector<RowKey> m_keys;
    std::vector<quint8> m_flags;
    std::vector<quint32> m_owners;
    std::array<std::vector<quint32>, indexTimeCount> m_times;
    //! Where in m_links: how many tags and companies (16 bits each), then their numbers.
    std::vector<quint32> m_linkStarts;
    std::vector<quint32> m_links;
    size_t m_deadLinks = 0;
    NameTable m_tagNames;
    NameTable m_companyNames;
    NameTable m_adminNames;
};

} // namespace roster
