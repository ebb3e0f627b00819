// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/context.h"

#include <optional>

namespace roster::sandbox::companies {

//! One row of the company table; what is not set is null and absent from answers.
struct CompanyRow
{
    qint64 seq = 0;
    QString id;
    QString companyId;
    QString name;
    std::optional<qint64> remoteCreatedAt;
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
    std::optional<qint64> lastRequestAt;
    qint64 monthlySpend = 0;
    qint64 sessionCount = 0;
    std::optional<qint64> size;
    QString website;
    QString industry;
    QString plan;
    QJsonObject attributes;
};

//! The SQL condition of lists on the company table k: without contacts it is in none.
[[nodiscard]] QString listCondition();
//! The columns of the company table \a alias, for readCompany().
[[nodiscard]] QString selection(const QString &alias);
[[nodiscard]] CompanyRow readCompany(const Rows &rows);
//! By Intercom's id.
[[nodiscard]] std::optional<CompanyRow> find(Context &context, const QString &id);
//! By the client's company_id.
[[nodiscard]] std::optional<CompanyRow> findByCompanyId(Context &context, const QString &companyId);
//! Stores a new row and gives it its seq.
void insert(Context &context, CompanyRow &row);
//! Stores what changed in \a row.
void update(Context &context, const CompanyRow &row);
//! The company as answers carry it, with its tags and its number of active contacts.
[[nodiscard]] QJsonObject json(Context &context, const CompanyRow &row, ApiVersion version);

//! POST /companies: made, or updated when the company_id is known.
[[nodiscard]] Outcome createOrUpdate(Context &context, const Call &call);
//! GET /companies: a lookup by name or company_id, or a list, which a tag or a segment may narrow.
[[nodiscard]] Outcome list(Context &context, const Call &call);
//! POST /companies/list
[[nodiscard]] Outcome listAll(Context &context, const Call &call);
//! PUT /companies/{id}: what its body names; the company_id stays what it is.
[[nodiscard]] Outcome change(Context &context, const Call &call);
//! DELETE /companies/{id}: its contacts are detached and stay. Its company_id is free at once.
[[nodiscard]] Outcome remove(Context &context, const Call &call);
//! GET /companies/scroll: a hundred at a time; one walk at a time in the whole workspace.
[[nodiscard]] Outcome scroll(Context &context, const Call &call);
//! GET /companies/{id}
[[nodiscard]] Outcome show(Context &context, const Call &call);
//! GET /companies/{id}/contacts
[[nodiscard]] Outcome contactsOf(Context &context, const Call &call);

//! GET /contacts/{id}/companies
[[nodiscard]] Outcome ofContact(Context &context, const Call &call);
//! POST /contacts/{id}/companies
[[nodiscard]] Outcome attachToContact(Context &context, const Call &call);
//! DELETE /contacts/{id}/companies/{company_id}
[[nodiscard]] Outcome detachFromContact(Context &context, const Call &call);

} // namespace roster::sandbox::companies
