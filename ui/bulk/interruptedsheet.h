// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/batchrecord.h"
#include "ui/text/runtext.h"
#include "ui/widgets/sheet.h"

namespace roster {

//! Batches that were cut short: Roster was ended while they ran. For each what was done, and three
//! ways on: finish it, take it back, or leave it as it is. Closing it decides nothing.
class InterruptedSheet : public Sheet
{
    Q_OBJECT

public:
    struct Item
    {
        BatchSummary batch;
        RunWords words;
        //! When it began, in words.
        QString moment;
    };

    InterruptedSheet(const Theme &theme, const QList<Item> &items, QWidget *host);

Q_SIGNALS:
    // The sheet is closing.
    void finishRequested(roster::BatchId batch);
    void undoRequested(roster::BatchId batch);
    void leaveRequested(roster::BatchId batch);

private:
    void addItem(const Item &item, bool isOnly);

    const Theme &m_theme;
};

} // namespace roster
