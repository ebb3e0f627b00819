// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/context.h"

#include <optional>

namespace roster::sandbox::visitors {

//! Somebody on the website who has not been identified. A null QString is SQL's NULL.
struct VisitorRow
{
    qint64 seq = 0; //!< the row's number; 0 = not stored yet
    QString id;
    QString userId;
    QString email;
    QString phone;
    QString name;
    QString pseudonym;
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
    std::optional<qint64> lastRequestAt;
    qint64 sessionCount = 0;
    QJsonObject location; //!< location_data as answers have it
    QJsonObject extra;    //!< referrer and utm_…, by their API names
    QJsonObject attributes;
};

//! What a request names a visitor by; the first that is not empty counts.
struct VisitorKey
{
    QString id;
    QString userId;
    QString email;

    [[nodiscard]] bool isEmpty() const
    {
        return id.isEmpty() && userId.isEmpty() && email.isEmpty();
    }
};

[[nodiscard]] std::optional<VisitorRow> find(Context &context, const VisitorKey &key);
//! Stores a new row.
void insert(Database &db, const VisitorRow &row);
//! Stores what a change may change in \a row: name, attributes and updated_at.
void update(Context &context, const VisitorRow &row);
//! Takes the row away.
void erase(Context &context, const VisitorRow &row);
//! The visitor as answers carry it.
[[nodiscard]] QJsonObject json(const Context &context, const VisitorRow &row);

//! GET /visitors?user_id=…
[[nodiscard]] Outcome show(Context &context, const Call &call);
//! PUT /visitors: the one with that id or user_id.
[[nodiscard]] Outcome change(Context &context, const Call &call);
//! POST /visitors/convert: merged into the contact that is named, or made one.
[[nodiscard]] Outcome convert(Context &context, const Call &call);

} // namespace roster::sandbox::visitors
