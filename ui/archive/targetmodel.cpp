// SPDX-License-Identifier: MIT
#include "ui/archive/targetmodel.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/initials.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plainwords.h"

#include <QtGui/QPainter>

namespace roster {

namespace {

constexpr int Margin = 12;

void drawText(QPainter &painter, const QStyleOptionViewItem &option, const QRect &place,
              Qt::AlignmentFlag side, const QString &text)
{
    const QString fitting = painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width());
    painter.drawText(QStyle::visualRect(option.direction, option.rect, place),
                     Qt::AlignVCenter | Qt::AlignAbsolute |
                         QStyle::visualAlignment(option.direction, side),
                     fitting);
}

} // namespace

TargetModel::TargetModel(QList<TargetList::Line> lines, QObject *parent)
    : QAbstractListModel(parent)
    , m_lines(std::move(lines))
{
}

void TargetModel::setLines(const QList<TargetList::Line> &lines)
{
    beginResetModel();
    m_lines = lines;
    endResetModel();
}

void TargetModel::addLines(const QList<TargetList::Line> &lines)
{
    if (lines.isEmpty())
        return;
    const auto first = static_cast<int>(m_lines.size());
    beginInsertRows({}, first, first + static_cast<int>(lines.size()) - 1);
    m_lines += lines;
    endInsertRows();
}

int TargetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant TargetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TargetList::Line &line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        // Who has no name is called by the email, which stands beside it.
        return line.target.label == line.target.email ? QString() : line.target.label;
    case EmailRole:
        return line.target.email;
    case NoteRole:
        return line.note;
    case Qt::ToolTipRole:
        return line.note.isEmpty() ? QVariant() : plainToolTip(line.note);
    case IsProblemRole:
        return line.isProblem;
    case ContactIdRole:
        return line.target.id.text();
    case Qt::AccessibleTextRole: {
        const QString name = line.target.label.isEmpty() ? tr("No name") : line.target.label;
        return tr("%1, %2").arg(name, line.note.isEmpty() ? line.target.email : line.note);
    }
    default:
        return {};
    }
}

TargetDelegate::TargetDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void TargetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    painter->save();
    const QRect row = option.rect;
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(row, m_theme.color(ColorRole::Selection));
    const QString label = index.data(Qt::DisplayRole).toString();
    const QString email = index.data(TargetModel::EmailRole).toString();
    const QRect avatar(row.left() + Margin, row.center().y() - metrics::avatarSmall / 2,
                       metrics::avatarSmall, metrics::avatarSmall);
    paintAvatar(*painter, QStyle::visualRect(option.direction, row, avatar), initials(label, email),
                m_theme.hue(hueFor(index.data(TargetModel::ContactIdRole).toString())),
                m_theme.type().body);

    const int left = avatar.right() + 10;
    const int width = row.right() - Margin - left;
    const QString note = index.data(TargetModel::NoteRole).toString();
    const int noteWidth = note.isEmpty() ? width * 45 / 100 : width * 65 / 100;
    QFont nameFont = m_theme.type().body;
    nameFont.setItalic(label.isEmpty());
    painter->setFont(nameFont);
    painter->setPen(m_theme.color(label.isEmpty() ? ColorRole::Muted : ColorRole::Text));
    drawText(*painter, option, {left, row.top(), width - noteWidth - 8, row.height()},
             Qt::AlignLeft, label.isEmpty() ? TargetModel::tr("No name") : label);
    const bool isProblem = index.data(TargetModel::IsProblemRole).toBool();
    painter->setFont(note.isEmpty() ? m_theme.type().body : m_theme.type().small);
    painter->setPen(m_theme.color(isProblem ? ColorRole::Danger : ColorRole::Muted));
    drawText(*painter, option, {left + width - noteWidth, row.top(), noteWidth, row.height()},
             Qt::AlignRight, note.isEmpty() ? email : note);

    if (index.row() + 1 < index.model()->rowCount()) {
        painter->setPen(m_theme.color(ColorRole::FaintLine));
        painter->drawLine(row.bottomLeft(), row.bottomRight());
    }
    painter->restore();
}

QSize TargetDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, metrics::rowHeight};
}

} // namespace roster
