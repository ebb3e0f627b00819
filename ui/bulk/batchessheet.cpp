// SPDX-License-Identifier: MIT
#include "ui/bulk/batchessheet.h"

#include "core/service/batchhistory.h"
#include "ui/tags/picker.h"
#include "ui/text/batchtext.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/sheetbuttons.h"
#include "ui/widgets/textfield.h"

#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int CardWidth = 700;

} // namespace

BatchesSheet::BatchesSheet(const Theme &theme, BatchHistory &history, Wording wording,
                           QWidget *host)
    : TaskSheet(theme, u"batchesSheet"_s, host, nullptr)
    , m_history(history)
    , m_wording(std::move(wording))
    , m_picker(new Picker(theme, u"batch"_s,
                          {tr("&Find a batch"),
                           tr("Type to narrow down"),
                           {},
                           tr("Nothing was done in this workspace yet.")},
                          this))
{
    setCardWidth(CardWidth);
    setTitle(tr("Batches"));
    setSubtitle(tr("What Roster did in this workspace, the latest first. Undo takes back what "
                   "nobody has changed since."));
    body()->addWidget(m_picker);
    m_report = makeButton(u"batchReportButton"_s, tr("&Report…"), this);
    buttons().addLeading(m_report);
    addFooter(u"undoBatchButton"_s, tr("&Undo batch"));
    setFirstFocus(m_picker->field());
    connect(m_report, &QPushButton::clicked, this, [this] {
        Q_EMIT reportRequested(picked());
        dismiss();
    });
    connect(m_picker, &Picker::changed, this, [this] {
        m_report->setEnabled(picked() != 0);
        updateButtons();
    });
    connect(&history, &BatchHistory::changed, this, &BatchesSheet::load);
    m_report->setEnabled(false);
    load();
}

void BatchesSheet::load()
{
    m_history.batches()->onFinished(this, [this](const Result<QList<BatchSummary>> &batches) {
        if (batches)
            fill(*batches);
        else
            showError(batches.error(), Doing::Loading);
    });
}

void BatchesSheet::fill(const QList<BatchSummary> &batches)
{
    m_batches = batches;
    QList<PickItem> items;
    for (const BatchSummary &batch : batches) {
        QString detail = m_wording.moment(batch.at);
        if (batch.undoes != 0)
            detail = tr("%1 · an undo", "moment").arg(detail);
        else if (batch.undoneBy != 0 || batch.takenBack > 0)
            detail = tr("%1 · taken back", "moment").arg(detail);
        items.append({QString::number(batch.id), batchTitle(m_wording.words(batch.action), batch),
                      detail, false});
    }
    m_picker->setItems(items);
}

BatchId BatchesSheet::picked() const
{
    return m_picker->pickedId().toLongLong();
}

bool BatchesSheet::canProceed() const
{
    const auto found = std::find_if(m_batches.cbegin(), m_batches.cend(),
                                    [this](const auto &batch) { return batch.id == picked(); });
    return found != m_batches.cend() && found->canUndo();
}

void BatchesSheet::proceed()
{
    Q_EMIT undoRequested(picked());
    dismiss();
}

} // namespace roster
