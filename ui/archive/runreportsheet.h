// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/bulkaction.h"
#include "ui/widgets/sheet.h"

namespace roster {

class SegmentedControl;
class TargetList;

//! What became of each contact of a run: those that failed first, with the reason in words, then
//! those that were not attempted, then those that are done; all of them or one kind. Offers to try
//! the failed ones again and to keep the report as a file.
class RunReportSheet : public Sheet
{
    Q_OBJECT

public:
    RunReportSheet(const Theme &theme, const BulkAction &action, const BulkReport &report,
                   QWidget *host);

    TargetList &list() { return *m_list; }

Q_SIGNALS:
    //! Run `action` again over exactly these; the sheet is closing.
    void retryRequested(const roster::BulkAction &action, const QList<roster::BulkTarget> &targets);
    //! Write the whole report to a file. The sheet stays.
    void saveRequested();

private:
    void addFilter(const Theme &theme);
    void addButtons();
    void showLines(const QString &filter);

    BulkAction m_action;
    BulkReport m_report;
    TargetList *m_list = nullptr;
};

} // namespace roster
