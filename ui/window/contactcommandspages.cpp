// SPDX-License-Identifier: MIT
// ContactCommands: sheets that are looked at rather than filled in.
#include "core/service/session.h"
#include "ui/companies/companysheet.h"
#include "ui/duplicates/duplicatessheet.h"
#include "ui/edit/newattributesheet.h"
#include "ui/text/fieldtext.h"
#include "ui/window/contactcommands.h"

#include <QtWidgets/QMenu>

namespace roster {

void ContactCommands::findDuplicates()
{
    if (!m_session)
        return;
    dropReview();
    auto *sheet = new DuplicatesSheet(m_parts.theme, *m_session, &m_parts.window);
    connect(sheet, &DuplicatesSheet::openRequested, this, &ContactCommands::openRequested);
    connect(
        sheet, &DuplicatesSheet::mergeRequested, this,
        [this](const BulkTarget &lead, const BulkTarget &user) { mergeInto(lead.id, user.id); });
    sheet->open();
}

void ContactCommands::openCompany(const CompanyId &id)
{
    if (!m_session || id.isEmpty())
        return;
    dropReview();
    auto *sheet = new CompanySheet(m_parts.theme, *m_session, id, &m_parts.window);
    connect(sheet, &CompanySheet::openRequested, this, &ContactCommands::openRequested);
    sheet->open();
}

void ContactCommands::createAttribute()
{
    if (!m_session)
        return;
    dropReview();
    auto *sheet =
        new NewAttributeSheet(m_parts.theme, *m_session, &m_parts.prompts, &m_parts.window);
    connect(sheet, &NewAttributeSheet::created, this, [this](const DataAttribute &attribute) {
        m_runs.say(tr("Created the attribute %1").arg(attributeTitle(attribute)));
    });
    sheet->open();
}

void ContactCommands::showCompanyMenu(const CompanyId &id, const QPoint &globalPosition)
{
    auto *menu = new QMenu(&m_parts.window);
    menu->setObjectName(QStringLiteral("companyMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QAction *open = menu->addAction(tr("&Company page…"));
    connect(open, &QAction::triggered, this, [this, id] { openCompany(id); });
    menu->popup(globalPosition);
}

} // namespace roster
