// SPDX-License-Identifier: MIT
#include "ui/archive/archiveddelegate.h"

#include "ui/archive/archivedmodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/initials.h"
#include "ui/widgets/paint.h"

#include <QtGui/QPainter>

namespace roster {

namespace {

constexpr int HeadingHeight = 47;
constexpr int Margin = 12;
constexpr int NameLeft = Margin + metrics::avatarSmall + 8;
constexpr int ButtonHeight = 26;
constexpr int ActionWidth = 90;

ArchivedRow::Kind kindOf(const QModelIndex &index)
{
    return static_cast<ArchivedRow::Kind>(index.data(ArchivedModel::KindRole).toInt());
}

//! The columns of a contact's row, as shares of its width.
struct Columns
{
    QRect name;
    QRect email;
    QRect role;

    explicit Columns(const QRect &row)
    {
        const int right = row.width() - ActionWidth - Margin;
        const int emailLeft = right * 31 / 100;
        const int roleLeft = right * 65 / 100;
        name = QRect(row.left() + NameLeft, row.top(), emailLeft - NameLeft - 8, row.height());
        email = QRect(row.left() + emailLeft, row.top(), roleLeft - emailLeft - 8, row.height());
        role = QRect(row.left() + roleLeft, row.top(), right - roleLeft, row.height());
    }
};

QRect mirrored(const QStyleOptionViewItem &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect);
}

void drawLine(QPainter &painter, const QRect &rect, const QFont &font, const QColor &color,
              const QString &text, Qt::LayoutDirection direction)
{
    painter.setFont(font);
    painter.setPen(color);
    const QString fitting = QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width());
    const auto side = direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignAbsolute | side, fitting);
}

} // namespace

ArchivedDelegate::ArchivedDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QString ArchivedDelegate::actionText(const QModelIndex &index)
{
    const bool isVanished = index.data(ArchivedModel::VanishedRole).toBool();
    switch (kindOf(index)) {
    case ArchivedRow::Kind::Heading:
        return isVanished ? tr("Forget all") : tr("Restore all");
    case ArchivedRow::Kind::Contact:
        return isVanished ? tr("Forget") : tr("Restore");
    case ArchivedRow::Kind::More:
        break;
    }
    return {};
}

QRect ArchivedDelegate::actionRect(const QRect &row, const QModelIndex &index,
                                   Qt::LayoutDirection direction) const
{
    QRect rect;
    if (kindOf(index) == ArchivedRow::Kind::Heading) {
        const int width =
            QFontMetrics(m_theme.type().strong).horizontalAdvance(actionText(index)) + 24;
        rect = QRect(row.right() - Margin - width + 1, row.center().y() - ButtonHeight / 2, width,
                     ButtonHeight);
    } else if (kindOf(index) == ArchivedRow::Kind::Contact) {
        const int width = QFontMetrics(m_theme.type().body).horizontalAdvance(actionText(index));
        rect = QRect(row.right() - ActionWidth - Margin + 1, row.top(), width + 2, row.height());
    }
    return rect.isNull() ? rect : QStyle::visualRect(direction, row, rect);
}

void ArchivedDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    painter->save();
    switch (kindOf(index)) {
    case ArchivedRow::Kind::Heading:
        paintHeading(*painter, option, index);
        break;
    case ArchivedRow::Kind::Contact:
        paintContact(*painter, option, index);
        break;
    case ArchivedRow::Kind::More:
        paintMore(*painter, option, index);
        break;
    }
    painter->setPen(m_theme.color(ColorRole::FaintLine));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(m_theme.color(ColorRole::Focus), metrics::focusRing));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

QSize ArchivedDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool isHeading = kindOf(index) == ArchivedRow::Kind::Heading;
    return {200, isHeading ? HeadingHeight : metrics::rowHeight};
}

