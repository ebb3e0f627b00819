// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/context.h"
#include "core/sandbox/cursor.h"

#include <QJsonArray>

#include <optional>

namespace roster::sandbox {

inline constexpr int defaultPageSize = 50;
inline constexpr int defaultCompanyPageSize = 15;
inline constexpr int largestPage = 150;   //!< of lists at the top
inline constexpr int largestSubPage = 60; //!< of lists that belong to a contact
inline constexpr int reachableCompanies = 10000;

//! Which part of a cursor list is asked for.
struct CursorPage
{
    int size = defaultPageSize;
    std::optional<Cursor> after;

    [[nodiscard]] qint64 number() const { return after ? after->page : 1; }
};

//! Which part of a page-style list is asked for.
struct NumberedPage
{
    int size = defaultPageSize;
    qint64 number = 1;

    [[nodiscard]] qint64 offset() const { return (number - 1) * size; }
};

//! per_page and starting_after of the query string.
[[nodiscard]] Checked<CursorPage> readCursorPage(const Call &call);
//! page and per_page of the query string; \a size is the default and \a largest the limit.
[[nodiscard]] Checked<NumberedPage> readNumberedPage(const Call &call, int size, int largest);
//! \a value as a page size up to \a largest, or why it is refused.
[[nodiscard]] Checked<int> checkedPageSize(std::optional<qint64> value, int largest);

//! A cursor list's answer; \a next is missing on the last page.
[[nodiscard]] QJsonObject cursorListJson(const QJsonArray &data, qint64 total,
                                         const CursorPage &page, const std::optional<Cursor> &next);
//! A page-style list's answer; next is a URL or null.
[[nodiscard]] QJsonObject numberedListJson(const QJsonArray &data, qint64 total,
                                           const NumberedPage &page, const Call &call);

} // namespace roster::sandbox
