// SPDX-License-Identifier: MIT
#include "ui/record/conversationslist.h"

#include "core/service/recordservice.h"
#include "core/service/session.h"
#include "ui/record/conversationtext.h"
#include "ui/theme/kind.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/elidedlink.h"
#include "ui/widgets/plainwords.h"

#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

ConversationsList::ConversationsList(const RecordListParts &parts, QWidget *parent)
    : ReadList(u"conversationsList"_s, parent)
    , m_parts(parts)
{
}

void ConversationsList::read()
{
    m_conversations.clear();
    readPage({});
}

void ConversationsList::readPage(const QString &cursor)
{
    if (RecordService *service = m_parts.session.records())
        follow(service->conversations(contactId(), cursor),
               [this](const Page<Conversation> &page) { add(page); });
}

void ConversationsList::add(const Page<Conversation> &page)
{
    m_conversations.append(page.items);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    int number = 0;
    for (const Conversation &conversation : std::as_const(m_conversations))
        column->addWidget(rowOf(conversation, number++, content));
    if (!page.next.isEmpty()) {
        QPushButton *more = makeLinkButton(u"moreConversationsButton"_s, tr("Show more"), content);
        more->setAccessibleName(tr("Show more conversations"));
        connect(more, &QPushButton::clicked, this, [this, more, next = page.next] {
            more->setEnabled(false);
            readPage(next);
        });
        column->addWidget(more, 0, Qt::AlignLeft);
    }
    showContent(content, std::max(page.total, static_cast<int>(m_conversations.size())));
}

QWidget *ConversationsList::rowOf(const Conversation &conversation, int number, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const QString title = conversationTitle(conversation);
    auto *open = new ElidedLink(u"conversation%1Button"_s.arg(number), row);
    open->setFullText(firstWords(title, 200));
    open->setAccessibleName(tr("Read conversation: %1").arg(firstWords(title, 200)));
    connect(open, &ElidedLink::clicked, this,
            [this, conversation] { Q_EMIT openRequested(conversation); });
    column->addWidget(open);

    const ToldMoment at = toldMoment(conversation.updatedAt, m_parts.session);
    auto *state = new ElidedLabel(u"conversationState%1"_s.arg(number), row);
    state->setFullText(conversationFacts(conversation, at.shortly));
    setKind(*state, u"muted"_s);
    column->addWidget(state);
    return row;
}

} // namespace roster
