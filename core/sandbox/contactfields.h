// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/context.h"

#include <QJsonObject>

#include <optional>

namespace roster::sandbox {

//! The members of a create or update body, each checked for its type. Absent ones stay nothing;
//! a null QString inside an optional is JSON's null.
struct ContactFields
{
    std::optional<QString> role;
    std::optional<QString> externalId;
    std::optional<QString> email;
    std::optional<QString> phone;
    std::optional<QString> name;
    std::optional<QString> avatar;
    std::optional<std::optional<qint64>> signedUpAt;
    std::optional<std::optional<qint64>> lastSeenAt;
    std::optional<std::optional<qint64>> ownerId;
    std::optional<bool> unsubscribed;
    std::optional<QJsonObject> attributes;

    //! True when the body holds an external id that is neither null nor empty.
    [[nodiscard]] bool hasExternalId() const { return externalId && !externalId->isEmpty(); }
    //! True when the body holds an email that is neither null nor empty.
    [[nodiscard]] bool hasEmail() const { return email && !email->isEmpty(); }
};

//! Reads \a body as \a version writes it. Unknown top-level members are ignored.
[[nodiscard]] Checked<ContactFields> readContactFields(const QJsonObject &body, ApiVersion version);

} // namespace roster::sandbox
