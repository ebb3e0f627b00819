// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/pages.h"
#include "core/sandbox/searchfields.h"

#include <QJsonValue>

#include <memory>
#include <vector>

namespace roster::sandbox {

enum class SearchOperator {
    Equal,
    NotEqual,
    In,
    NotIn,
    Greater,
    Less,
    GreaterOrEqual,
    LessOrEqual,
    Contains,
    ContainsNot,
    StartsWith,
    EndsWith
};

//! A filter, or a group of them: exactly one of the two is there.
struct SearchNode
{
    //! field operator value, each checked against the other.
    struct Filter
    {
        SearchField field;
        SearchOperator op = SearchOperator::Equal;
        QJsonValue value;
    };
    //! Filters and groups joined by AND or OR.
    struct Group
    {
        bool all = true; //!< AND; else OR
        std::vector<SearchNode> members;
    };

    std::unique_ptr<Filter> filter;
    std::unique_ptr<Group> group;
};

//! How the result of a list or search is ordered.
struct SearchSort
{
    SearchField field;
    bool ascending = false;
};

//! A whole search body, read and checked.
struct SearchRequest
{
    SearchNode query;
    SearchSort sort;
    CursorPage page;
};

//! Reads the body of POST /contacts/search, or of another search, or says what is wrong with it.
[[nodiscard]] Checked<SearchRequest> readSearch(Context &context, const QJsonObject &body,
                                                ApiVersion version, const SearchScope &scope = {});

//! True when fields of \a type may be compared by \a op.
[[nodiscard]] bool isSupported(FieldType type, SearchOperator op);

} // namespace roster::sandbox
