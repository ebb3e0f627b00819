// SPDX-License-Identifier: MIT
#include "ui/contacts/tagchipsdelegate.h"

#include "ui/contacts/contacttablemodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/initials.h"
#include "ui/widgets/paint.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

namespace roster {

namespace {

constexpr int gap = 5;

} // namespace

TagChipsDelegate::TagChipsDelegate(const RowLook &rowLook, QObject *parent)
    : ContactDelegate(rowLook, parent)
    , m_widths(2000)
{
    connect(&rowLook.theme, &Theme::changed, this, [this] { m_widths.clear(); });
}

int TagChipsDelegate::widthOf(const QString &name) const
{
    if (const int *known = m_widths.object(name))
        return *known;
    const int width = chipSize(name, QFontMetrics(look().theme.type().chip)).width();
    m_widths.insert(name, new int(width));
    return width;
}

QSize TagChipsDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    int width = 6 + cellMargin(look(), index.column());
    const ContactRow row = look().model.rowAt(index.row());
    for (const TagId &tag : row.tags.items)
        width += widthOf(look().model.words().tagName(tag)) + gap;
    return {width, metrics::rowHeight};
}

int TagChipsDelegate::chipsThatFit(const QList<int> &widths, int total, int room, int moreWidth)
{
    int used = 0;
    int count = 0;
    for (const int width : widths) {
        const bool isLast = count + 1 == total;
        const int needed = used + width + (isLast ? 0 : gap + moreWidth);
        if (needed > room)
            break;
        used += width + gap;
        ++count;
    }
    return count == 0 && !widths.isEmpty() ? 1 : count;
}

void TagChipsDelegate::paintContent(QPainter &painter, const QRect &area,
                                    Qt::LayoutDirection direction, const ContactRow &row,
                                    const ColumnInfo &) const
{
    const Theme &theme = look().theme;
    const CellWords &words = look().model.words();
    const int total = std::max(row.tags.total, static_cast<int>(row.tags.items.size()));
    if (total == 0)
        return;
    QList<int> widths;
    for (const TagId &tag : row.tags.items) {
        widths << widthOf(words.tagName(tag));
        if (widths.size() > area.width() / 20)
            break;
    }
    const auto more = [](int count) { return CellWords::tr("+%1", "how many more").arg(count); };
    const int moreWidth = QFontMetrics(theme.type().small).horizontalAdvance(more(total));
    const int count = chipsThatFit(widths, total, area.width(), moreWidth);
    int used = 0;
    for (int i = 0; i < count; ++i) {
        const bool isAlone = count == 1 && total > 1;
        const int room = area.width() - used - (isAlone ? gap + moreWidth : 0);
        const int height = metrics::tagChipHeight;
        const QRect chip(area.left() + used, area.top() + (area.height() - height + 1) / 2,
                         std::max(std::min(widths.at(i), room), 0), height);
        const TagId &tag = row.tags.items.at(i);
        paintChip(painter, QStyle::visualRect(direction, area, chip), words.tagName(tag),
                  theme.hue(hueFor(tag.text())), theme.type().chip);
        used += chip.width() + gap;
    }
    if (count < total) {
        const QRect rest = area.adjusted(used, 0, 0, 0);
        drawText(painter, QStyle::visualRect(direction, area, rest), direction, more(total - count),
                 theme.type().small, ColorRole::Muted);
    }
}

} // namespace roster
