// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/attributes.h"
#include "core/sandbox/context.h"

namespace roster::sandbox::attributes {

//! The custom attribute as answers of \a version carry it.
[[nodiscard]] QJsonObject customJson(const AttributeDefinition &attribute, ApiVersion version);

//! GET /data_attributes: standard and custom ones of contacts and companies.
[[nodiscard]] Outcome list(Context &context, const Call &call);
//! POST /data_attributes: names are taken for contacts and companies together, archived ones too.
[[nodiscard]] Outcome create(Context &context, const Call &call);
//! PUT /data_attributes/{id}: name, model and data type stay, whatever the body says of them.
[[nodiscard]] Outcome change(Context &context, const Call &call);

} // namespace roster::sandbox::attributes
