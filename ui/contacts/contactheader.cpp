// SPDX-License-Identifier: MIT
#include "ui/contacts/contactheader.h"

#include "ui/contacts/contactdelegate.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QtCore/QScopedValueRollback>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QMenu>

#include <algorithm>

namespace roster {

namespace {

//! Shares of the room that is left over: columns with long words get more of it.
int shareOf(int column)
{
    switch (columnInfo(column).column) {
    case ContactColumn::Name:
    case ContactColumn::Email:
        return 3;
    case ContactColumn::Tags:
    case ContactColumn::Companies:
        return 2;
    default:
        return 1;
    }
}

} // namespace

ContactHeader::ContactHeader(const Theme &theme, const RowLook &look, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
    , m_look(look)
{
    setObjectName(QStringLiteral("contactHeader"));
    setAccessibleName(tr("Columns"));
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setStretchLastSection(true);
    setMinimumSectionSize(36);
    setTextElideMode(Qt::ElideRight);
    connect(this, &QHeaderView::sectionClicked, this, &ContactHeader::sortBy);
    connect(this, &QHeaderView::sectionMoved, this, &ContactHeader::columnsChanged);
    connect(this, &QHeaderView::sectionResized, this, [this] {
        if (m_isFitting || !m_isPressed)
            return;
        m_isSizedByHand = true;
        Q_EMIT columnsChanged();
    });
}

int ContactHeader::defaultWidth(int column) const
{
    return columnInfo(column).width * std::max(m_theme.type().bodyPx, 13) / 13;
}

void ContactHeader::resetColumns()
{
    {
        const QScopedValueRollback guard(m_isFitting, true);
        for (int column = 0; column < count(); ++column) {
            moveSection(visualIndex(column), column);
            setSectionHidden(column, !columnInfo(column).isShownAtFirst);
            resizeSection(column, defaultWidth(column));
        }
        m_isSizedByHand = false;
    }
    fit(viewport()->width());
    Q_EMIT columnsChanged();
}

void ContactHeader::setColumnShown(int column, bool isShown)
{
    if (isSectionHidden(column) != isShown || (!isShown && shownColumns() == 1))
        return;
    setSectionHidden(column, !isShown);
    if (isShown && sectionSize(column) < minimumSectionSize())
        resizeSection(column, defaultWidth(column));
    fit(viewport()->width());
    Q_EMIT columnsChanged();
}

int ContactHeader::firstColumn() const
{
    for (int visual = 0; visual < count(); ++visual) {
        if (!isSectionHidden(logicalIndex(visual)))
            return logicalIndex(visual);
    }
    return 0;
}

void ContactHeader::fit(int width)
{
    if (m_isSizedByHand || width <= 0 || count() == 0)
        return;
    const QScopedValueRollback guard(m_isFitting, true);
    int wanted = 0;
    int shares = 0;
    for (int column = 0; column < count(); ++column) {
        if (isSectionHidden(column))
            continue;
        wanted += defaultWidth(column);
        shares += shareOf(column);
    }
    // Words may be cut a little in a narrow window; beyond that it scrolls sideways.
    const int extra = std::max(width - wanted, -wanted / 5);
    for (int column = 0; column < count(); ++column) {
        if (isSectionHidden(column))
            continue;
        const int normal = defaultWidth(column);
        // Rounded down both ways: together they never need more than there is.
        const int change = extra > 0 ? extra * shareOf(column) / shares
                                     : -((-extra * normal + wanted - 1) / wanted);
        resizeSection(column, normal + change);
    }
}

void ContactHeader::setSort(SortColumn column, Qt::SortOrder order)
{
    m_sort = column;
    m_order = order;
    viewport()->update();
}

void ContactHeader::sortBy(int column)
{
    const ColumnInfo &info = columnInfo(column);
    const auto other = m_order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    Q_EMIT sortRequested(column, info.sort == m_sort ? other : info.firstOrder);
}

QSize ContactHeader::sizeHint() const
{
    const int text = QFontMetrics(m_theme.type().caption).height() + 12;
    return {QHeaderView::sizeHint().width(), std::max(metrics::headerHeight, text)};
}

void ContactHeader::paintArrow(QPainter &painter, QPointF center) const
{
    constexpr qreal half = 3.5;
    const qreal rise = m_order == Qt::AscendingOrder ? half * 0.75 : -half * 0.75;
    const QPointF corners[] = {center + QPointF(-half, rise), center + QPointF(half, rise),
                               center + QPointF(0, -rise)};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(ColorRole::Muted));
    painter.drawPolygon(corners, 3);
}

void ContactHeader::paintSection(QPainter *painter, const QRect &rect, int column) const
{
    painter->save();
    painter->fillRect(rect, m_theme.color(ColorRole::Surface));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1),
                      m_theme.color(ColorRole::Line));
    const bool isSorted = columnInfo(column).sort == m_sort;
    constexpr int arrowRoom = 12;
    const bool isMirrored = isRightToLeft();
    const int lead = cellMargin(m_look, column);
    const QRect area = rect.adjusted(isMirrored ? 2 : lead, 0, isMirrored ? -lead : -2, -1);
    const QFontMetrics metrics(m_theme.type().caption);
    const QString title =
        metrics.elidedText(columnTitle(columnInfo(column)), Qt::ElideRight,
                           std::max(area.width() - (isSorted ? arrowRoom : 0), 0));
    painter->setFont(m_theme.type().caption);
    painter->setPen(m_theme.color(ColorRole::Muted));
    painter->setLayoutDirection(Qt::LayoutDirectionAuto);
    const auto side = isMirrored ? Qt::AlignRight : Qt::AlignLeft;
    painter->drawText(area, int(side | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine,
                      title);
    const int width = metrics.horizontalAdvance(title) + 8;
    if (isSorted)
        paintArrow(*painter, QPointF(isMirrored ? area.right() - width : area.left() + width,
                                     area.center().y() + 1));
    painter->restore();
}

