// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactrow.h"

#include <QtCore/QSet>

#include <array>
#include <vector>

namespace roster {

//! A set of row keys as bits in pages: a million keys take 125 kB, copying and testing are cheap.
//! Keys are meant to be small and positive; others are kept too, only less compactly.
class KeySet
{
public:
    bool contains(RowKey key) const;
    //! False when it was in already.
    bool insert(RowKey key);
    //! False when it was not in.
    bool remove(RowKey key);
    void clear();

    qsizetype size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    //! Ascending.
    std::vector<RowKey> keys() const;

    friend bool operator==(const KeySet &a, const KeySet &b);

private:
    static constexpr int pageKeys = 4096;
    static constexpr RowKey compactKeys = RowKey(1) << 32;
    using Page = std::array<quint64, pageKeys / 64>;

    static bool isCompact(RowKey key) { return key >= 0 && key < compactKeys; }
    const Page *pageOf(RowKey key) const;
    Page &makePage(RowKey key);

    //! Page number → place in m_pages, or -1.
    std::vector<qint32> m_places;
    std::vector<Page> m_pages;
    QSet<RowKey> m_others;
    qsizetype m_size = 0;
};

} // namespace roster
