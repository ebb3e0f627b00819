// SPDX-License-Identifier: MIT
#include "ui/lifecycle/receiptsheet.h"

#include "ui/lifecycle/receipttext.h"
#include "ui/panel/factrows.h"
#include "ui/widgets/sheetbuttons.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int CardWidth = 520;

} // namespace

ReceiptSheet::ReceiptSheet(const Theme &theme, const Receipt &receipt, const QTimeZone &zone,
                           QWidget *host)
    : Sheet(theme, u"receiptSheet"_s, host)
    , m_receipt(receipt)
    , m_zone(zone)
{
    setCardWidth(CardWidth);
    setTitle(receiptTitle(receipt));
    setSubtitle(tr("This receipt is kept in Roster’s journal, however the contact goes."));
    auto *facts = new FactRows(u"receiptFacts"_s, this);
    facts->setLines(receiptLines(receipt, zone), false);
    body()->addWidget(facts);
    QPushButton *copyButton = buttons().addSecondary(u"copyReceiptButton"_s, tr("&Copy"));
    QPushButton *close = buttons().addPrimary(u"closeReceiptButton"_s, tr("Close"));
    setFirstFocus(close);
    connect(copyButton, &QPushButton::clicked, this, &ReceiptSheet::copy);
    connect(close, &QPushButton::clicked, this, &Sheet::dismiss);
    connect(this, &Sheet::closeRequested, this, &Sheet::dismiss);
    connect(this, &Sheet::dismissed, this, &QObject::deleteLater);
}

void ReceiptSheet::copy()
{
    QGuiApplication::clipboard()->setText(receiptAsText(m_receipt, m_zone));
    buttons().setNote(tr("Copied"));
}

} // namespace roster
