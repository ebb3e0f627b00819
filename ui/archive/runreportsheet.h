// SPDX-License-Identifier: MIT
#pragma once

#include "ui/text/batchtext.h"
#include "ui/widgets/sheet.h"

namespace roster {

class SegmentedControl;
class TargetList;

//! What became of each contact of a run: those that failed first, with the reason in words, then
//! those that were not attempted, then those that are done; all of them or one kind. Offers to try
//! the failed ones again, to go on with the untouched, and to keep the report as a file. Nothing is
//! begun from the report of a batch that is not over.
class RunReportSheet : public Sheet
{
    Q_OBJECT

public:
    RunReportSheet(const Theme &theme, const BulkAction &action, const BulkReport &report,
                   BatchStage stage, QWidget *host);

    TargetList &list() { return *m_list; }

Q_SIGNALS:
    //! Do the same to exactly these, which failed or were not attempted; the sheet is closing.
    void againRequested(const QList<roster::BulkTarget> &targets);
    //! Write the whole report to a file. The sheet stays.
    void saveRequested();

private:
    void addFilter(const Theme &theme);
    void addButtons();
    void addAgain();
    void showLines(const QString &filter);

    BulkAction m_action;
    BulkReport m_report;
    TargetList *m_list = nullptr;
};

} // namespace roster
