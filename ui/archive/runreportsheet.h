// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/bulkaction.h"
#include "ui/widgets/sheet.h"

namespace roster {

//! What became of each contact of a run: those that failed first, with the reason in words, then
//! those that were not attempted, then those that are done. Offers to try the failed ones again.
class RunReportSheet : public Sheet
{
    Q_OBJECT

public:
    RunReportSheet(const Theme &theme, const BulkAction &action, const BulkReport &report,
                   QWidget *host);

Q_SIGNALS:
    //! Run `action` again over exactly these; the sheet is closing.
    void retryRequested(const roster::BulkAction &action, const QList<roster::BulkTarget> &targets);
};

//! "34 archived": what a run did to `count` contacts.
QString doneText(BulkAction::Kind kind, int count);
//! "3 not archived".
QString failedText(BulkAction::Kind kind, int count);
//! "12 archived, 1 not archived, 3 not attempted": the whole report in one line.
QString reportText(BulkAction::Kind kind, const BulkReport &report);

} // namespace roster
