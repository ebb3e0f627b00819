// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/bytesearch.h"
#include "core/store/slotset.h"

#include <stop_token>
#include <string>
#include <thread>

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
    //! Each text ends with a byte that no needle holds, so that none goes on into the next. False:
    //! stopped before the end.
    template <class F>
    bool search(std::string_view needle, const std::stop_token &stop, F f) const
    {
        return searchPieces(needle, stop, 0, m_pieces.size(), f);
    }
    //! The same by two threads: `first` is called by one of them, `second` by the other, never for
    //! the same slot.
    template <class F, class G>
    bool searchByTwo(std::string_view needle, const std::stop_token &stop, F first, G second) const;

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
    template <class F>
    bool searchPieces(std::string_view needle, const std::stop_token &stop, size_t firstPiece,
                      size_t endPiece, F &f) const;
    //! The piece that `place` lies in, looking from piece `from` on.
    size_t pieceAt(size_t place, size_t from) const;

    std::string m_bytes;
    //! In the order of the bytes.
    std::vector<Piece> m_pieces;
    std::vector<quint32> m_pieceOfSlot;
    size_t m_dead = 0;
};

template <class F>
bool TextArena::searchPieces(std::string_view needle, const std::stop_token &stop,
                             size_t firstPiece, size_t endPiece, F &f) const
{
    if (firstPiece >= endPiece)
        return true;
    // So much is looked through between two looks at `stop`.
    constexpr size_t stride = size_t(1) << 21;
    const char *const begin = m_bytes.data();
    const char *const end = begin + endOf(endPiece - 1);
    const char *from = begin + m_pieces[firstPiece].start;
    size_t piece = firstPiece;
    while (from < end) {
        if (stop.stop_requested())
            return false;
        // To the end of the piece that the stride ends in, so that no hit is cut in two.
        const size_t wanted = static_cast<size_t>(from - begin) + stride;
        const char *until = end;
        if (wanted < static_cast<size_t>(end - begin))
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

template <class F, class G>
bool TextArena::searchByTwo(std::string_view needle, const std::stop_token &stop, F first,
                            G second) const
{
    const size_t half = m_pieces.empty() ? 0 : pieceAt(m_bytes.size() / 2, 0);
    bool isSecondWhole = false;
    {
        const std::jthread other(
            [&] { isSecondWhole = searchPieces(needle, stop, half, m_pieces.size(), second); });
        if (!searchPieces(needle, stop, 0, half, first))
            return false;
    }
    return isSecondWhole;
}

} // namespace roster
