// SPDX-License-Identifier: MIT
#include "core/sandbox/bodyreader.h"
#include "core/sandbox/contactstore.h"
#include "core/sandbox/conversationjson.h"
#include "core/sandbox/conversationplot.h"
#include "core/sandbox/conversations.h"
#include "core/sandbox/conversationstore.h"
#include "core/sandbox/errors.h"
#include "core/sandbox/ids.h"
#include "core/sandbox/messagetext.h"
#include "core/sandbox/notehtml.h"

#include <algorithm>

namespace roster::sandbox::conversations {

using namespace Qt::StringLiterals;

namespace {

bool isAdmin(Context &context, const QString &id)
{
    const auto number = ids::decimal(id);
    return number && context.db.scalar(u"SELECT 1 FROM admin WHERE id=?"_s, {*number}).isValid();
}

std::optional<ContactRow> firstWith(Context &context, const QString &condition,
                                    const QString &value)
{
    Rows rows = context.db.select(u"SELECT "_s + contactSelection(u"c"_s) +
                                      u" FROM contact c WHERE c.state=0 AND "_s + condition +
                                      u" ORDER BY c.is_lead, c.seq LIMIT 1"_s,
                                  {value});
    if (!rows.next())
        return std::nullopt;
    return readContact(rows);
}

ContactRow newLead(Context &context, const QString &email)
{
    const quint32 counter = context.nextCounter();
    ContactRow row;
    row.createdAt = row.updatedAt = context.now();
    row.id = ids::record(row.createdAt, context.salt, counter);
    row.isLead = true;
    row.externalId = ids::uuid(context.salt, counter);
    row.email = email;
    contacts::insert(context, row);
    return row;
}

// Whom a customer object names; by email, somebody new when nobody has it.
Checked<ContactRow> customerOf(Context &context, const QJsonObject &customer)
{
    BodyReader reader(customer);
    const QString id = reader.id(u"intercom_user_id"_s);
    const QString userId = reader.id(u"user_id"_s);
    const QString email = reader.text(u"email"_s).value_or(QString());
    if (reader.isRefused())
        return reader.problem();
    std::optional<ContactRow> row;
    if (!id.isEmpty())
        row = contacts::findActive(context, id);
    else if (!userId.isEmpty())
        row = firstWith(context, u"c.external_id=?"_s, userId);
    else if (email.isEmpty())
        return problems::missing(u"customer needs an intercom_user_id, user_id or email"_s,
                                 u"customer"_s);
    else if (row = firstWith(context, u"c.email_key=?"_s, folded(email)); !row)
        row = newLead(context, email);
    if (!row)
        return problems::resourceNotFound();
    return *row;
}

void touch(Context &context, const ConversationRow &row)
{
    context.db.run(u"UPDATE conversation SET updated_at=? WHERE id=?"_s,
                   {std::max(row.updatedAt, context.now()), row.id});
}

// The descriptions' schema is the conversation, their example only names the customers: both.
Outcome withCustomers(Context &context, const Call &call)
{
    const auto row = find(context, call.ids.at(0));
    if (!row)
        return problems::resourceNotFound();
    QJsonObject o = json(context, {*row}, call.version, Telling::Whole).at(0).toObject();
    QJsonArray customers;
    Rows rows = context.db.select(
        u"SELECT c.id, c.is_lead FROM conversation_contact p JOIN contact c ON c.seq=p.contact"
        " WHERE p.conversation=? AND c.state NOT IN (2,3) ORDER BY p.added_at, p.contact"_s,
        {row->id});
    while (rows.next()) {
        const QString type = rows.number(1) != 0 ? u"lead"_s : u"user"_s;
        customers.append(QJsonObject{{u"type"_s, type}, {u"id"_s, rows.text(0)}});
    }
    o.insert(u"customers"_s, customers);
    return QJsonValue(o);
}

//! What a contact writes.
struct Message
{
    ContactRow from;
    QString text; //!< plain, whatever it looks like
};

Checked<Message> readMessage(Context &context, const Call &call)
{
    const Checked<QJsonObject> body = call.bodyObject();
    if (!body)
        return body.problem();
    BodyReader reader(*body);
    const QJsonObject from = reader.object(u"from"_s).value_or(QJsonObject());
    const QString text = reader.text(u"body"_s).value_or(QString());
    BodyReader sender(from);
    const QString type = sender.text(u"type"_s).value_or(QString());
    const QString id = sender.id(u"id"_s);
    for (const BodyReader *each : {&reader, &sender}) {
        if (each->isRefused())
            return each->problem();
    }
    for (const auto &[name, value] : {std::pair(u"from.type"_s, type), std::pair(u"from.id"_s, id),
                                      std::pair(u"body"_s, text)}) {
        if (value.trimmed().isEmpty())
            return problems::missing(name + u" is required"_s, name);
    }
    if (type != "user"_L1 && type != "lead"_L1 && type != "contact"_L1)
        return problems::invalid(u"type must be user, lead or contact"_s, u"from.type"_s);
    const auto row = contacts::findActive(context, id);
    if (!row)
        return problems::userNotFound();
    return Message{*row, text};
}

} // namespace

Outcome create(Context &context, const Call &call)
{
    Checked<Message> message = readMessage(context, call);
    if (!message)
        return message.problem();
    const qint64 now = context.now();
    const QString html = paragraphsOf(message->text);
    context.db.run(u"INSERT INTO conversation(contact, created_at, updated_at, state, is_read,"
                   " priority, channel, parts, body, words, waiting_since)"
                   " VALUES(?,?,?,0,0,0,0,0,?,?,?)"_s,
                   {message->from.seq, now, now, html, wordsOf(html), now});
    const qint64 id = context.db.lastId();
    context.db.run(
        u"INSERT INTO conversation_contact(conversation, contact, added_at) VALUES(?,?,?)"_s,
        {id, message->from.seq, now});
    message->from.lastRepliedAt = now;
    contacts::update(context, message->from);
    return QJsonValue(QJsonObject{{u"type"_s, u"user_message"_s},
                                  {u"id"_s, QString::number(partId(id, 0))},
                                  {u"created_at"_s, now},
                                  {u"subject"_s, u""_s},
                                  {u"body"_s, message->text},
                                  {u"message_type"_s, u"inapp"_s},
                                  {u"conversation_id"_s, QString::number(id)}});
}

Outcome addContact(Context &context, const Call &call)
{
    const auto row = find(context, call.ids.at(0));
    if (!row)
        return problems::resourceNotFound();
    const Checked<QJsonObject> body = call.bodyObject();
    if (!body)
        return body.problem();
    BodyReader reader(*body);
    const QString admin = reader.id(u"admin_id"_s);
    const QJsonObject customer = reader.object(u"customer"_s).value_or(QJsonObject());
    if (reader.isRefused())
        return reader.problem();
    if (!admin.isEmpty() && !isAdmin(context, admin))
        return problems::resourceNotFound();
    const Checked<ContactRow> contact = customerOf(context, customer);
    if (!contact)
        return contact.problem();
    if (!hasContact(context, row->id, contact->seq)) {
        context.db.run(
            u"INSERT INTO conversation_contact(conversation, contact, added_at) VALUES(?,?,?)"_s,
            {row->id, contact->seq, context.now()});
        touch(context, *row);
    }
    return withCustomers(context, call);
}

Outcome removeContact(Context &context, const Call &call)
{
    const auto row = find(context, call.ids.at(0));
    if (!row)
        return problems::resourceNotFound();
    const Checked<QJsonObject> body = call.bodyObject();
    if (!body)
        return body.problem();
    BodyReader reader(*body);
    const QString admin = reader.id(u"admin_id"_s);
    if (reader.isRefused())
        return reader.problem();
    if (admin.isEmpty())
        return problems::missing(u"admin_id is required"_s, u"admin_id"_s);
    if (!isAdmin(context, admin))
        return problems::resourceNotFound();
    const auto contact = contacts::find(context, call.ids.at(1));
    if (!contact || !hasContact(context, row->id, contact->seq))
        return problems::userNotFound();
    if (contactCount(context, row->id) < 2)
        return problems::lastCustomer();
    context.db.run(u"DELETE FROM conversation_contact WHERE conversation=? AND contact=?"_s,
                   {row->id, contact->seq});
    touch(context, *row);
    return withCustomers(context, call);
}

} // namespace roster::sandbox::conversations
