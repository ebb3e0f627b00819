// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/context.h"

#include <QString>

#include <optional>

namespace roster::sandbox {

//! What a search field holds; it decides the operators.
enum class FieldType { Text, TagId, SegmentId, Integer, Float, Boolean, Date };

//! How a text column is compared without regard to case.
enum class Folding {
    Unicode, //!< the expression is folded as folded() does
    Ascii    //!< the expression is lowered by SQLite, which knows ASCII alone
};

//! One field of search: its type, and the SQL over the contact c that gives its value.
struct SearchField
{
    QString name;
    FieldType type = FieldType::Text;
    QString expression;
    Folding folding = Folding::Ascii;

    //! True when contacts can be sorted by it.
    [[nodiscard]] bool isSortable() const
    {
        return type != FieldType::TagId && type != FieldType::SegmentId;
    }
};

//! The field called \a name in \a version, "custom_attributes.x" among them; nothing when unknown.
[[nodiscard]] std::optional<SearchField> findSearchField(Context &context, const QString &name,
                                                         ApiVersion version);

} // namespace roster::sandbox