void ArchivedDelegate::paintHeading(QPainter &painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const QRect row = option.rect;
    painter.fillRect(row, m_theme.color(ColorRole::Field));
    QFont titleFont = m_theme.type().body;
    titleFont.setWeight(QFont::DemiBold);
    const QString title = index.data(Qt::DisplayRole).toString();
    const int titleWidth =
        std::min(QFontMetrics(titleFont).horizontalAdvance(title) + 2, row.width() / 2);
    const QRect titleRect(row.left() + Margin, row.top(), titleWidth, row.height());
    drawLine(painter, mirrored(option, titleRect), titleFont, m_theme.color(ColorRole::Text), title,
             option.direction);
    const QRect button = actionRect(row, index, Qt::LeftToRight);
    const QRect detail(titleRect.right() + 10, row.top(), button.left() - titleRect.right() - 20,
                       row.height());
    drawLine(painter, mirrored(option, detail), m_theme.type().small,
             m_theme.color(ColorRole::Muted), index.data(ArchivedModel::DetailRole).toString(),
             option.direction);

    const bool isHovered = m_hovered == index;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(isHovered ? ColorRole::Muted : ColorRole::Line));
    painter.setBrush(m_theme.color(isHovered ? ColorRole::Field : ColorRole::Surface));
    const QRectF frame = QRectF(mirrored(option, button)).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(frame, metrics::controlRadius, metrics::controlRadius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(m_theme.type().strong);
    painter.setPen(m_theme.color(ColorRole::Text));
    painter.drawText(frame, Qt::AlignCenter, actionText(index));
}

void ArchivedDelegate::paintContact(QPainter &painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const QRect row = option.rect;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isUnderPointer = option.state.testFlag(QStyle::State_MouseOver);
    if (isSelected || isUnderPointer)
        painter.fillRect(row, m_theme.color(isSelected ? ColorRole::Selection : ColorRole::Field));
    const QString label = index.data(Qt::DisplayRole).toString();
    const QString email = index.data(ArchivedModel::EmailRole).toString();
    const QRect avatar(row.left() + Margin, row.center().y() - metrics::avatarSmall / 2,
                       metrics::avatarSmall, metrics::avatarSmall);
    paintAvatar(painter, mirrored(option, avatar), initials(label, email),
                m_theme.hue(hueFor(index.data(ArchivedModel::ContactIdRole).toString())),
                m_theme.type().body);

    const Columns columns(row);
    const QColor muted = m_theme.color(ColorRole::Muted);
    QFont nameFont = m_theme.type().strong;
    nameFont.setItalic(label.isEmpty());
    drawLine(painter, mirrored(option, columns.name), nameFont,
             label.isEmpty() ? muted : m_theme.color(ColorRole::Text),
             label.isEmpty() ? tr("No name") : label, option.direction);
    drawLine(painter, mirrored(option, columns.email), m_theme.type().body, muted, email,
             option.direction);
    const bool isUncertain = index.data(ArchivedModel::UncertainRole).toBool();
    const QString noticed = index.data(ArchivedModel::NoticedRole).toString();
    const bool isMarked = isUncertain || !noticed.isEmpty();
    drawLine(painter, mirrored(option, columns.role), m_theme.type().body,
             isMarked ? m_theme.color(ColorRole::WarningText) : m_theme.color(ColorRole::Text),
             !noticed.isEmpty() ? noticed
             : isUncertain      ? tr("Perhaps not archived")
                                : index.data(ArchivedModel::RoleTextRole).toString(),
             option.direction);

    QFont linkFont = m_theme.type().body;
    linkFont.setUnderline(m_hovered == index);
    drawLine(painter, actionRect(row, index, option.direction), linkFont,
             m_theme.color(ColorRole::Accent), actionText(index), option.direction);
}

void ArchivedDelegate::paintMore(QPainter &painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const QRect text = option.rect.adjusted(Margin, 0, -Margin, 0);
    drawLine(painter, text, m_theme.type().body, m_theme.color(ColorRole::Muted),
             index.data(Qt::DisplayRole).toString(), option.direction);
}

} // namespace roster
