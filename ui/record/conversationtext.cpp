// SPDX-License-Identifier: MIT
#include "ui/record/conversationtext.h"

#include "ui/record/notetext.h"
#include "ui/widgets/plainwords.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QLocale>

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ConversationText)
};

QString joined(const QStringList &parts)
{
    return parts.join(QStringLiteral(" · "));
}

QString stateText(Conversation::State state)
{
    switch (state) {
    case Conversation::State::Open:
        return Words::tr("Open");
    case Conversation::State::Closed:
        return Words::tr("Closed");
    case Conversation::State::Snoozed:
        return Words::tr("Snoozed");
    case Conversation::State::Other:
        break;
    }
    return {};
}

} // namespace

QString conversationTitle(const Conversation &conversation)
{
    for (const QString &text : {conversation.title, wordsOfHtml(conversation.subject),
                                wordsOfHtml(conversation.source.body)}) {
        const QString words = text.simplified();
        if (!words.isEmpty())
            return words;
    }
    return Words::tr("Conversation without words");
}

QString conversationFacts(const Conversation &conversation, const QString &at)
{
    QStringList facts;
    for (const QString &fact : {stateText(conversation.state), conversation.channel, at}) {
        if (!fact.isEmpty() && fact != QLatin1String("conversation"))
            facts.append(firstWords(fact, 60));
    }
    return joined(facts);
}

QString partAuthor(const ConversationPart &part)
{
    const QString name = part.authorName.simplified();
    if (!name.isEmpty())
        return firstWords(name, 120);
    static const QHash<QString, const char *> kinds{
        {QStringLiteral("user"), QT_TRANSLATE_NOOP("ConversationText", "User")},
        {QStringLiteral("lead"), QT_TRANSLATE_NOOP("ConversationText", "Lead")},
        {QStringLiteral("admin"), QT_TRANSLATE_NOOP("ConversationText", "Teammate")},
        {QStringLiteral("bot"), QT_TRANSLATE_NOOP("ConversationText", "Bot")},
        {QStringLiteral("team"), QT_TRANSLATE_NOOP("ConversationText", "Team")},
    };
    const char *known = kinds.value(part.authorKind);
    return known ? Words::tr(known) : Words::tr("Unknown author");
}

QString partDeed(const ConversationPart &part)
{
    if (part.isRedacted)
        return Words::tr("This message was redacted.");
    static const QHash<QString, const char *> deeds{
        {QStringLiteral("close"), QT_TRANSLATE_NOOP("ConversationText", "Closed the conversation")},
        {QStringLiteral("open"), QT_TRANSLATE_NOOP("ConversationText", "Opened it again")},
        {QStringLiteral("assignment"),
         QT_TRANSLATE_NOOP("ConversationText", "Assigned the conversation")},
        {QStringLiteral("snoozed"),
         QT_TRANSLATE_NOOP("ConversationText", "Snoozed the conversation")},
    };
    const char *known = deeds.value(part.kind);
    if (known)
        return Words::tr(known);
    return part.kind.isEmpty() ? Words::tr("Nothing was said.")
                               : Words::tr("Did: %1").arg(firstWords(part.kind, 60));
}

QString attachmentText(const Attachment &attachment)
{
    QStringList facts;
    const QString name = attachment.name.simplified();
    facts.append(name.isEmpty() ? Words::tr("File without a name") : firstWords(name, 120));
    if (!attachment.contentType.isEmpty())
        facts.append(firstWords(attachment.contentType.simplified(), 60));
    if (attachment.size)
        facts.append(QLocale().formattedDataSize(*attachment.size));
    return joined(facts);
}

} // namespace roster