void ContactHeader::mousePressEvent(QMouseEvent *event)
{
    m_isPressed = true;
    QHeaderView::mousePressEvent(event);
}

void ContactHeader::mouseReleaseEvent(QMouseEvent *event)
{
    QHeaderView::mouseReleaseEvent(event);
    m_isPressed = false;
}

void ContactHeader::contextMenuEvent(QContextMenuEvent *event)
{
    makeMenu(logicalIndexAt(event->pos()), this)->popup(event->globalPos());
}

void ContactHeader::addSortActions(QMenu *menu, int column)
{
    const QString title = columnTitle(columnInfo(column));
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        auto *action =
            menu->addAction(order == Qt::AscendingOrder ? tr("Sort by %1, ascending").arg(title)
                                                        : tr("Sort by %1, descending").arg(title));
        action->setCheckable(true);
        action->setChecked(columnInfo(column).sort == m_sort && order == m_order);
        connect(action, &QAction::triggered, this,
                [this, column, order] { Q_EMIT sortRequested(column, order); });
    }
    menu->addSeparator();
}

QMenu *ContactHeader::makeMenu(int column, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setObjectName(QStringLiteral("columnsMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (column >= 0)
        addSortActions(menu, column);
    for (int visual = 0; visual < count(); ++visual) {
        const int shown = logicalIndex(visual);
        auto *action = menu->addAction(columnTitle(columnInfo(shown)));
        action->setObjectName(QLatin1String(columnInfo(shown).id) + QStringLiteral("ColumnAction"));
        action->setCheckable(true);
        action->setChecked(!isSectionHidden(shown));
        action->setEnabled(isSectionHidden(shown) || shownColumns() > 1);
        connect(action, &QAction::toggled, this,
                [this, shown](bool isChecked) { setColumnShown(shown, isChecked); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Reset columns")), &QAction::triggered, this,
            &ContactHeader::resetColumns);
    return menu;
}

} // namespace roster
