// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/context.h"
#include "core/sandbox/lag.h"
#include "core/sandbox/segmentrules.h"

#include <QJsonArray>
#include <QList>

//! Segments: who fits a rule is in, and nothing else puts anybody in or out. Times in rules count
//! from when the workspace was made, so that nobody moves by waiting. The API cannot change them.
namespace roster::sandbox::segments {

//! One segment of this workspace.
struct Segment
{
    QString id;
    QString name;
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
    Members members = Members::Users;
    qint64 tag = 0;    //!< the tag its rule asks for; 0 = none
    QString condition; //!< its rule, before sql()

    //! The rule as SQL over the contact c, or the company k; never NULL.
    [[nodiscard]] QString sql(const Sight &sight = Sight::live()) const;
};

//! All of them, those of companies last.
[[nodiscard]] QList<Segment> all(Context &context);
//! The segment of companies with that id.
[[nodiscard]] std::optional<Segment> findOfCompanies(Context &context, const QString &id);
//! The names of the segments whose rules ask for \a tag.
[[nodiscard]] QStringList askingFor(Context &context, qint64 tag);
//! The segments that the company \a seq is in, as answers carry them.
[[nodiscard]] QJsonArray ofCompanyJson(Context &context, qint64 seq);

//! GET /segments: those of people; include_count tells how many active ones are in each.
[[nodiscard]] Outcome list(Context &context, const Call &call);
//! GET /segments/{id}: of people or companies.
[[nodiscard]] Outcome show(Context &context, const Call &call);
//! GET /contacts/{id}/segments
[[nodiscard]] Outcome ofContact(Context &context, const Call &call);
//! GET /companies/{id}/segments
[[nodiscard]] Outcome ofCompany(Context &context, const Call &call);

} // namespace roster::sandbox::segments
