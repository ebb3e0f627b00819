// SPDX-License-Identifier: MIT
#include "core/store/indexcolumns.h"

#include <algorithm>

namespace roster {

namespace {

constexpr qsizetype mostLinks = 0xffff;

quint32 countsOf(qsizetype tags, qsizetype companies)
{
    return static_cast<quint32>(tags) | static_cast<quint32>(companies) << 16;
}

quint32 sizeOf(quint32 counts)
{
    return 1 + (counts & 0xffff) + (counts >> 16);
}

} // namespace

quint32 IndexColumns::encodedTime(std::optional<qint64> time)
{
    if (!time)
        return 0;
    return static_cast<quint32>(std::clamp<qint64>(*time, 0, 0xfffffffe) + 1);
}

void IndexColumns::reserve(size_t slots)
{
    m_keys.reserve(slots);
    m_flags.reserve(slots);
    m_owners.reserve(slots);
    for (auto &column : m_times)
        column.reserve(slots);
    m_linkStarts.reserve(slots);
}

void IndexColumns::append(RowKey key)
{
    m_keys.push_back(key);
    m_flags.push_back(0);
    m_owners.push_back(noSlot);
    for (auto &column : m_times)
        column.push_back(0);
    m_linkStarts.push_back(noSlot);
}

void IndexColumns::set(Slot slot, const IndexedContact &contact)
{
    const qsizetype tags = std::min(contact.tags.size(), mostLinks);
    const qsizetype companies = std::min(contact.companies.size(), mostLinks);
    const auto flag = [](bool isSet, int bit) { return isSet ? 1 << bit : 0; };
    m_flags[slot] = static_cast<quint8>(static_cast<int>(contact.role) |
                                        flag(contact.tags.size() >= contact.tagTotal, 2) |
                                        flag(contact.companies.size() >= contact.companyTotal, 3) |
                                        flag(tags > 0 || contact.tagTotal > 0, 4) |
                                        flag(companies > 0 || contact.companyTotal > 0, 5));
    m_owners[slot] = contact.owner.isEmpty() ? noSlot : m_adminNames.numberOf(contact.owner);
    for (size_t i = 0; i < indexTimeCount; ++i)
        m_times[i][slot] = encodedTime(contact.times[i]);
    if (m_linkStarts[slot] != noSlot)
        m_deadLinks += sizeOf(m_links[m_linkStarts[slot]]);
    m_linkStarts[slot] = noSlot;
    if (tags + companies == 0)
        return;
    m_linkStarts[slot] = static_cast<quint32>(m_links.size());
    m_links.push_back(countsOf(tags, companies));
    for (qsizetype i = 0; i < tags; ++i)
        m_links.push_back(m_tagNames.numberOf(contact.tags[i]));
    for (qsizetype i = 0; i < companies; ++i)
        m_links.push_back(m_companyNames.numberOf(contact.companies[i]));
}

std::span<const quint32> IndexColumns::tagsOf(Slot slot) const
{
    const quint32 start = m_linkStarts[slot];
    if (start == noSlot)
        return {};
    return std::span(m_links).subspan(start + 1, m_links[start] & 0xffff);
}

std::span<const quint32> IndexColumns::companiesOf(Slot slot) const
{
    const quint32 start = m_linkStarts[slot];
    if (start == noSlot)
        return {};
    const quint32 counts = m_links[start];
    return std::span(m_links).subspan(start + 1 + (counts & 0xffff), counts >> 16);
}

void IndexColumns::compact(const std::vector<Slot> &slotNow, size_t slotCount)
{
    std::vector<quint32> links;
    links.reserve(m_links.size() - std::min(m_deadLinks, m_links.size()));
    for (size_t old = 0; old < slotNow.size(); ++old) {
        const Slot slot = slotNow[old];
        if (slot == noSlot)
            continue;
        // A slot never becomes a later one, so what is overwritten has been read.
        m_keys[slot] = m_keys[old];
        m_flags[slot] = m_flags[old];
        m_owners[slot] = m_owners[old];
        for (auto &column : m_times)
            column[slot] = column[old];
        const quint32 start = m_linkStarts[old];
        m_linkStarts[slot] = start == noSlot ? noSlot : static_cast<quint32>(links.size());
        if (start != noSlot) {
            const auto from = m_links.begin() + start;
            links.insert(links.end(), from, from + sizeOf(*from));
        }
    }
    m_links = std::move(links);
    m_deadLinks = 0;
    m_keys.resize(slotCount);
    m_flags.resize(slotCount);
    m_owners.resize(slotCount);
    for (auto &column : m_times)
        column.resize(slotCount);
    m_linkStarts.resize(slotCount);
}

size_t IndexColumns::footprint() const
{
    return m_keys.size() * (sizeof(RowKey) + 1 + 4 + 4 * indexTimeCount + 4) + m_links.size() * 4 +
           m_tagNames.footprint() + m_companyNames.footprint() + m_adminNames.footprint();
}

} // namespace roster
