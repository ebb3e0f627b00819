// SPDX-License-Identifier: MIT
#include "core/sandbox/subscriptions.h"

#include "core/sandbox/bodyreader.h"
#include "core/sandbox/errors.h"
#include "core/sandbox/subscriptiontypes.h"

#include <QJsonArray>

namespace roster::sandbox::subscriptions {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(Consent consent)
{
    return consent == Consent::OptIn ? u"opt_in"_s : u"opt_out"_s;
}

const SubscriptionType *find(const QString &id)
{
    for (const SubscriptionType &type : types()) {
        if (QString::number(type.id) == id)
            return &type;
    }
    return nullptr;
}

QJsonObject translationJson(const Translation &translation)
{
    return {{u"name"_s, QString::fromUtf8(translation.name)},
            {u"description"_s, QString::fromUtf8(translation.description)},
            {u"locale"_s, QString::fromUtf8(translation.locale)}};
}

QJsonObject json(const SubscriptionType &type)
{
    QJsonArray contents;
    for (const char *content : type.contentTypes)
        contents.append(QString::fromUtf8(content));
    QJsonArray translations;
    for (const Translation &translation : type.translations)
        translations.append(translationJson(translation));
    return {{u"type"_s, u"subscription"_s},
            {u"id"_s, QString::number(type.id)},
            {u"state"_s, QString::fromUtf8(type.state)},
            {u"consent_type"_s, nameOf(type.consent)},
            {u"default_translation"_s, translations.first()},
            {u"translations"_s, translations},
            {u"content_types"_s, contents}};
}

bool isChosen(Context &context, qint64 contact, qint64 type)
{
    return context.db
        .scalar(u"SELECT 1 FROM contact_subscription WHERE contact=? AND type=?"_s, {contact, type})
        .isValid();
}

// The type that a body names, with the consent that this type asks for.
Checked<const SubscriptionType *> readChoice(const QJsonObject &body)
{
    BodyReader reader(body);
    const QString id = reader.id(u"id"_s);
    const QString consent = reader.text(u"consent_type"_s).value_or(QString());
    if (reader.isRefused())
        return reader.problem();
    if (id.isNull())
        return problems::missing(u"subscription type not specified"_s, u"id"_s);
    if (consent.isEmpty())
        return problems::missing(u"consent_type is required"_s, u"consent_type"_s);
    if (consent != "opt_in"_L1 && consent != "opt_out"_L1)
        return problems::invalid(u"consent_type must be opt_in or opt_out"_s, u"consent_type"_s);
    const SubscriptionType *type = find(id);
    if (!type || qstrcmp(type->state, "live") != 0)
        return problems::resourceNotFound();
    if (consent != nameOf(type->consent)) {
        return problems::invalid(u"the consent_type of this subscription type is "_s +
                                     nameOf(type->consent),
                                 u"consent_type"_s);
    }
    return type;
}

} // namespace

void collect(Context &context, const QString &seqs, QHash<qint64, Inlines> &into)
{
    Rows rows =
        context.db.select(u"SELECT contact, type FROM contact_subscription WHERE contact IN"
                          " (SELECT value FROM json_each(?)) ORDER BY contact, chosen_at, type"_s,
                          {seqs});
    while (rows.next()) {
        const QString id = rows.text(1);
        const SubscriptionType *type = find(id);
        if (!type)
            continue;
        Inlines &inlines = into[rows.number(0)];
        (type->consent == Consent::OptIn ? inlines.optedIn : inlines.optedOut).add(id);
    }
}

Outcome list(Context &, const Call &)
{
    QJsonArray data;
    for (const SubscriptionType &type : types())
        data.append(json(type));
    return QJsonValue(QJsonObject{{u"type"_s, u"list"_s}, {u"data"_s, data}});
}

Outcome ofContact(Context &context, const Call &call)
{
    const auto row = contacts::findActive(context, call.ids.at(0));
    if (!row)
        return problems::userNotFound();
    QJsonArray data;
    Rows rows = context.db.select(
        u"SELECT type FROM contact_subscription WHERE contact=? ORDER BY chosen_at, type"_s,
        {row->seq});
    while (rows.next()) {
        if (const SubscriptionType *type = find(rows.text(0)))
            data.append(json(*type));
    }
    return QJsonValue(QJsonObject{{u"type"_s, u"list"_s}, {u"data"_s, data}});
}

Outcome addToContact(Context &context, const Call &call)
{
    const auto row = contacts::findActive(context, call.ids.at(0));
    if (!row)
        return problems::userNotFound();
    const Checked<QJsonObject> body = call.bodyObject();
    if (!body)
        return body.problem();
    const auto type = readChoice(*body);
    if (!type)
        return type.problem();
    const qint64 id = (*type)->id;
    if (!isChosen(context, row->seq, id)) {
        lag::noteChange(context, row->seq);
        context.db.run(
            u"INSERT INTO contact_subscription(contact, type, chosen_at) VALUES(?,?,?)"_s,
            {row->seq, id, context.now()});
        contacts::touch(context, *row);
    }
    return QJsonValue(json(**type));
}

Outcome removeFromContact(Context &context, const Call &call)
{
    const auto row = contacts::findActive(context, call.ids.at(0));
    if (!row)
        return problems::userNotFound();
    const SubscriptionType *type = find(call.ids.at(1));
    if (!type || !isChosen(context, row->seq, type->id))
        return problems::resourceNotFound();
    lag::noteChange(context, row->seq);
    context.db.run(u"DELETE FROM contact_subscription WHERE contact=? AND type=?"_s,
                   {row->seq, type->id});
    contacts::touch(context, *row);
    return QJsonValue(json(*type));
}

} // namespace roster::sandbox::subscriptions
