// SPDX-License-Identifier: MIT
#include "core/api/pagejson.h"

#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>

namespace roster::api {

namespace {

QString fromAddress(const JsonNode &next, QLatin1String name)
{
    const QUrlQuery query(QUrl(next.text()).query(QUrl::FullyEncoded));
    const QString told = query.queryItemValue(name, QUrl::FullyDecoded);
    if (told.isEmpty())
        next.complain(QStringLiteral("address with %1 expected").arg(name));
    return told;
}

} // namespace

QString nextPage(const JsonNode &list, Paging paging)
{
    const JsonNode pages = list.member(QLatin1String("pages"));
    if (!pages.isGiven())
        return {};
    const JsonNode next = pages.member(QLatin1String("next"));
    if (!next.isGiven())
        return {};
    const QLatin1String name(paging == Paging::Cursor ? "starting_after" : "page");
    if (next.value().isString())
        return fromAddress(next, name);
    const JsonNode told = next.member(name);
    if (paging == Paging::Number)
        return told.id();
    return told.isNull() ? QString() : told.text();
}

int totalCount(const JsonNode &list, qsizetype entries)
{
    const JsonNode total = list.member(QLatin1String("total_count"));
    return total.isNull() ? static_cast<int>(entries) : total.count();
}

} // namespace roster::api
