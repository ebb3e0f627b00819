// SPDX-License-Identifier: MIT
#include "ui/contacts/rowband.h"

#include <algorithm>

namespace roster {

void RowBand::forget(const KeySet &gone)
{
    for (const RowKey key : gone.keys())
        m_before.remove(key);
}

QRect RowBand::rect() const
{
    return QRect(
        QPoint(std::min(m_anchor.x(), m_corner.x()), std::min(m_anchor.y(), m_corner.y())),
        QPoint(std::max(m_anchor.x(), m_corner.x()), std::max(m_anchor.y(), m_corner.y())));
}

RowSpan RowBand::rows(int rowHeight, int rowCount) const
{
    const QRect area = rect();
    if (area.bottom() < 0 || rowCount == 0)
        return {};
    const int first = std::max(area.top(), 0) / rowHeight;
    const int last = std::min(area.bottom() / rowHeight, rowCount - 1);
    return first > last ? RowSpan{rowCount, 0} : RowSpan{first, last - first + 1};
}

int RowBand::anchorRow(int rowHeight) const
{
    return std::max(m_anchor.y(), 0) / rowHeight;
}

KeySet RowBand::selected(const std::vector<RowKey> &inBand) const
{
    KeySet keys = m_mode == Mode::Replace ? KeySet() : m_before;
    for (const RowKey key : inBand) {
        if (isSelected(key, true))
            keys.insert(key);
        else
            keys.remove(key);
    }
    return keys;
}

bool RowBand::isSelected(RowKey key, bool isInBand) const
{
    switch (m_mode) {
    case Mode::Replace:
        return isInBand;
    case Mode::Toggle:
        return m_before.contains(key) != isInBand;
    case Mode::Add:
        break;
    }
    return isInBand || m_before.contains(key);
}

std::vector<RowSpan> difference(const RowSpan &a, const RowSpan &b)
{
    const int aEnd = a.first + a.count;
    const int bEnd = b.first + b.count;
    std::vector<RowSpan> spans;
    const auto add = [&spans](int first, int end) {
        if (end > first)
            spans.push_back({first, end - first});
    };
    if (a.count == 0 || b.count == 0 || aEnd <= b.first || bEnd <= a.first) {
        add(a.first, aEnd);
        add(b.first, bEnd);
        return spans;
    }
    add(std::min(a.first, b.first), std::max(a.first, b.first));
    add(std::min(aEnd, bEnd), std::max(aEnd, bEnd));
    return spans;
}

int scrollStep(int y, int height)
{
    constexpr int edge = 28;
    constexpr int slowest = 2;
    constexpr int fastest = 120;
    const int above = edge - y;
    const int below = y - (height - 1 - edge);
    const int depth = std::max(above, below);
    if (depth <= 0 || height < 3 * edge)
        return 0;
    const int step = std::min(slowest + depth * depth / 60 + depth / 4, fastest);
    return above > below ? -step : step;
}

} // namespace roster
