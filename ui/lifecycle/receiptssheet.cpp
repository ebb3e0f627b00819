// SPDX-License-Identifier: MIT
#include "ui/lifecycle/receiptssheet.h"

#include "ui/lifecycle/lifecycleport.h"
#include "ui/lifecycle/receipttext.h"
#include "ui/tags/picker.h"
#include "ui/widgets/textfield.h"

#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int CardWidth = 640;

} // namespace

ReceiptsSheet::ReceiptsSheet(const Theme &theme, LifecyclePort &port,
                             std::function<QString(qint64)> moment, QWidget *host)
    : TaskSheet(theme, u"receiptsSheet"_s, host, nullptr)
    , m_port(port)
    , m_moment(std::move(moment))
    , m_picker(new Picker(theme, u"receipt"_s,
                          {tr("&Find a receipt"),
                           tr("Type to narrow down"),
                           {},
                           tr("Nothing was deleted, blocked or merged from here yet.")},
                          this))
{
    setCardWidth(CardWidth);
    setTitle(tr("Receipts"));
    setSubtitle(tr("What Roster deleted, blocked and merged in this workspace, the latest first. "
                   "None of it can be taken back."));
    body()->addWidget(m_picker);
    addFooter(u"showReceiptButton"_s, tr("&Show receipt"));
    setFirstFocus(m_picker->field());
    connect(m_picker, &Picker::changed, this, [this] { updateButtons(); });
    connect(m_picker, &Picker::confirmed, this, [this] { mainButton()->click(); });
    load();
}

void ReceiptsSheet::load()
{
    m_port.receipts()->onFinished(this, [this](const Result<QList<Receipt>> &receipts) {
        if (receipts)
            fill(*receipts);
        else
            showError(receipts.error(), Doing::Loading);
    });
}

void ReceiptsSheet::fill(const QList<Receipt> &receipts)
{
    m_receipts = receipts;
    QList<PickItem> items;
    for (const Receipt &receipt : receipts)
        items.append(
            {QString::number(receipt.number), receiptTitle(receipt), m_moment(receipt.at), false});
    m_picker->setItems(items);
    updateButtons();
}

bool ReceiptsSheet::canProceed() const
{
    return !m_picker->pickedId().isEmpty();
}

void ReceiptsSheet::proceed()
{
    const qint64 number = m_picker->pickedId().toLongLong();
    const auto found =
        std::find_if(m_receipts.cbegin(), m_receipts.cend(),
                     [number](const Receipt &each) { return each.number == number; });
    if (found == m_receipts.cend())
        return;
    dismiss();
    Q_EMIT receiptChosen(*found);
}

} // namespace roster
