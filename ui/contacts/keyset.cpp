// SPDX-License-Identifier: MIT
#include "ui/contacts/keyset.h"

#include <algorithm>
#include <bit>

namespace roster {

namespace {

size_t wordOf(RowKey key)
{
    return static_cast<size_t>(key % 4096) / 64;
}

quint64 bitOf(RowKey key)
{
    return quint64(1) << (key % 64);
}

} // namespace

const KeySet::Page *KeySet::pageOf(RowKey key) const
{
    const auto number = static_cast<size_t>(key / pageKeys);
    if (number >= m_places.size() || m_places[number] < 0)
        return nullptr;
    return &m_pages[static_cast<size_t>(m_places[number])];
}

KeySet::Page &KeySet::makePage(RowKey key)
{
    const auto number = static_cast<size_t>(key / pageKeys);
    if (number >= m_places.size())
        m_places.resize(number + 1, -1);
    if (m_places[number] < 0) {
        m_places[number] = static_cast<qint32>(m_pages.size());
        m_pages.emplace_back().fill(0);
    }
    return m_pages[static_cast<size_t>(m_places[number])];
}

bool KeySet::contains(RowKey key) const
{
    if (!isCompact(key))
        return m_others.contains(key);
    const Page *page = pageOf(key);
    return page && ((*page)[wordOf(key)] & bitOf(key));
}

bool KeySet::insert(RowKey key)
{
    if (contains(key))
        return false;
    if (isCompact(key))
        makePage(key)[wordOf(key)] |= bitOf(key);
    else
        m_others.insert(key);
    ++m_size;
    return true;
}

bool KeySet::remove(RowKey key)
{
    if (!contains(key))
        return false;
    if (isCompact(key))
        makePage(key)[wordOf(key)] &= ~bitOf(key);
    else
        m_others.remove(key);
    --m_size;
    return true;
}

void KeySet::clear()
{
    *this = KeySet();
}

std::vector<RowKey> KeySet::keys() const
{
    std::vector<RowKey> all(m_others.begin(), m_others.end());
    all.reserve(static_cast<size_t>(m_size));
    for (size_t number = 0; number < m_places.size(); ++number) {
        if (m_places[number] < 0)
            continue;
        const Page &page = m_pages[static_cast<size_t>(m_places[number])];
        for (size_t word = 0; word < page.size(); ++word) {
            const auto first = static_cast<RowKey>(number * pageKeys + word * 64);
            for (quint64 bits = page[word]; bits != 0; bits &= bits - 1)
                all.push_back(first + std::countr_zero(bits));
        }
    }
    if (!m_others.isEmpty())
        std::sort(all.begin(), all.end());
    return all;
}

bool operator==(const KeySet &a, const KeySet &b)
{
    return a.m_size == b.m_size && a.keys() == b.keys();
}

} // namespace roster
