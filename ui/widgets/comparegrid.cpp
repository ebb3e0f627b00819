// SPDX-License-Identifier: MIT
#include "ui/widgets/comparegrid.h"

#include "ui/theme/kind.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plainwords.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int TitleWidth = 112;
constexpr int Indent = 8;
constexpr int TopGap = 8;
constexpr int RowGap = 7;
constexpr int DenseGap = 1;
//! As far in as the text of a ChoiceCell.
constexpr int CellIndent = 9;

//! Where the columns begin, whatever the text's own direction.
void alignToStart(QLabel &label)
{
    label.setAlignment((label.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) |
                       Qt::AlignAbsolute | Qt::AlignVCenter);
}

} // namespace

CompareGrid::CompareGrid(const QString &objectName, const QStringList &captions, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_columns(static_cast<int>(captions.size()))
{
    setObjectName(objectName);
    m_grid->setContentsMargins(0, TopGap, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(RowGap);
    m_grid->setColumnMinimumWidth(0, TitleWidth);
    for (int column = 0; column < m_columns; ++column) {
        auto *caption = new ElidedLabel(u"%1Caption%2"_s.arg(objectName).arg(column), this);
        caption->setFullText(captions.at(column));
        caption->setContentsMargins(CellIndent, 0, CellIndent, 6);
        alignToStart(*caption);
        setKind(*caption, u"caption"_s);
        m_grid->addWidget(caption, 0, column + 1);
        m_grid->setColumnStretch(column + 1, 1);
    }
    addLine();
}

void CompareGrid::setDense()
{
    m_grid->setVerticalSpacing(DenseGap);
}

void CompareGrid::addLine()
{
    auto *line = new QFrame(this);
    setKind(*line, u"line"_s);
    m_grid->addWidget(line, 2 * m_rows + 1, 0, 1, m_columns + 1);
}

void CompareGrid::addRow(const QString &title, const QList<QWidget *> &cells)
{
    ++m_rows;
    auto *head = new ElidedLabel(u"%1Title%2"_s.arg(objectName()).arg(m_rows), this);
    head->setFullText(title);
    head->setContentsMargins(Indent, 0, Indent, 0);
    head->setFixedWidth(TitleWidth);
    alignToStart(*head);
    setKind(*head, u"muted"_s);
    m_grid->addWidget(head, 2 * m_rows, 0);
    for (qsizetype column = 0; column < cells.size(); ++column) {
        if (QWidget *cell = cells.at(column))
            m_grid->addWidget(cell, 2 * m_rows, static_cast<int>(column) + 1);
    }
    addLine();
}

QWidget *CompareGrid::readOnlyCell(const QString &objectName, const QString &name,
                                   const QString &text, bool isMuted, QWidget *parent)
{
    auto *cell = new ElidedLabel(objectName, parent);
    cell->setFullText(text);
    cell->setAccessibleName(
        tr("%1: %2", "whose value of what, the value").arg(name, firstWords(text)));
    cell->setContentsMargins(CellIndent, 0, CellIndent, 0);
    cell->setMinimumHeight(28);
    alignToStart(*cell);
    if (isMuted)
        setKind(*cell, u"muted"_s);
    return cell;
}

} // namespace roster
