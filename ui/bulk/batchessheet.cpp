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
//! The journal changes many times while a run goes on.
constexpr int SoonMs = 250;
//! Nobody tells when a run has let go of its batch.
constexpr int AtWorkMs = 1000;

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
    connect(m_picker, &Picker::changed, this, &BatchesSheet::updateChoice);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &BatchesSheet::load);
    connect(&history, &BatchHistory::changed, this, [this] {
        if (!m_soon.isActive() || m_soon.remainingTime() > SoonMs)
            m_soon.start(SoonMs);
    });
    updateChoice();
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
    for (const BatchSummary &batch : batches)
        items.append(itemOf(batch));
    // The list stays as it is under the hand while it says the same.
    if (items != m_items) {
        m_items = items;
        m_picker->setItems(items);
    }
    updateChoice();
    const bool isAnyAtWork =
        std::any_of(batches.cbegin(), batches.cend(),
                    [this](const BatchSummary &each) { return m_history.isAtWork(each.id); });
    if (isAnyAtWork && !m_soon.isActive())
        m_soon.start(AtWorkMs);
}

PickItem BatchesSheet::itemOf(const BatchSummary &batch) const
{
    const QStringList facts = QStringList{m_wording.moment(batch.at)} +
                              batchFacts(batch, stageOf(batch, m_history.isAtWork(batch.id)));
    return {QString::number(batch.id), batchTitle(m_wording.words(batch.action), batch),
            facts.join(tr(" · ", "between facts of a batch")), false};
}

void BatchesSheet::updateChoice()
{
    m_report->setEnabled(picked() != 0 && !isPickedAtWork());
    updateButtons();
}

BatchId BatchesSheet::picked() const
{
    return m_picker->pickedId().toLongLong();
}

bool BatchesSheet::isPickedAtWork() const
{
    return picked() != 0 && m_history.isAtWork(picked());
}

bool BatchesSheet::canProceed() const
{
    if (isPickedAtWork())
        return false;
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
