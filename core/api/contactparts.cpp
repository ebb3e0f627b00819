// SPDX-License-Identifier: MIT
#include "core/api/contactparts.h"

#include <algorithm>

namespace roster::api {

namespace {

FieldValue picture(const JsonNode &node)
{
    if (!node.value().isObject())
        return node.text();
    const JsonNode address = node.member(QLatin1String("image_url"));
    return address.isGiven() ? FieldValue(address.text()) : FieldValue();
}

} // namespace

FieldValue fieldValue(const JsonNode &node, FieldKind kind)
{
    if (node.isNull())
        return {};
    switch (kind) {
    case FieldKind::Text:
    case FieldKind::Choice:
        return node.text();
    case FieldKind::Reference:
        return node.value().isString() ? node.text() : node.id();
    case FieldKind::Time:
        return node.integer();
    case FieldKind::Flag:
        return node.flag();
    case FieldKind::Picture:
        return picture(node);
    case FieldKind::List:
        break;
    }
    return {};
}

PartialList<QString> innerIds(const JsonNode &list)
{
    PartialList<QString> ids;
    if (!list.isGiven())
        return ids;
    list.member(QLatin1String("data")).forEach([&ids](const JsonNode &entry) {
        ids.items.append(entry.member(QLatin1String("id")).id());
    });
    const int known = static_cast<int>(ids.items.size());
    const JsonNode total = list.member(QLatin1String("total_count"));
    const JsonNode more = list.member(QLatin1String("has_more"));
    ids.total = std::max(total.isGiven() ? total.count() : known, known);
    // "There is more" wins over a count that says otherwise: better to ask once too often.
    if (more.isGiven() && more.flag())
        ids.total = std::max(ids.total, known + 1);
    return ids;
}

QList<SocialProfile> socialProfiles(const JsonNode &list)
{
    QList<SocialProfile> profiles;
    if (!list.isGiven())
        return profiles;
    list.member(QLatin1String("data")).forEach([&profiles](const JsonNode &entry) {
        profiles.append({entry.member(QLatin1String("name")).optionalText(),
                         entry.member(QLatin1String("url")).optionalText()});
    });
    return profiles;
}

} // namespace roster::api
