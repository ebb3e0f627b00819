// SPDX-License-Identifier: MIT
#include "core/api/segmentjson.h"

#include "core/api/jsonreader.h"

namespace roster::api {

Segment segmentFrom(const JsonNode &root)
{
    Segment segment;
    root.member(QLatin1String("type")).expectText(QLatin1String("segment"));
    segment.id = SegmentId(root.member(QLatin1String("id")).id());
    segment.name = root.member(QLatin1String("name")).optionalText();
    const JsonNode count = root.member(QLatin1String("count"));
    if (count.isGiven())
        segment.count = count.count();
    return segment;
}

Result<QList<Segment>> readSegments(const QByteArray &json)
{
    return parseJson(json, [](const JsonNode &root) {
        // The workspace's own list is called otherwise than a contact's.
        const JsonNode entries = root.member(QLatin1String("data"), QLatin1String("segments"));
        QList<Segment> segments;
        entries.forEach(
            [&segments](const JsonNode &entry) { segments.append(segmentFrom(entry)); });
        return segments;
    });
}

} // namespace roster::api
