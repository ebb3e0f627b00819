// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/batchrecord.h"
#include "ui/prompts/tasksheet.h"
#include "ui/tags/pickmodel.h"
#include "ui/text/runtext.h"

#include <QtCore/QTimer>

#include <functional>

namespace roster {

class BatchHistory;
class Picker;

//! What was done lately, batch by batch, of this session and earlier ones: each can be taken back,
//! and its report looked through, unless a run is at it.
class BatchesSheet : public TaskSheet
{
    Q_OBJECT

public:
    struct Wording
    {
        //! What the batch did.
        std::function<RunWords(const BulkAction &action)> words;
        //! When, from Unix seconds.
        std::function<QString(qint64 at)> moment;
    };

    BatchesSheet(const Theme &theme, BatchHistory &history, Wording wording, QWidget *host);

    Picker &picker() { return *m_picker; }

Q_SIGNALS:
    // The sheet is closing.
    void undoRequested(roster::BatchId batch);
    void reportRequested(roster::BatchId batch);

protected:
    bool canProceed() const override;
    void proceed() override;

private:
    void load();
    void fill(const QList<BatchSummary> &batches);
    PickItem itemOf(const BatchSummary &batch) const;
    void updateChoice();
    BatchId picked() const;
    bool isPickedAtWork() const;

    BatchHistory &m_history;
    Wording m_wording;
    QList<BatchSummary> m_batches;
    QList<PickItem> m_items;
    //! Runs until the list is read anew.
    QTimer m_soon;
    Picker *m_picker;
    QPushButton *m_report;
};

} // namespace roster
