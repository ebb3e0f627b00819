// SPDX-License-Identifier: MIT
#include "ui/contacts/contactdelegate.h"

#include "ui/contacts/contactselection.h"
#include "ui/contacts/contacttablemodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/initials.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plainwords.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QStyle>
#include <QtWidgets/QToolTip>

namespace roster {

int cellMargin(const RowLook &look, int column)
{
    return column == look.firstColumn ? 12 : 6;
}

ContactDelegate::ContactDelegate(const RowLook &look, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_look(look)
{
    connect(&look.theme, &Theme::changed, this, [this] { m_lines.clear(); });
}

void ContactDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const QRect cell = option.rect;
    if (m_look.selection.contains(m_look.model.keyAt(index.row())))
        painter->fillRect(cell, m_look.theme.color(ColorRole::Selection));
    else if (index.row() == m_look.hoveredRow)
        painter->fillRect(cell, m_look.theme.color(ColorRole::Hover));
    painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1),
                      m_look.theme.color(ColorRole::FaintLine));
    if (m_look.isFlying && !m_look.model.isHeld(index.row()))
        return;
    const ContactRow row = m_look.model.rowAt(index.row());
    const bool isMirrored = option.direction == Qt::RightToLeft;
    const int lead = cellMargin(m_look, index.column());
    const QRect area = cell.adjusted(isMirrored ? 6 : lead, 0, isMirrored ? -lead : -6, -1);
    if (area.width() > 0)
        paintContent(*painter, area, option.direction, row, columnInfo(index.column()));
}

QSize ContactDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QFontMetrics metrics(m_look.theme.type().body);
    const QString text = index.data().toString();
    return {metrics.horizontalAdvance(text) + 6 + cellMargin(m_look, index.column()),
            metrics::rowHeight};
}

bool ContactDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return false;
    QString text = index.data(Qt::ToolTipRole).toString();
    if (text.isEmpty() && sizeHint(option, index).width() > option.rect.width())
        text = index.data().toString();
    // What customers wrote is never read as markup.
    QToolTip::showText(event->globalPos(), plainToolTip(text), view->viewport(), option.rect);
    return true;
}

int ContactDelegate::drawText(QPainter &painter, const QRect &area, Qt::LayoutDirection direction,
                              const QString &text, const QFont &font, ColorRole role) const
{
    painter.setPen(m_look.theme.color(role));
    // Words run as they are written, in a mirrored window too; only their place is mirrored.
    const auto side = direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    return m_lines.draw(painter, area, side, text, font);
}

void ContactDelegate::paintContent(QPainter &painter, const QRect &area,
                                   Qt::LayoutDirection direction, const ContactRow &row,
                                   const ColumnInfo &column) const
{
    const QString text = column.text(row, m_look.model.words());
    const bool isQuiet = column.isMuted || text == CellWords::nothing();
    drawText(painter, area, direction, text, m_look.theme.type().body,
             isQuiet ? ColorRole::Muted : ColorRole::Text);
}

void NameDelegate::paintContent(QPainter &painter, const QRect &area, Qt::LayoutDirection direction,
                                const ContactRow &row, const ColumnInfo &) const
{
    constexpr int side = metrics::avatarSmall;
    constexpr int gap = 8;
    const Theme &theme = look().theme;
    const QRect circle = QStyle::alignedRect(direction, Qt::AlignLeading | Qt::AlignVCenter,
                                             QSize(side, side), area);
    paintAvatar(painter, circle, initials(row.name, row.email), theme.hue(hueFor(row.id.text())),
                theme.type().caption);
    const bool isMirrored = direction == Qt::RightToLeft;
    const QRect rest =
        isMirrored ? area.adjusted(0, 0, -side - gap, 0) : area.adjusted(side + gap, 0, 0, 0);
    if (rest.width() <= 0)
        return;
    const bool isNamed = !row.id.isEmpty() && !row.name.trimmed().isEmpty();
    QFont font = isNamed ? theme.type().strong : theme.type().body;
    font.setItalic(!isNamed);
    drawText(painter, rest, direction, CellWords::title(row), font,
             isNamed ? ColorRole::Text : ColorRole::Muted);
}

void RoleDelegate::paintContent(QPainter &painter, const QRect &area, Qt::LayoutDirection direction,
                                const ContactRow &row, const ColumnInfo &) const
{
    drawText(painter, area, direction, CellWords::roleText(row.role), look().theme.type().body,
             row.role == Role::Lead ? ColorRole::WarningText : ColorRole::Text);
}

void CompaniesDelegate::paintContent(QPainter &painter, const QRect &area,
                                     Qt::LayoutDirection direction, const ContactRow &row,
                                     const ColumnInfo &column) const
{
    const int further = CellWords::furtherCompanies(row);
    if (further == 0) {
        ContactDelegate::paintContent(painter, area, direction, row, column);
        return;
    }
    const TypeScale &type = look().theme.type();
    const QString more = CellWords::tr("+%1", "how many more").arg(further);
    const int room = QFontMetrics(type.small).horizontalAdvance(more) + 4;
    const bool isMirrored = direction == Qt::RightToLeft;
    const QRect first = area.adjusted(isMirrored ? room : 0, 0, isMirrored ? 0 : -room, 0);
    const int width = drawText(painter, first, direction, look().model.words().firstCompany(row),
                               type.body, ColorRole::Text);
    const QRect rest =
        isMirrored ? area.adjusted(0, 0, -width - 3, 0) : area.adjusted(width + 3, 0, 0, 0);
    drawText(painter, rest, direction, more, type.small, ColorRole::Muted);
}

} // namespace roster
