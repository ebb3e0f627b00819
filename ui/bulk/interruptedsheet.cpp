// SPDX-License-Identifier: MIT
#include "ui/bulk/interruptedsheet.h"

#include "ui/text/batchtext.h"
#include "ui/theme/kind.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/sheetbuttons.h"

#include <QtWidgets/QFrame>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int CardWidth = 620;

//! What the batch does, and to how many where its name does not say so.
QString titleOf(const InterruptedSheet::Item &item)
{
    const int total = item.batch.total();
    const QString title = runTitle(item.words, total);
    if (item.batch.name.isEmpty())
        return title;
    return title + (total == 1 ? InterruptedSheet::tr(" · 1 contact")
                               : InterruptedSheet::tr(" · %Ln contacts", nullptr, total));
}

QLabel *plainLabel(const QString &text, const QString &kind, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setKind(*label, kind);
    return label;
}

} // namespace

InterruptedSheet::InterruptedSheet(const Theme &theme, const QList<Item> &items, QWidget *host)
    : Sheet(theme, u"interruptedSheet"_s, host)
    , m_theme(theme)
{
    setCardWidth(CardWidth);
    setTitle(items.size() == 1
                 ? tr("A batch was cut short")
                 : tr("%Ln batches were cut short", nullptr, static_cast<int>(items.size())));
    setSubtitle(tr("Roster was ended while it worked. What is not certain is looked up before "
                   "anything is sent again; no other contact is touched."));
    for (const Item &item : items)
        addItem(item, items.size() == 1);
    QPushButton *later = buttons().addSecondary(u"laterButton"_s, tr("&Decide later"));
    connect(later, &QPushButton::clicked, this, &Sheet::dismiss);
    connect(this, &Sheet::closeRequested, this, &Sheet::dismiss);
    connect(this, &Sheet::dismissed, this, &QObject::deleteLater);
    setFirstFocus(later);
}

void InterruptedSheet::addItem(const Item &item, bool isOnly)
{
    auto *card = new QFrame(this);
    setKind(*card, u"list"_s);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(4);
    const QString title = titleOf(item);
    QLabel *head = plainLabel(title, u"bold"_s, card);
    column->addWidget(head);
    column->addWidget(
        plainLabel(tr("%1 · %2", "when, what is done").arg(item.moment, batchStateText(item.batch)),
                   u"muted"_s, card));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 8, 0, 0);
    const BatchId batch = item.batch.id;
    const auto add = [&](const QString &name, QString text, const QString &hint,
                         void (InterruptedSheet::*signal)(BatchId)) {
        // Several batches would share their mnemonics.
        if (!isOnly)
            text.remove(u'&');
        QPushButton *button = makeButton(u"%1%2Button"_s.arg(name).arg(batch), text, card);
        button->setAccessibleName(
            tr("%1: %2", "button, batch").arg(QString(text).remove(u'&'), title));
        button->setToolTip(hint);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, signal, batch] {
            Q_EMIT(this->*signal)(batch);
            dismiss();
        });
        return button;
    };
    QPushButton *finish =
        add(u"finish"_s, tr("&Finish"), tr("Do the rest"), &InterruptedSheet::finishRequested);
    if (isOnly)
        setKind(*finish, u"primary"_s);
    QPushButton *undo = add(u"undo"_s, tr("&Undo"), tr("Take back what was done"),
                            &InterruptedSheet::undoRequested);
    undo->setEnabled(item.batch.canUndo());
    add(u"leave"_s, tr("&Leave"), tr("Keep what was done, and do no more"),
        &InterruptedSheet::leaveRequested);
    row->addStretch(1);
    column->addLayout(row);
    body()->addWidget(card);
}

} // namespace roster
