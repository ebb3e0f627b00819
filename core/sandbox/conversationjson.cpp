// SPDX-License-Identifier: MIT
#include "core/sandbox/conversationjson.h"

#include "core/sandbox/admins.h"
#include "core/sandbox/attachments.h"
#include "core/sandbox/catalogue.h"
#include "core/sandbox/conversationplot.h"
#include "core/sandbox/conversationtexts.h"
#include "core/sandbox/messagetext.h"

#include <QJsonDocument>

namespace roster::sandbox::conversations {

using namespace Qt::StringLiterals;

namespace {

const QJsonValue none(QJsonValue::Null);

QJsonValue numberOrNull(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : none;
}

QJsonObject reference(const QString &type, const QString &id)
{
    return {{u"type"_s, type}, {u"id"_s, id}};
}

//! Makes the objects of one answer.
class Teller
{
public:
    Teller(Context &context, ApiVersion version, Telling telling)
        : m_context(context)
        , m_version(version)
        , m_telling(telling)
        , m_team(admins::authors(context))
    {
    }

    void readContacts(const QList<ConversationRow> &rows);
    [[nodiscard]] QJsonObject conversation(const ConversationRow &row) const;

private:
    [[nodiscard]] bool isWhole() const { return m_telling != Telling::InList; }
    [[nodiscard]] QJsonValue text(const QString &html) const;
    [[nodiscard]] QJsonObject author(const ConversationRow &row, const Part &part) const;
    [[nodiscard]] QJsonArray files(const Part &part) const;
    [[nodiscard]] QJsonObject source(const ConversationRow &row) const;
    [[nodiscard]] QJsonObject part(const ConversationRow &row, const Part &part) const;
    [[nodiscard]] QJsonObject parts(const ConversationRow &row) const;
    [[nodiscard]] QJsonObject tags(const ConversationRow &row) const;
    [[nodiscard]] QJsonValue teammates(const ConversationRow &row) const;
    [[nodiscard]] QString priority(const ConversationRow &row) const;
    void addOfVersion(const ConversationRow &row, QJsonObject &o) const;

