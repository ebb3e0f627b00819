// SPDX-License-Identifier: MIT
#pragma once

#include "core/api/jsonreader.h"
#include "core/domain/page.h"

namespace roster::api {

//! How a list says where it goes on: contacts by a cursor, companies and notes by a page's number.
enum class Paging { Cursor, Number };

//! What to ask the page after `list` with: the cursor, or the page's number as text; empty when
//! this is the last. `pages` may be missing or null, and `pages.next` missing, null, an object or
//! an address that carries it.
QString nextPage(const JsonNode &list, Paging paging);

//! `total_count`; the number of entries when it is null.
int totalCount(const JsonNode &list, qsizetype entries);

//! A whole list object of that `type`: the page of what `read(const JsonNode &)` makes of each
//! entry of `entries`.
template <class F>
auto readPage(const JsonNode &list, const JsonNode &entries, Paging paging, F &&read,
              QLatin1String type = QLatin1String("list"))
    -> Page<std::invoke_result_t<F, const JsonNode &>>
{
    Page<std::invoke_result_t<F, const JsonNode &>> page;
    list.member(QLatin1String("type")).expectText(type);
    entries.forEach([&](const JsonNode &entry) { page.items.append(read(entry)); });
    page.total = totalCount(list, page.items.size());
    page.next = nextPage(list, paging);
    return page;
}

} // namespace roster::api
