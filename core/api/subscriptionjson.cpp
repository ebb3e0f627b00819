// SPDX-License-Identifier: MIT
#include "core/api/subscriptionjson.h"

#include "core/api/jsonreader.h"

namespace roster::api {

namespace {

using Consent = SubscriptionType::Consent;
using State = SubscriptionType::State;

Consent consentOf(const JsonNode &node)
{
    const QString name = node.text();
    for (const Consent consent : {Consent::OptOut, Consent::OptIn}) {
        if (name == consentName(consent))
            return consent;
    }
    node.complain(QStringLiteral("opt_out or opt_in expected"));
    return Consent::OptOut;
}

//! A state that Roster does not know is one that nobody can choose.
State stateOf(const JsonNode &node)
{
    const QString name = node.optionalText();
    if (name.isEmpty() || name == QLatin1String("live"))
        return State::Live;
    return name == QLatin1String("draft") ? State::Draft : State::Archived;
}

SubscriptionType typeOf(const JsonNode &root)
{
    SubscriptionType type;
    root.member(QLatin1String("type")).expectText(QLatin1String("subscription"));
    type.id = SubscriptionTypeId(root.member(QLatin1String("id")).id());
    type.consent = consentOf(root.member(QLatin1String("consent_type")));
    type.state = stateOf(root.member(QLatin1String("state")));
    const JsonNode words = root.member(QLatin1String("default_translation"));
    if (words.isGiven()) {
        type.name = words.member(QLatin1String("name")).optionalText();
        type.description = words.member(QLatin1String("description")).optionalText();
    }
    const JsonNode contents = root.member(QLatin1String("content_types"));
    if (contents.isGiven())
        contents.forEach(
            [&type](const JsonNode &entry) { type.contentTypes.append(entry.text()); });
    return type;
}

} // namespace

Result<SubscriptionType> readSubscriptionType(const QByteArray &json)
{
    return parseJson(json, typeOf);
}

Result<QList<SubscriptionType>> readSubscriptionTypes(const QByteArray &json)
{
    return parseJson(json, [](const JsonNode &root) {
        root.member(QLatin1String("type")).expectText(QLatin1String("list"));
        QList<SubscriptionType> types;
        root.member(QLatin1String("data")).forEach([&types](const JsonNode &entry) {
            types.append(typeOf(entry));
        });
        return types;
    });
}

QString consentName(SubscriptionType::Consent consent)
{
    return consent == Consent::OptOut ? QStringLiteral("opt_out") : QStringLiteral("opt_in");
}

} // namespace roster::api
