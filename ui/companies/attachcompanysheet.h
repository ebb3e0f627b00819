// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/company.h"
#include "ui/tags/runsheet.h"

namespace roster {

//! Attaches a company, existing or new, to one or many contacts.
class AttachCompanySheet : public RunSheet
{
    Q_OBJECT

public:
    AttachCompanySheet(const Theme &theme, Session &session, const QList<BulkTarget> &targets,
                       QWidget *host);

protected:
    void proceed() override;

private:
    void fill();
    void attach(const CompanyId &company);
    void createCompany(const QString &name);
};

//! The client's own id for a new company called `name`: lower case letters and digits joined by
//! hyphens, and unlike any of `companies`.
QString newCompanyId(const QString &name, const QList<Company> &companies);

} // namespace roster
