// SPDX-License-Identifier: MIT
#include "ui/contacts/sidebardelegate.h"

#include "ui/contacts/sidebarmodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/initials.h"
#include "ui/widgets/textfield.h"

#include <QtCore/QLocale>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

#include <algorithm>

namespace roster {

namespace {

constexpr int sideMargin = 8;
constexpr int textMargin = 16;
constexpr int dotRoom = 16;

SidebarModel::Kind kindOf(const QModelIndex &index)
{
    return static_cast<SidebarModel::Kind>(index.data(SidebarModel::KindRole).toInt());
}

int sideOf(Qt::LayoutDirection direction, bool isStart)
{
    const auto side = (direction == Qt::LeftToRight) == isStart ? Qt::AlignLeft : Qt::AlignRight;
    return int(side | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine;
}

} // namespace

SidebarDelegate::SidebarDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int text = QFontMetrics(m_theme.type().body).height() + 8;
    const int line = std::max(metrics::sidebarRowHeight, text);
    // A caption stands apart from the list before it.
    const bool isCaption = kindOf(index) == SidebarModel::Kind::Heading;
    return {0, isCaption && index.row() > 0 ? line + 14 : line};
}

void SidebarDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option,
                                  int row) const
{
    const QRectF ground = QRectF(option.rect).adjusted(sideMargin, 0, -sideMargin, 0);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (option.state & QStyle::State_Selected)
        painter.setBrush(m_theme.color(ColorRole::Selection));
    else if (row == m_hoveredRow)
        painter.setBrush(m_theme.color(ColorRole::Hover));
    else
        painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(ground, 6, 6);
    if (m_isFocusShown && (option.state & QStyle::State_HasFocus)) {
        painter.setPen(QPen(m_theme.color(ColorRole::Focus), metrics::focusRing));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 6, 6);
    }
}

int SidebarDelegate::paintCount(QPainter &painter, const QRect &area,
                                const QStyleOptionViewItem &option, const QVariant &count) const
{
    if (!count.isValid())
        return 0;
    const QString text = QLocale().toString(count.toInt());
    painter.setPen(m_theme.color(ColorRole::Muted));
    painter.setFont(m_theme.type().body);
    painter.drawText(area, sideOf(option.direction, false), text);
    return QFontMetrics(m_theme.type().body).horizontalAdvance(text) + 8;
}

int SidebarDelegate::paintEdited(QPainter &painter, const QRect &area,
                                 const QStyleOptionViewItem &option, int taken) const
{
    const QString text = tr("edited");
    const QFontMetrics metrics(m_theme.type().caption);
    const QRect room = QStyle::visualRect(option.direction, area, area.adjusted(0, 0, -taken, 0));
    painter.setPen(m_theme.color(ColorRole::Accent));
    painter.setFont(m_theme.type().caption);
    painter.drawText(room, sideOf(option.direction, false), text);
    return metrics.horizontalAdvance(text) + 8;
}

QWidget *SidebarDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                       const QModelIndex &) const
{
    return new TextField(m_theme, QStringLiteral("renameViewEdit"), tr("Name of the view"), parent);
}

void SidebarDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *field = static_cast<TextField *>(editor);
    // Counts may change meanwhile: what is typed stays.
    if (!field->isModified() && field->text().isEmpty())
        field->setText(index.data(Qt::EditRole).toString());
}

void SidebarDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                   const QModelIndex &index) const
{
    model->setData(index, static_cast<TextField *>(editor)->text(), Qt::EditRole);
}

void SidebarDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                           const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(sideMargin, -2, -sideMargin, 2));
}

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    painter->setLayoutDirection(Qt::LayoutDirectionAuto);
    const auto kind = kindOf(index);
    const Qt::LayoutDirection direction = option.direction;
    const QRect whole = option.rect;
    QRect area = whole.adjusted(textMargin, 0, -textMargin, 0);
    if (kind == SidebarModel::Kind::Heading) {
        if (index.row() > 0)
            area.setTop(area.top() + 14);
        painter->setFont(m_theme.type().caption);
        painter->setPen(m_theme.color(ColorRole::Muted));
        painter->drawText(area, sideOf(direction, true), index.data().toString());
        painter->restore();
        return;
    }
    paintGround(*painter, option, index.row());
    int taken = paintCount(*painter, area, option, index.data(SidebarModel::CountRole));
    if (index.data(SidebarModel::EditedRole).toBool())
        taken += paintEdited(*painter, area, option, taken);
    const bool isTag = kind == SidebarModel::Kind::Tag;
    if (isTag) {
        const QRect dot =
            QStyle::visualRect(direction, area, QRect(area.left(), area.center().y() - 3, 8, 8));
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.hue(hueFor(index.data(SidebarModel::IdRole).toString())).dot);
        painter->drawEllipse(dot);
    }
    const QRect room =
        QStyle::visualRect(direction, area, area.adjusted(isTag ? dotRoom : 0, 0, -taken, 0));
    const bool isMarked = option.state & QStyle::State_Selected;
    QFont font = m_theme.type().body;
    if (isMarked)
        font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(
        m_theme.color(kind == SidebarModel::Kind::ShowAll ? ColorRole::Muted : ColorRole::Text));
    const QString text = QFontMetrics(font).elidedText(index.data().toString().left(200),
                                                       Qt::ElideRight, room.width());
    painter->drawText(room, sideOf(direction, true), text);
    painter->restore();
}

} // namespace roster
