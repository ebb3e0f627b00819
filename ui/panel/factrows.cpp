// SPDX-License-Identifier: MIT
#include "ui/panel/factrows.h"

#include "ui/theme/kind.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plainwords.h"

#include <QtWidgets/QLabel>

namespace roster {

namespace {

constexpr int LabelWidth = 84;
constexpr int LongestShown = 300;

} // namespace

FactRows::FactRows(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setObjectName(objectName);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(5);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(0, LabelWidth);
}

void FactRows::setLines(const QList<RecordLine> &lines, bool showEmpty)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (item->widget())
            delete item->widget();
        delete item;
    }
    int row = 0;
    for (const RecordLine &line : lines) {
        if (showEmpty || !line.value.isEmpty())
            addLine(line, row++);
    }
}

void FactRows::addLine(const RecordLine &line, int row)
{
    auto *label = new ElidedLabel(QStringLiteral("factLabel"), this);
    label->setFullText(firstWords(line.label, LongestShown));
    label->setFixedWidth(LabelWidth);
    setKind(*label, QStringLiteral("muted"));
    m_grid->addWidget(label, row, 0, Qt::AlignTop);

    auto *value = new QLabel(this);
    value->setObjectName(QStringLiteral("%1Value%2").arg(objectName()).arg(row));
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    const bool isEmpty = line.value.isEmpty();
    value->setText(isEmpty ? QStringLiteral("–") : firstWords(line.value, LongestShown));
    value->setAccessibleName(line.label + QLatin1String(": ") +
                             (isEmpty ? tr("none") : firstWords(line.value, LongestShown)));
    if (!line.exact.isEmpty())
        value->setToolTip(plainToolTip(line.exact));
    else if (line.value.size() > LongestShown)
        value->setToolTip(plainToolTip(line.value));
    m_grid->addWidget(value, row, 1);
}

} // namespace roster
