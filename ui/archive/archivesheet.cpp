// SPDX-License-Identifier: MIT
#include "ui/archive/archivesheet.h"

#include "core/domain/validation.h"
#include "ui/theme/kind.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/textfield.h"

#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int LongestName = 120;

} // namespace

ArchiveSheet::ArchiveSheet(const Theme &theme, const QList<BulkTarget> &targets, QWidget *host)
    : ReviewSheet(theme, u"archiveSheet"_s, targets, host)
{
    const int count = static_cast<int>(targets.size());
    setTitle(count == 1 ? tr("Archive this contact?")
                        : tr("Archive these %Ln contacts?", nullptr, count));
    setSubtitle(tr("Exactly these, however the list changes meanwhile. You can restore them from "
                   "Archived at any time."));
    addReview(tr("will be archived"));
    m_name = new TextField(theme, u"batchNameEdit"_s, tr("Name this batch"), this);
    m_name->setPlaceholderText(tr("Churned in May"));
    m_name->setMaxLength(LongestName);
    body()->addWidget(
        new FormField(theme, u"batchNameField"_s, tr("&Name this batch"), m_name, this));
    setFirstFocus(m_name);
    // No key presses it, but it is what the sheet is for, and it can be undone: the primary look.
    setKind(*addFooter(u"archiveButton"_s, tr("&Archive %Ln", nullptr, count), Main::Danger),
            u"primary"_s);
}

QString ArchiveSheet::name() const
{
    return tidied(m_name->text());
}

} // namespace roster
