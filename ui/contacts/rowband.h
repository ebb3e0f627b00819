// SPDX-License-Identifier: MIT
#pragma once

#include "ui/contacts/changeplan.h"
#include "ui/contacts/keyset.h"

#include <QtCore/QRect>

#include <algorithm>
#include <vector>

namespace roster {

//! A rubber band over rows of one height: which rows it touches and what it makes of them. In
//! content coordinates, so that it stays glued to the rows while the view scrolls.
class RowBand
{
public:
    //! What the band does to the selection from before the drag.
    enum class Mode {
        Replace, //!< Only the rows in the band are selected.
        Toggle,  //!< Rows in the band are the other way round.
        Add,     //!< Rows in the band come to it.
    };

    //! `before`: what was selected when the button went down.
    RowBand(QPoint anchor, Mode mode, KeySet before)
        : m_anchor(anchor)
        , m_corner(anchor)
        , m_mode(mode)
        , m_before(std::move(before))
    {
    }

    void moveTo(QPoint corner) { m_corner = corner; }
    //! These contacts are gone: they do not come back with what was selected before.
    void forget(const KeySet &gone);
    //! The rows went down by `pixels`, and the band's end with them.
    void shiftAnchor(int pixels) { m_anchor.ry() += pixels; }

    QRect rect() const;
    //! Rows that the band touches; also when it is beside their columns.
    RowSpan rows(int rowHeight, int rowCount) const;
    //! The row at the height where the button went down; there need not be one.
    int anchorRow(int rowHeight) const;
    //! The selection with `inBand`, the keys of the rows that it touches.
    KeySet selected(const std::vector<RowKey> &inBand) const;
    //! Whether a row is to be selected, in the band or not.
    bool isSelected(RowKey key, bool isInBand) const;

private:
    QPoint m_anchor;
    QPoint m_corner;
    Mode m_mode;
    KeySet m_before;
};

inline bool isInSpan(const RowSpan &span, int row)
{
    return row >= span.first && row < span.first + span.count;
}

//! The row of a span that is not empty which is nearest to `row`.
inline int nearestIn(const RowSpan &span, int row)
{
    return std::clamp(row, span.first, span.first + span.count - 1);
}

//! Rows that are in one of the spans only.
std::vector<RowSpan> difference(const RowSpan &a, const RowSpan &b);

//! How far a view of `height` pixels scrolls in one step of a drag whose pointer is at `y`: nothing
//! in the middle, more the nearer to an edge, and more still beyond it. Negative is upwards.
int scrollStep(int y, int height);

} // namespace roster
