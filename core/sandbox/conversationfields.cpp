// SPDX-License-Identifier: MIT
#include "core/sandbox/conversationfields.h"

#include "core/sandbox/conversationplot.h"

#include <QHash>

namespace roster::sandbox::conversations {

using namespace Qt::StringLiterals;

namespace {

using Fields = QHash<QString, SearchField>;

void add(Fields &fields, const QString &name, FieldType type, const QString &expression)
{
    fields.insert(name, {name, type, expression, Folding::Ascii});
}

void addOwn(Fields &fields)
{
    add(fields, u"id"_s, FieldType::Text, u"CAST(v.id AS TEXT)"_s);
    for (const QString &date :
         {u"created_at"_s, u"updated_at"_s, u"waiting_since"_s, u"snoozed_until"_s})
        add(fields, date, FieldType::Date, u"v."_s + date);
    const QString channel =
        u"CASE v.channel WHEN 1 THEN 'email' WHEN 2 THEN 'whatsapp' ELSE 'conversation' END"_s;
    add(fields, u"channel_initiated"_s, FieldType::Text, channel);
    add(fields, u"source.type"_s, FieldType::Text, channel);
    add(fields, u"open"_s, FieldType::Boolean, u"(v.state<>1)"_s);
    add(fields, u"read"_s, FieldType::Boolean, u"v.is_read"_s);
    add(fields, u"state"_s, FieldType::Text,
        u"CASE v.state WHEN 0 THEN 'open' WHEN 1 THEN 'closed' ELSE 'snoozed' END"_s);
    add(fields, u"tag_ids"_s, FieldType::Text, u"CAST(t.id AS TEXT)"_s);
    add(fields, u"teammate_ids"_s, FieldType::Text, u"CAST(ifnull(v.admin,v.starter) AS TEXT)"_s);
    add(fields, u"admin_assignee_id"_s, FieldType::Integer, u"v.admin"_s);
    add(fields, u"team_assignee_id"_s, FieldType::Integer, u"NULL"_s);
    add(fields, u"priority"_s, FieldType::Text,
        u"CASE v.priority WHEN 1 THEN 'priority' ELSE 'not_priority' END"_s);
}

// An admin's where one began it, else the contact's.
QString ofAuthor(const QString &admins, const QString &contacts)
{
    return u"CASE WHEN v.starter IS NULL THEN "_s + contacts + u" ELSE "_s + admins + u" END"_s;
}

void addSource(Fields &fields)
{
    const auto text = [&fields](const QString &name, const QString &expression) {
        add(fields, u"source."_s + name, FieldType::Text, expression);
    };
    text(u"id"_s, u"CAST(v.id*"_s + QString::number(partId(1, 0)) + u" AS TEXT)"_s);
    text(u"delivered_as"_s, ofAuthor(u"'admin_initiated'"_s, u"'customer_initiated'"_s));
    text(u"subject"_s, u"CASE v.channel WHEN 1 THEN ifnull(x.subject,'') ELSE '' END"_s);
    text(u"url"_s,
         u"CASE WHEN v.channel=0 AND v.starter IS NULL AND v.thread IS NOT NULL THEN '"_s +
             appPage() + u"' END"_s);
    text(u"author.id"_s, ofAuthor(u"CAST(v.starter AS TEXT)"_s, u"a.id"_s));
    text(u"author.type"_s,
         ofAuthor(u"'admin'"_s, u"CASE a.is_lead WHEN 1 THEN 'lead' ELSE 'user' END"_s));
    for (const QString &member : {u"name"_s, u"email"_s}) {
        text(u"author."_s + member,
             ofAuthor(u"(SELECT g."_s + member + u" FROM admin g WHERE g.id=v.starter)"_s,
                      u"a."_s + member));
    }
}

// Those with several values: words and people.
void addLists(Fields &fields)
{
    SearchField words{u"source.body"_s, FieldType::Text, u"w.value"_s, Folding::Unicode};
    words.among =
        u"EXISTS(SELECT 1 FROM json_each(ifnull(v.words,ifnull(x.words,'[]'))) w WHERE %1)"_s;
    fields.insert(words.name, words);
    SearchField people{u"contact_ids"_s, FieldType::Text, u"c.id"_s, Folding::Unicode};
    people.among = u"v.id IN (SELECT p.conversation FROM contact c JOIN conversation_contact p"
                   " ON p.contact=c.seq WHERE c.state NOT IN (2,3) AND %1)"_s;
    fields.insert(people.name, people);
}

void addEmpty(Fields &fields)
{
    const auto none = [&fields](const QStringList &names, FieldType type) {
        for (const QString &name : names)
            add(fields, name, type, u"NULL"_s);
    };
    const QString of = u"statistics."_s;
    none({of + u"time_to_assignment"_s, of + u"time_to_admin_reply"_s,
          of + u"time_to_first_close"_s, of + u"time_to_last_close"_s,
          of + u"median_time_to_reply"_s, of + u"count_reopens"_s, of + u"count_assignments"_s,
          of + u"count_conversation_parts"_s, u"conversation_rating.score"_s, u"ai_agent.rating"_s},
         FieldType::Integer);
    none({of + u"first_contact_reply_at"_s, of + u"first_assignment_at"_s,
          of + u"first_admin_reply_at"_s, of + u"first_close_at"_s, of + u"last_assignment_at"_s,
          of + u"last_assignment_admin_reply_at"_s, of + u"last_contact_reply_at"_s,
          of + u"last_admin_reply_at"_s, of + u"last_close_at"_s,
          u"conversation_rating.requested_at"_s, u"conversation_rating.replied_at"_s},
         FieldType::Date);
    // "admin_d" is how Intercom spells it.
    none({of + u"last_closed_by_id"_s, u"conversation_rating.remark"_s,
          u"conversation_rating.contact_id"_s, u"conversation_rating.admin_d"_s,
          u"ai_agent.resolution_state"_s, u"ai_agent.last_answer_type"_s,
          u"ai_agent.rating_remark"_s, u"ai_agent.source_type"_s, u"ai_agent.source_title"_s},
         FieldType::Text);
    add(fields, u"ai_agent_participated"_s, FieldType::Boolean, u"0"_s);
}

const Fields &all()
{
    static const Fields fields = [] {
        Fields made;
        addOwn(made);
        addSource(made);
        addLists(made);
        addEmpty(made);
        return made;
    }();
    return fields;
}

} // namespace

std::optional<SearchField> findField(Context &, const QString &name, ApiVersion version)
{
    const auto found = all().constFind(name);
    if (found == all().constEnd())
        return std::nullopt;
    SearchField field = *found;
    if (name == "priority"_L1 && version.gradesPriority())
        field.expression = u"CASE v.priority WHEN 1 THEN 'high' ELSE 'none' END"_s;
    if (name == "admin_assignee_id"_L1 && version.writesNoAssigneeAsZero())
        field.expression = u"ifnull(v.admin,0)"_s;
    if (name == "team_assignee_id"_L1 && version.writesNoAssigneeAsZero())
        field.expression = u"0"_s;
    return field;
}

} // namespace roster::sandbox::conversations
