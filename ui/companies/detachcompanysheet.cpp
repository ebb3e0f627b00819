// SPDX-License-Identifier: MIT
#include "ui/companies/detachcompanysheet.h"

#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "core/service/session.h"
#include "ui/tags/picker.h"

using namespace Qt::StringLiterals;

namespace roster {

DetachCompanySheet::DetachCompanySheet(const Theme &theme, Session &session,
                                       const QList<BulkTarget> &targets, QWidget *host)
    : RunSheet(theme, u"detachCompanySheet"_s, session, targets, host)
{
    setTitle(tr("Detach a company"));
    setSubtitle(tr("from %1", "one contact's name, or how many contacts").arg(targetsText()));
    usePicker(new Picker(theme, u"company"_s,
                         {tr("C&ompany"), tr("Type to narrow down"), {}, tr("No companies here.")},
                         this));
    addFooter(u"detachButton"_s, tr("&Detach company"));
    const SharedThings shared = sharedThings(session.book(), targetIds());
    fill(shared);
    if (targets.size() != 1 || shared.withUnknownCompanies == 0)
        return;
    // Only the first few of a contact's companies are in its record; ask for all of them.
    session.contacts()
        .listCompanies(targets.constFirst().id)
        ->onFinished(this, [this](const Result<QList<Company>> &companies) {
            if (!companies)
                return;
            SharedThings whole;
            QHash<CompanyId, QString> names;
            whole.contacts = 1;
            for (const Company &company : *companies) {
                whole.companies.append({company.id, 1});
                names.insert(company.id, company.name);
            }
            fill(whole, names);
        });
}

void DetachCompanySheet::fill(const SharedThings &shared, const QHash<CompanyId, QString> &names)
{
    QList<PickItem> items;
    QSet<CompanyId> listed;
    for (const Presence<CompanyId> &presence : shared.companies) {
        QString name = names.value(presence.id, session().book().companyName(presence.id));
        if (name.isEmpty())
            name = presence.id.text();
        items.append(
            {presence.id.text(), name,
             presenceText(presence.count, shared.contacts, shared.withUnknownCompanies > 0),
             false});
        listed.insert(presence.id);
    }
    for (const Company &company : session().book().companies()) {
        if (shared.withUnknownCompanies > 0 && !listed.contains(company.id))
            items.append({company.id.text(), company.name, tr("perhaps on some"), false});
    }
    picker().setItems(items);
}

void DetachCompanySheet::proceed()
{
    BulkAction action;
    action.kind = BulkAction::Kind::DetachCompany;
    action.company = CompanyId(picker().pickedId());
    go(action, tr("Detaching the company"));
}

} // namespace roster
