// SPDX-License-Identifier: MIT
#include "core/store/textarena.h"

#include <algorithm>

namespace roster {

void TextArena::reserve(size_t slots, size_t bytes)
{
    m_bytes.reserve(bytes);
    m_pieces.reserve(slots);
    m_pieceOfSlot.reserve(slots);
}

void TextArena::put(Slot slot, std::string_view text)
{
    if (slot < m_pieceOfSlot.size())
        remove(slot);
    else
        m_pieceOfSlot.resize(slot + 1, noSlot);
    m_pieceOfSlot[slot] = static_cast<quint32>(m_pieces.size());
    m_pieces.push_back({static_cast<quint32>(m_bytes.size()), slot});
    m_bytes.append(text);
}

void TextArena::remove(Slot slot)
{
    const quint32 piece = m_pieceOfSlot[slot];
    if (piece == noSlot)
        return;
    m_dead += endOf(piece) - m_pieces[piece].start;
    m_pieces[piece].slot = noSlot;
    m_pieceOfSlot[slot] = noSlot;
}

std::string_view TextArena::text(Slot slot) const
{
    const quint32 piece = m_pieceOfSlot[slot];
    if (piece == noSlot)
        return {};
    const size_t start = m_pieces[piece].start;
    return std::string_view(m_bytes).substr(start, endOf(piece) - start);
}

size_t TextArena::footprint() const
{
    return m_bytes.size() + m_pieces.size() * sizeof(Piece) +
           m_pieceOfSlot.size() * sizeof(quint32);
}

// Hits come in the order of the bytes: most are near the one before.
size_t TextArena::pieceAt(size_t place, size_t from) const
{
    size_t step = 1;
    size_t low = from;
    while (low + step < m_pieces.size() && m_pieces[low + step].start <= place) {
        low += step;
        step *= 2;
    }
    const auto first = m_pieces.begin() + static_cast<std::ptrdiff_t>(low);
    const auto last =
        m_pieces.begin() + static_cast<std::ptrdiff_t>(std::min(low + step, m_pieces.size()));
    const auto next = std::upper_bound(
        first, last, place, [](size_t at, const Piece &piece) { return at < piece.start; });
    return static_cast<size_t>(next - m_pieces.begin()) - 1;
}

void TextArena::compact(const std::vector<Slot> &slotNow, size_t slotCount)
{
    size_t to = 0;
    size_t kept = 0;
    m_pieceOfSlot.assign(slotCount, noSlot);
    for (size_t piece = 0; piece < m_pieces.size(); ++piece) {
        const Piece old = m_pieces[piece];
        const size_t length = endOf(piece) - old.start;
        const Slot slot = old.slot == noSlot ? noSlot : slotNow[old.slot];
        if (slot == noSlot)
            continue;
        std::copy_n(m_bytes.begin() + old.start, length,
                    m_bytes.begin() + static_cast<std::ptrdiff_t>(to));
        m_pieces[kept] = {static_cast<quint32>(to), slot};
        m_pieceOfSlot[slot] = static_cast<quint32>(kept);
        to += length;
        ++kept;
    }
    m_bytes.resize(to);
    m_pieces.resize(kept);
    m_dead = 0;
}

} // namespace roster