    Context &m_context;
    const ApiVersion m_version;
    const Telling m_telling;
    const QHash<qint64, QJsonObject> m_team;
    QHash<qint64, QJsonArray> m_contacts; //!< by conversation
};

void Teller::readContacts(const QList<ConversationRow> &rows)
{
    QJsonArray ids;
    for (const ConversationRow &row : rows)
        ids.append(row.id);
    const QByteArray list = QJsonDocument(ids).toJson(QJsonDocument::Compact);
    Rows found = m_context.db.select(
        u"SELECT p.conversation, c.id, c.external_id FROM conversation_contact p"
        " JOIN contact c ON c.seq=p.contact WHERE c.state NOT IN (2,3) AND p.conversation IN"
        " (SELECT value FROM json_each(?)) ORDER BY p.conversation, p.added_at, p.contact"_s,
        {QString::fromUtf8(list)});
    while (found.next()) {
        QJsonObject contact = reference(u"contact"_s, found.text(1));
        if (m_version.tellsExternalIds())
            contact.insert(u"external_id"_s, found.isNull(2) ? none : QJsonValue(found.text(2)));
        m_contacts[found.number(0)].append(contact);
    }
}

QJsonValue Teller::text(const QString &html) const
{
    if (html.isNull())
        return none;
    if (m_telling != Telling::PlainTexts)
        return html;
    return plainText(html, m_version.namesLinksInPlainText());
}

QJsonObject Teller::author(const ConversationRow &row, const Part &part) const
{
    if (part.actor != Actor::Contact)
        return m_team.value(part.admin);
    const Correspondent &contact = row.contact;
    return {{u"type"_s, contact.isLead ? u"lead"_s : u"user"_s},
            {u"id"_s, contact.id.isNull() ? u""_s : contact.id},
            {u"name"_s, contact.name.isNull() ? none : QJsonValue(contact.name)},
            {u"email"_s, contact.email.isNull() ? u""_s : contact.email}};
}

QJsonArray Teller::files(const Part &part) const
{
    QJsonArray list;
    for (const int kind : part.files)
        list.append(attachments::json(part.id, kind, m_context.baseUrl));
    return list;
}

QJsonObject Teller::source(const ConversationRow &row) const
{
    const Part first = firstMessage(row, m_context.salt);
    const bool isMail = row.channel == Channel::Email && row.thread;
    const auto &all = seed::threads();
    const QString subject = isMail ? all.at(*row.thread % all.size()).subject : u""_s;
    const bool isFromApp = row.channel == Channel::Messenger && !row.starter && row.thread;
    return {{u"type"_s, nameOf(row.channel)},
            {u"id"_s, QString::number(first.id)},
            {u"delivered_as"_s, row.starter ? u"admin_initiated"_s : u"customer_initiated"_s},
            {u"subject"_s, subject},
            {u"body"_s, text(first.body)},
            {u"author"_s, author(row, first)},
            {u"attachments"_s, files(first)},
            {u"url"_s, isFromApp ? QJsonValue(appPage()) : none},
            {u"redacted"_s, false}};
}

QJsonObject Teller::part(const ConversationRow &row, const Part &part) const
{
    QJsonObject o{{u"type"_s, u"conversation_part"_s},
                  {u"id"_s, QString::number(part.id)},
                  {u"part_type"_s, part.kind},
                  {u"body"_s, text(part.body)},
                  {u"created_at"_s, part.at},
                  {u"updated_at"_s, part.at},
                  {u"notified_at"_s, part.at},
                  {u"assigned_to"_s, none},
                  {u"author"_s, author(row, part)},
                  {u"attachments"_s, files(part)},
                  {u"external_id"_s, none},
                  {u"redacted"_s, part.isRedacted}};
    if (part.assignedTo)
        o.insert(u"assigned_to"_s, reference(u"admin"_s, QString::number(*part.assignedTo)));
    if (m_version.tellsPartDetails()) {
        o.insert(u"state"_s, nameOf(part.state));
        o.insert(u"tags"_s, QJsonArray());
        for (const QString &member :
             {u"email_message_metadata"_s, u"event_details"_s, u"app_package_code"_s})
            o.insert(member, none);
    }
    return o;
}

QJsonObject Teller::parts(const ConversationRow &row) const
{
    QJsonArray list;
    for (const Part &later : laterParts(row, m_context.salt))
        list.append(part(row, later));
    return {{u"type"_s, u"conversation_part.list"_s},
            {u"conversation_parts"_s, list},
            {u"total_count"_s, row.parts}};
}

QJsonObject Teller::tags(const ConversationRow &row) const
{
    QJsonArray list;
    if (row.tag) {
        const QString by = QString::number(row.admin.value_or(seed::firstAdmin));
        list.append(QJsonObject{{u"type"_s, u"tag"_s},
                                {u"id"_s, QString::number(*row.tag)},
                                {u"name"_s, row.tagName},
                                {u"applied_at"_s, row.updatedAt},
                                {u"applied_by"_s, reference(u"admin"_s, by)}});
    }
    return {{u"type"_s, u"tag.list"_s}, {u"tags"_s, list}};
}

QJsonValue Teller::teammates(const ConversationRow &row) const
{
    const auto who = row.admin ? row.admin : row.starter;
    if (!who)
        return none;
    const QJsonArray list{reference(u"admin"_s, QString::number(*who))};
    return QJsonObject{{u"type"_s, u"admin.list"_s}, {u"teammates"_s, list}};
}

QString Teller::priority(const ConversationRow &row) const
{
    if (m_version.gradesPriority())
        return row.isPriority ? u"high"_s : u"none"_s;
    return row.isPriority ? u"priority"_s : u"not_priority"_s;
}

void Teller::addOfVersion(const ConversationRow &row, QJsonObject &o) const
{
    if (m_version.hasConversationTickets())
        o.insert(u"ticket"_s, none);
    if (m_version.hasLinkedObjects()) {
        o.insert(u"linked_objects"_s, QJsonObject{{u"type"_s, u"list"_s},
                                                  {u"data"_s, QJsonArray()},
                                                  {u"total_count"_s, 0},
                                                  {u"has_more"_s, false}});
    }
    if (m_version.knowsAiAgents()) {
        o.insert(u"custom_attributes"_s, QJsonObject());
        o.insert(u"ai_agent"_s, none);
        o.insert(u"ai_agent_participated"_s, false);
    }
    if (m_version.tellsConversationCompany())
        o.insert(u"company"_s, none);
    if (m_version.writesNoAssigneeAsZero()) {
        o.insert(u"admin_assignee_id"_s, row.admin.value_or(0));
        o.insert(u"team_assignee_id"_s, 0);
    }
}

QJsonObject Teller::conversation(const ConversationRow &row) const
{
    QJsonObject o{{u"type"_s, u"conversation"_s},
                  {u"id"_s, QString::number(row.id)},
                  {u"created_at"_s, row.createdAt},
                  {u"updated_at"_s, row.updatedAt},
                  {u"waiting_since"_s, numberOrNull(row.waitingSince)},
                  {u"snoozed_until"_s, numberOrNull(row.snoozedUntil)},
                  {u"source"_s, source(row)},
                  {u"contacts"_s, QJsonObject{{u"type"_s, u"contact.list"_s},
                                              {u"contacts"_s, m_contacts.value(row.id)}}},
                  {u"admin_assignee_id"_s, numberOrNull(row.admin)},
                  {u"open"_s, row.state != ConversationState::Closed},
                  {u"state"_s, nameOf(row.state)},
                  {u"read"_s, row.isRead},
                  {u"tags"_s, tags(row)},
                  {u"priority"_s, priority(row)},
                  {u"teammates"_s, teammates(row)},
                  {u"topics"_s, QJsonObject()}};
    for (const QString &member : {u"first_contact_reply"_s, u"team_assignee_id"_s, u"sla_applied"_s,
                                  u"statistics"_s, u"conversation_rating"_s, u"title"_s})
        o.insert(member, none);
    addOfVersion(row, o);
    if (isWhole())
        o.insert(u"conversation_parts"_s, parts(row));
    return o;
}

} // namespace

QJsonArray json(Context &context, const QList<ConversationRow> &rows, ApiVersion version,
                Telling telling)
{
    Teller teller(context, version, telling);
    teller.readContacts(rows);
    QJsonArray list;
    for (const ConversationRow &row : rows)
        list.append(teller.conversation(row));
    return list;
}

} // namespace roster::sandbox::conversations
