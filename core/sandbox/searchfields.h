// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/context.h"
#include "core/sandbox/segments.h"

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

//! One field of search: its type, and the SQL over the contact c, or whatever is searched, that
//! gives its value.
struct SearchField
{
    QString name;
    FieldType type = FieldType::Text;
    QString expression;
    Folding folding = Folding::Ascii;
    QList<segments::Segment> segments = {}; //!< for segment_id alone
    //! For a field with several values: what is true when %1, a condition over the expression,
    //! holds for any of them.
    QString among = {};

    //! True when records can be sorted by it.
    [[nodiscard]] bool isSortable() const
    {
        return type != FieldType::TagId && type != FieldType::SegmentId && among.isEmpty();
    }
};

//! The field called \a name in \a version, "custom_attributes.x" among them; nothing when unknown.
[[nodiscard]] std::optional<SearchField> findSearchField(Context &context, const QString &name,
                                                         ApiVersion version);

//! What can be searched: how its fields are found, and what a search is without sort and per_page.
struct SearchScope
{
    std::optional<SearchField> (*find)(Context &, const QString &, ApiVersion) = findSearchField;
    QString sortedBy = QStringLiteral("last_seen_at");
    int pageSize = 50;
};

} // namespace roster::sandbox
