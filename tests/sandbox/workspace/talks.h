// SPDX-License-Identifier: MIT
#pragma once

#include "tests/sandbox/workspace/lab.h"

namespace roster::sandbox::test {

//! The ids of the conversations in a list; the code of a refusal.
inline QStringList conversationsIn(const Answer &answer)
{
    QStringList ids;
    for (const QJsonValue &entry : answer.body[u"conversations"].toArray())
        ids.append(entry[u"id"].toString());
    return answer.status == 200 ? ids : QStringList{codeOf(answer)};
}

//! The ids of those who take part in a conversation.
inline QStringList contactsIn(const Answer &answer)
{
    QStringList ids;
    for (const QJsonValue &entry : answer.body[u"contacts"][u"contacts"].toArray())
        ids.append(entry[u"id"].toString());
    return ids;
}

//! A workspace with two users, and short ways to let them talk.
class Talks : public Lab
{
public:
    Talks()
        : ada(make(R"({"external_id":"ada","email":"ada@navy.example","name":"Ada"})"))
        , bob(make(R"({"external_id":"bob","email":"bob@navy.example"})"))
    {
    }

    Answer say(const QString &who, const QString &text)
    {
        const QJsonObject from{{u"type"_s, u"user"_s}, {u"id"_s, who}};
        const QJsonObject body{{u"from"_s, from}, {u"body"_s, text}};
        return post(u"/conversations"_s, QJsonDocument(body).toJson());
    }
    //! The id of a conversation that \a who begins.
    QString begin(const QString &who, const QString &text = u"Hello"_s)
    {
        return say(who, text).body[u"conversation_id"].toString();
    }
    Answer show(const QString &id) { return get(u"/conversations/"_s + id); }
    Answer join(const QString &id, const QByteArray &customer)
    {
        return post(u"/conversations/"_s + id + u"/customers"_s,
                    R"({"admin_id":"6184021","customer":)" + customer + '}');
    }
    Answer leave(const QString &id, const QString &who,
                 const QByteArray &body = R"({"admin_id":"6184021"})")
    {
        return ask("DELETE", u"/conversations/"_s + id + u"/customers/"_s + who, body);
    }
    QStringList listed() { return conversationsIn(get(u"/conversations"_s)); }
    QStringList foundFor(const QString &contact)
    {
        const QByteArray query = R"({"query":{"field":"contact_ids","operator":"=","value":")" +
                                 contact.toUtf8() + "\"}}";
        return conversationsIn(post(u"/conversations/search"_s, query));
    }

    const QString ada;
    const QString bob;
};

} // namespace roster::sandbox::test
