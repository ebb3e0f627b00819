// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/company.h"
#include "ui/tags/runsheet.h"
#include "ui/tags/tagpresence.h"

namespace roster {

//! Detaches one company from one or many contacts: shows which they have, and how many of them.
class DetachCompanySheet : public RunSheet
{
    Q_OBJECT

public:
    DetachCompanySheet(const Theme &theme, Session &session, const QList<BulkTarget> &targets,
                       QWidget *host);

protected:
    void proceed() override;

private:
    void fill(const SharedThings &shared, const QHash<CompanyId, QString> &names = {});
};

} // namespace roster
