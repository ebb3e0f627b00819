// SPDX-License-Identifier: MIT
#include "core/api/recordfacts.h"

#include "core/api/jsoncutter.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace roster::api {

namespace {

std::optional<qint64> wholeNumber(QByteArrayView value)
{
    bool isNumber = false;
    const qint64 number = value.trimmed().toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

void readAttributes(RecordFacts &facts, QByteArrayView value)
{
    const QByteArray json = QByteArray::fromRawData(value.data(), value.size());
    const QJsonObject attributes = QJsonDocument::fromJson(json).object();
    for (auto it = attributes.begin(); it != attributes.end(); ++it)
        facts.attributes.append({it.key(), it.value()});
}

} // namespace

RecordFacts readRecordFacts(const QByteArray &json)
{
    RecordFacts facts;
    JsonCutter members(json);
    QByteArrayView name;
    QByteArrayView value;
    while (members.nextMember(name, value)) {
        if (name == "\"last_contacted_at\"")
            facts.lastContactedAt = wholeNumber(value);
        else if (name == "\"last_replied_at\"")
            facts.lastRepliedAt = wholeNumber(value);
        else if (name == "\"custom_attributes\"")
            readAttributes(facts, value);
    }
    return facts;
}

} // namespace roster::api
