// SPDX-License-Identifier: MIT
#include "core/api/tagjson.h"

#include "core/api/jsonreader.h"

namespace roster::api {

Tag tagFrom(const JsonNode &root)
{
    root.member(QLatin1String("type")).expectText(QLatin1String("tag"));
    return {TagId(root.member(QLatin1String("id")).id()),
            root.member(QLatin1String("name")).text()};
}

Result<Tag> readTag(const QByteArray &json)
{
    return parseJson(json, tagFrom);
}

Result<QList<Tag>> readTags(const QByteArray &json)
{
    return parseJson(json, [](const JsonNode &root) {
        QList<Tag> tags;
        root.member(QLatin1String("type")).expectText(QLatin1String("list"));
        root.member(QLatin1String("data")).forEach([&tags](const JsonNode &entry) {
            tags.append(tagFrom(entry));
        });
        return tags;
    });
}

} // namespace roster::api
