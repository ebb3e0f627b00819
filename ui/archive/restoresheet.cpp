// SPDX-License-Identifier: MIT
#include "ui/archive/restoresheet.h"

#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace roster {

RestoreSheet::RestoreSheet(const Theme &theme, const QList<BulkTarget> &targets, QWidget *host)
    : ReviewSheet(theme, u"restoreSheet"_s, targets, host)
{
    const int count = static_cast<int>(targets.size());
    setTitle(count == 1 ? tr("Restore this contact?")
                        : tr("Restore these %Ln contacts?", nullptr, count));
    setSubtitle(tr("They become active again, with the same data as before. A contact that was "
                   "merged or deleted in the meantime cannot be restored."));
    addReview(tr("will be restored"));
    addFooter(u"restoreButton"_s, tr("&Restore %Ln", nullptr, count));
}

} // namespace roster
