// SPDX-License-Identifier: MIT
#include "ui/tags/pickdelegate.h"

#include "ui/tags/pickmodel.h"
#include "ui/theme/theme.h"

#include <QtGui/QPainter>

namespace roster {

namespace {

constexpr int Padding = 8;
constexpr int Radius = 5;

} // namespace

PickDelegate::PickDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void PickDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isUnderPointer = option.state.testFlag(QStyle::State_MouseOver);
    if (isSelected || isUnderPointer) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(isSelected ? ColorRole::Selection : ColorRole::Hover));
        painter->drawRoundedRect(option.rect, Radius, Radius);
    }
    const bool isOff = !option.state.testFlag(QStyle::State_Enabled);
    const bool isNew = index.data(PickModel::IsNewRole).toBool();
    const QString detail = index.data(PickModel::DetailRole).toString();
    QRect line = option.rect.adjusted(Padding, 0, -Padding, 0);
    if (!detail.isEmpty()) {
        painter->setFont(m_theme.type().small);
        painter->setPen(m_theme.color(ColorRole::Muted));
        const int width = painter->fontMetrics().horizontalAdvance(detail) + 2;
        const QRect place(line.right() - width + 1, line.top(), width, line.height());
        painter->drawText(QStyle::visualRect(option.direction, line, place), Qt::AlignCenter,
                          detail);
        line.setRight(place.left() - Padding);
    }
    painter->setFont(m_theme.type().body);
    painter->setPen(m_theme.color(isOff   ? ColorRole::Disabled
                                  : isNew ? ColorRole::Accent
                                          : ColorRole::Text));
    const QString name = painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(),
                                                           Qt::ElideRight, line.width());
    const QRect whole = option.rect.adjusted(Padding, 0, -Padding, 0);
    const bool isMirrored = option.direction == Qt::RightToLeft;
    painter->drawText(
        QStyle::visualRect(option.direction, whole, line),
        Qt::AlignVCenter | Qt::AlignAbsolute | (isMirrored ? Qt::AlignRight : Qt::AlignLeft), name);
    painter->restore();
}

QSize PickDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {120, RowHeight};
}

} // namespace roster
