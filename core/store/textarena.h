// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/bytesearch.h"
#include "core/store/slotset.h"

#include <stop_token>
#include <string>

namespace roster {

//! The texts of all slots, one behind the other, so that a search is one pass over memory. A text
//! that is replaced is put at the end; its old bytes are dead until compact().
class TextArena
{
public:
    //! Room for about so much, so that growing does not copy.
    void reserve(size_t slots, size_t bytes);
    //! Sets the text of `slot`, a new one right behind the last or one that there is.
    void put(Slot slot, std::string_view text);
    void remove(Slot slot);
    std::string_view text(Slot slot) const;
    size_t bytes() const { return m_bytes.size(); }
    size_t deadBytes() const { return m_dead; }
    //! Bytes of memory in use.
    size_t footprint() const;

    //! Calls `f(slot, text, hit)` for each slot whose text contains `needle`, with its first hit.
    //! False: stopped before the end.
    template <class F>
    bool search(std::string_view needle, const std::stop_token &stop, F f) const;

    //! Throws dead bytes away; slots become what `slotNow` says, noSlot for those that are gone.
    void compact(const std::vector<Slot> &slotNow, size_t slotCount);

private:
    struct Piece
    {
        quint32 start = 0;
        Slot slot = noSlot;
    };
    size_t endOf(size_t piece) const
    {
        return piece + 1 < m_pieces.size() ? m_pieces[piece + 1].start : m_bytes.size();
    }
    //! The piece that `place` lies in, looking from piece `from` on.
    size_t pieceAt(size_t place, size_t from) const;

    std::string m_bytes;
    //! In the order of the bytes.
    std::vector<Piece> m_pieces;
    std::vector<quint32> m_pieceOfSlot;
    size_t m_dead = 0;
};

template <class F>
bool TextArena::search(std::string_view needle, const std::stop_token &stop, F f) const
{
    // So much is looked through between two looks at `stop`.
    constexpr size_t stride = size_t(1) << 21;
    const char *const begin = m_bytes.data();
    const char *const end = begin + m_bytes.size();
    const char *from = begin;
    size_t piece = 0;
    while (from < end) {
        if (stop.stop_requested())
            return false;
        // To the end of the piece that the stride ends in, so that no hit is cut in two.
        const size_t wanted = static_cast<size_t>(from - begin) + stride;
        const char *until = end;
        if (wanted < m_bytes.size())
            until = begin + endOf(pieceAt(wanted, piece));
        while (from < until) {
            const char *const hit = findBytes(from, until, needle);
            if (hit == until)
                break;
            piece = pieceAt(static_cast<size_t>(hit - begin), piece);
            const Piece &found = m_pieces[piece];
            const size_t pieceEnd = endOf(piece);
            if (found.slot != noSlot)
                f(found.slot, std::string_view(begin + found.start, pieceEnd - found.start),
                  static_cast<size_t>(hit - begin) - found.start);
            from = begin + pieceEnd;
        }
        from = until;
    }
    return true;
}

} // namespace roster
