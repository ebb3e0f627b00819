// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QtGlobal>

#include <bit>
#include <cstddef>
#include <vector>

namespace roster {

//! Where the index keeps a contact: places are numbered from 0 and follow the order of keys.
using Slot = quint32;
inline constexpr Slot noSlot = 0xffffffff;

//! A set of slots below a size, a bit for each.
class SlotSet
{
public:
    explicit SlotSet(size_t size = 0, bool isFull = false)
        : m_size(size)
        , m_words((size + 63) / 64, isFull ? ~quint64(0) : 0)
    {
        trim();
    }

    size_t size() const { return m_size; }
    //! What comes in is not set.
    void resize(size_t size)
    {
        m_size = size;
        m_words.resize((size + 63) / 64, 0);
        trim();
    }
    bool contains(Slot slot) const { return m_words[slot / 64] >> (slot % 64) & 1; }
    void insert(Slot slot) { m_words[slot / 64] |= quint64(1) << (slot % 64); }
    void remove(Slot slot) { m_words[slot / 64] &= ~(quint64(1) << (slot % 64)); }
    size_t count() const
    {
        size_t count = 0;
        for (const quint64 word : m_words)
            count += static_cast<size_t>(std::popcount(word));
        return count;
    }
    template <class F>
    void forEach(F f) const
    {
        for (size_t i = 0; i < m_words.size(); ++i) {
            for (quint64 bits = m_words[i]; bits != 0; bits &= bits - 1)
                f(static_cast<Slot>(i * 64 + static_cast<size_t>(std::countr_zero(bits))));
        }
    }

    //! Both of the same size.
    SlotSet &operator&=(const SlotSet &other)
    {
        for (size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= other.m_words[i];
        return *this;
    }
    SlotSet &operator|=(const SlotSet &other)
    {
        for (size_t i = 0; i < m_words.size(); ++i)
            m_words[i] |= other.m_words[i];
        return *this;
    }

private:
    void trim()
    {
        if (m_size % 64 != 0)
            m_words.back() &= (quint64(1) << (m_size % 64)) - 1;
    }

    size_t m_size;
    std::vector<quint64> m_words;
};

} // namespace roster
