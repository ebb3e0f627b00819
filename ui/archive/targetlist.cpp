// SPDX-License-Identifier: MIT
#include "ui/archive/targetlist.h"

#include "ui/archive/targetmodel.h"
#include "ui/theme/kind.h"
#include "ui/theme/metrics.h"

#include <QtWidgets/QListView>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int MostRows = 6;

QList<TargetList::Line> linesOf(const QList<BulkTarget> &targets)
{
    QList<TargetList::Line> lines;
    lines.reserve(targets.size());
    for (const BulkTarget &target : targets)
        lines.append({target, {}, false});
    return lines;
}

} // namespace

TargetList::TargetList(const Theme &theme, const QList<BulkTarget> &targets, QWidget *parent)
    : TargetList(theme, linesOf(targets), parent)
{
}

TargetList::TargetList(const Theme &theme, const QList<Line> &lines, QWidget *parent)
    : QFrame(parent)
    , m_model(new TargetModel(lines, this))
    , m_list(new QListView(this))
{
    setObjectName(u"targetFrame"_s);
    setKind(*this, u"list"_s);
    m_list->setObjectName(u"targetList"_s);
    m_list->setAccessibleName(tr("Contacts"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new TargetDelegate(theme, this));
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(NoFrame);
    m_list->setTabKeyNavigation(false);
    const int rows = std::clamp(static_cast<int>(lines.size()), 1, MostRows);
    m_list->setFixedHeight(rows * metrics::rowHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(m_list);
}

void TargetList::setLines(const QList<Line> &lines)
{
    m_model->setLines(lines);
    m_list->scrollToTop();
}

} // namespace roster
