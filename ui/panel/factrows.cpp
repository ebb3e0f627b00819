// SPDX-License-Identifier: MIT
#include "ui/panel/factrows.h"

#include "ui/theme/kind.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plainwords.h"
#include "ui/widgets/wrappedtext.h"

#include <QtWidgets/QLabel>

namespace roster {

namespace {

constexpr int LabelWidth = 84;
constexpr int LongestShown = 300;

//! A label, unless a word of it has to be broken.
QWidget *shownValue(const QString &objectName, const QString &words, QWidget *parent)
{
    if (WrappedText::isWanted(words))
        return new WrappedText(objectName, words, parent);
    auto *label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    label->setText(words);
    return label;
}

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

    const QString words =
        line.value.isEmpty() ? QStringLiteral("–") : firstWords(line.value, LongestShown);
    QWidget *value =
        shownValue(QStringLiteral("%1Value%2").arg(objectName()).arg(row), words, this);
    value->setAccessibleName(line.label + QLatin1String(": ") +
                             (line.value.isEmpty() ? tr("none") : words));
    if (!line.exact.isEmpty())
        value->setToolTip(plainToolTip(line.exact));
    else if (line.value.size() > LongestShown)
        value->setToolTip(plainToolTip(line.value));
    m_grid->addWidget(value, row, 1);
}

} // namespace roster
