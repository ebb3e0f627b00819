// SPDX-License-Identifier: MIT
#include "core/api/conversationjson.h"

#include "core/api/pagejson.h"

namespace roster::api {

namespace {

using State = Conversation::State;

State stateOf(const QString &name)
{
    if (name == QLatin1String("open"))
        return State::Open;
    if (name == QLatin1String("closed"))
        return State::Closed;
    return name == QLatin1String("snoozed") ? State::Snoozed : State::Other;
}

QList<Attachment> attachmentsOf(const JsonNode &node)
{
    QList<Attachment> files;
    if (!node.isGiven())
        return files;
    node.forEach([&files](const JsonNode &entry) {
        Attachment file;
        file.name = entry.member(QLatin1String("name")).optionalText();
        file.url = QUrl(entry.member(QLatin1String("url")).optionalText());
        file.contentType = entry.member(QLatin1String("content_type")).optionalText();
        file.size = entry.member(QLatin1String("filesize")).optionalInteger();
        files.append(file);
    });
    return files;
}

//! What the first message and later ones have in common.
ConversationPart messageOf(const JsonNode &root)
{
    ConversationPart part;
    part.id = root.member(QLatin1String("id")).id();
    part.body = root.member(QLatin1String("body")).optionalText();
    part.attachments = attachmentsOf(root.member(QLatin1String("attachments")));
    const JsonNode redacted = root.member(QLatin1String("redacted"));
    part.isRedacted = redacted.isGiven() && redacted.flag();
    const JsonNode author = root.member(QLatin1String("author"));
    if (author.isGiven()) {
        part.authorKind = author.member(QLatin1String("type")).optionalText();
        part.authorName = author.member(QLatin1String("name")).optionalText();
        if (part.authorName.isEmpty())
            part.authorName = author.member(QLatin1String("email")).optionalText();
    }
    return part;
}

void readSource(const JsonNode &source, Conversation &conversation)
{
    if (!source.isGiven())
        return;
    conversation.source = messageOf(source);
    conversation.source.createdAt = conversation.createdAt;
    conversation.channel = source.member(QLatin1String("type")).optionalText();
    conversation.subject = source.member(QLatin1String("subject")).optionalText();
}

void readParts(const JsonNode &list, Conversation &conversation)
{
    if (!list.isGiven())
        return;
    list.member(QLatin1String("conversation_parts")).forEach([&](const JsonNode &entry) {
        ConversationPart part = messageOf(entry);
        part.kind = entry.member(QLatin1String("part_type")).optionalText();
        part.createdAt = entry.member(QLatin1String("created_at")).optionalInteger();
        conversation.parts.append(part);
    });
    conversation.totalParts = totalCount(list, conversation.parts.size());
}

void readContacts(const JsonNode &list, Conversation &conversation)
{
    if (!list.isGiven())
        return;
    list.member(QLatin1String("contacts")).forEach([&conversation](const JsonNode &entry) {
        conversation.contacts.append(ContactId(entry.member(QLatin1String("id")).id()));
    });
}

Conversation conversationOf(const JsonNode &root)
{
    Conversation conversation;
    root.member(QLatin1String("type")).expectText(QLatin1String("conversation"));
    conversation.id = ConversationId(root.member(QLatin1String("id")).id());
    conversation.title = root.member(QLatin1String("title")).optionalText();
    conversation.state = stateOf(root.member(QLatin1String("state")).optionalText());
    conversation.createdAt = root.member(QLatin1String("created_at")).optionalInteger();
    conversation.updatedAt = root.member(QLatin1String("updated_at")).optionalInteger();
    readSource(root.member(QLatin1String("source")), conversation);
    readParts(root.member(QLatin1String("conversation_parts")), conversation);
    readContacts(root.member(QLatin1String("contacts")), conversation);
    return conversation;
}

} // namespace

Result<Conversation> readConversation(const QByteArray &json)
{
    return parseJson(json, conversationOf);
}

Result<Page<Conversation>> readConversations(const QByteArray &json)
{
    return parseJson(json, [](const JsonNode &root) {
        return readPage(root, root.member(QLatin1String("conversations")), Paging::Cursor,
                        conversationOf, QLatin1String("conversation.list"));
    });
}

} // namespace roster::api
