// SPDX-License-Identifier: MIT
#include "ui/companies/attachcompanysheet.h"

#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "core/service/session.h"
#include "ui/tags/picker.h"
#include "ui/tags/tagpresence.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

QString newCompanyId(const QString &name, const QList<Company> &companies)
{
    QString base;
    for (const QChar c : name.toLower()) {
        if (c.isLetterOrNumber())
            base.append(c);
        else if (!base.isEmpty() && !base.endsWith(u'-'))
            base.append(u'-');
    }
    if (base.endsWith(u'-'))
        base.chop(1);
    if (base.isEmpty())
        base = u"company"_s;
    const auto isTaken = [&companies](const QString &id) {
        return std::any_of(companies.begin(), companies.end(), [&id](const Company &company) {
            return company.companyId.compare(id, Qt::CaseInsensitive) == 0;
        });
    };
    QString id = base;
    for (int n = 2; isTaken(id); ++n)
        id = u"%1-%2"_s.arg(base).arg(n);
    return id;
}

AttachCompanySheet::AttachCompanySheet(const Theme &theme, Session &session,
                                       const QList<BulkTarget> &targets, QWidget *host)
    : RunSheet(theme, u"attachCompanySheet"_s, session, targets, host)
{
    setTitle(tr("Attach a company"));
    setSubtitle(tr("to %1", "one contact's name, or how many contacts").arg(targetsText()));
    usePicker(new Picker(theme, u"company"_s,
                         {tr("C&ompany"), tr("Type a name"), tr("Create “%1”"),
                          tr("No companies yet. Type a name to create the first one.")},
                         this));
    addFooter(u"attachButton"_s, tr("&Attach company"));
    fill();
    connect(&session.contacts(), &ContactService::directoryChanged, this,
            &AttachCompanySheet::fill);
}

void AttachCompanySheet::fill()
{
    const SharedThings shared = sharedThings(session().book(), targetIds());
    QHash<CompanyId, int> counts;
    for (const Presence<CompanyId> &presence : shared.companies)
        counts.insert(presence.id, presence.count);
    QList<PickItem> items;
    for (const Company &company : session().book().companies()) {
        const int count = counts.value(company.id);
        const bool isOnAll = count > 0 && count >= targets().size();
        QString detail = company.plan;
        if (isOnAll)
            detail = targets().size() == 1 ? tr("attached already") : tr("all have it already");
        else if (count > 0)
            detail = presenceText(count, shared.contacts, shared.withUnknownCompanies > 0);
        items.append({company.id.text(), company.name, detail, isOnAll});
    }
    picker().setItems(items);
}

void AttachCompanySheet::proceed()
{
    if (picker().isNewPicked())
        createCompany(picker().pickedName());
    else
        attach(CompanyId(picker().pickedId()));
}

void AttachCompanySheet::attach(const CompanyId &company)
{
    BulkAction action;
    action.kind = BulkAction::Kind::AttachCompany;
    action.company = company;
    go(action, tr("Attaching the company"));
}

void AttachCompanySheet::createCompany(const QString &name)
{
    const QString companyId = newCompanyId(name, session().book().companies());
    OperationOf<Company> *creating = session().contacts().createCompany(name, companyId);
    // Held first, so that the run is held after this one was let go.
    hold(creating, tr("Creating the company"));
    creating->onFinished(this, [this](const Result<Company> &company) {
        if (company)
            attach(company->id);
        else
            showError(company.error(), Doing::CreatingCompany);
    });
}

} // namespace roster
