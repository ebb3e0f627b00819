// SPDX-License-Identifier: MIT
#include "ui/help/shortcutssheet.h"

#include "ui/theme/kind.h"
#include "ui/widgets/sheetbuttons.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int CardWidth = 740;
constexpr int ColumnGap = 36;

QWidget *makeKeys(const QList<QKeySequence> &keys, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    line->addStretch(1);
    for (const QKeySequence &key : keys) {
        auto *badge = new QLabel(key.toString(QKeySequence::NativeText), box);
        setKind(*badge, u"badge"_s);
        line->addWidget(badge);
    }
    return box;
}

} // namespace

QString keysText(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts.append(key.toString(QKeySequence::NativeText));
    return texts.join(ShortcutsSheet::tr(" or ", "between keys that do the same"));
}

ShortcutsSheet::ShortcutsSheet(const Theme &theme, const QList<ShortcutLine> &lines, QWidget *host)
    : Sheet(theme, u"shortcutsSheet"_s, host)
{
    setCardWidth(CardWidth);
    setTitle(tr("Keyboard shortcuts"));
    QList<QList<ShortcutLine>> groups;
    for (const ShortcutLine &line : lines) {
        if (groups.isEmpty() || groups.constLast().constFirst().group != line.group)
            groups.append(QList<ShortcutLine>());
        groups.last().append(line);
    }
    auto *columns = new QHBoxLayout;
    columns->setSpacing(ColumnGap);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    left->setSpacing(16);
    right->setSpacing(16);
    qsizetype placed = 0;
    for (const QList<ShortcutLine> &group : std::as_const(groups)) {
        // Filled top down, the left column with the first half of the lines.
        QVBoxLayout *column = placed * 2 < lines.size() ? left : right;
        column->addWidget(makeGroup(group.constFirst().group, group));
        placed += group.size();
    }
    left->addStretch(1);
    right->addStretch(1);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    body()->addLayout(columns);
    QPushButton *close = buttons().addPrimary(u"closeButton"_s, tr("&Close"));
    connect(close, &QPushButton::clicked, this, &Sheet::dismiss);
    connect(this, &Sheet::closeRequested, this, &Sheet::dismiss);
    connect(this, &Sheet::dismissed, this, &QObject::deleteLater);
}

QWidget *ShortcutsSheet::makeGroup(const QString &title, const QList<ShortcutLine> &lines)
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(6);
    auto *caption = new QLabel(title, box);
    setKind(*caption, u"caption"_s);
    grid->addWidget(caption, 0, 0, 1, 2);
    int row = 1;
    for (const ShortcutLine &line : lines) {
        auto *text = new QLabel(line.text, box);
        text->setAccessibleName(tr("%1: %2", "action: keys").arg(line.text, keysText(line.keys)));
        grid->addWidget(text, row, 0);
        grid->addWidget(makeKeys(line.keys, box), row, 1);
        ++row;
    }
    grid->setColumnStretch(0, 1);
    return box;
}

} // namespace roster
