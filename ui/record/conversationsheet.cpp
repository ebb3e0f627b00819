// SPDX-License-Identifier: MIT
#include "ui/record/conversationsheet.h"

#include "core/service/recordservice.h"
#include "core/service/session.h"
#include "ui/record/conversationtext.h"
#include "ui/record/notetext.h"
#include "ui/theme/kind.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plainwords.h"

#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int CardWidth = 640;
constexpr qsizetype LongestPart = 20'000;
//! Intercom answers with five hundred at most.
constexpr qsizetype MostParts = 500;

} // namespace

ConversationSheet::ConversationSheet(const RecordListParts &parts, const Conversation &conversation,
                                     QWidget *host)
    : TaskSheet(parts.theme, u"conversationSheet"_s, host, nullptr)
    , m_parts(parts)
    , m_id(conversation.id)
{
    setCardWidth(CardWidth);
    show(conversation);
    addFooter(u"doneButton"_s, tr("&Done"));
    cancelButton()->hide();
    readNow();
}

void ConversationSheet::readNow()
{
    RecordService *service = m_parts.session.records();
    if (!service)
        return;
    service->conversation(m_id)->onFinished(this, [this](const Result<Conversation> &answer) {
        if (answer)
            show(*answer);
        else
            showError(answer.error(), Doing::ReadingRecord);
    });
}

void ConversationSheet::show(const Conversation &conversation)
{
    setTitle(firstWords(conversationTitle(conversation), 120));
    const ToldMoment at = toldMoment(conversation.updatedAt, m_parts.session);
    setSubtitle(conversationFacts(conversation, at.shortly));
    delete m_shown;
    m_shown = new QWidget(this);
    auto *column = new QVBoxLayout(m_shown);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    int number = 0;
    column->addWidget(partRow(conversation.source, number++, m_shown));
    const QList<ConversationPart> parts = conversation.parts.mid(0, MostParts);
    const auto missing = conversation.totalParts - static_cast<int>(parts.size());
    if (missing > 0) {
        auto *rest =
            new QLabel(parts.isEmpty() ? tr("Reading %Ln answers…", nullptr, missing)
                                       : tr("%Ln earlier answers are not shown.", nullptr, missing),
                       m_shown);
        rest->setObjectName(u"missingPartsLabel"_s);
        setKind(*rest, u"muted"_s);
        column->addWidget(rest);
    }
    for (const ConversationPart &part : parts)
        column->addWidget(partRow(part, number++, m_shown));
    body()->insertWidget(0, m_shown);
}

QWidget *ConversationSheet::partRow(const ConversationPart &part, int number, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    const ToldMoment at = toldMoment(part.createdAt, m_parts.session);
    const bool isNote = part.kind == "note"_L1;
    QString who = partAuthor(part);
    if (isNote)
        who = tr("%1 · note for the team", "author").arg(who);
    auto *head = new ElidedLabel(u"partHead%1"_s.arg(number), row);
    head->setFullText(at.shortly.isEmpty() ? who
                                           : tr("%1 · %2", "author, time").arg(who, at.shortly));
    row->setToolTip(plainToolTip(at.exactly));
    setKind(*head, u"muted"_s);
    column->addWidget(head);

    QString words = part.isRedacted ? QString() : wordsOfHtml(part.body);
    const bool isSaid = !words.trimmed().isEmpty();
    if (!isSaid)
        words = part.attachments.isEmpty() || part.isRedacted ? partDeed(part) : QString();
    auto *body = new QLabel(firstWords(words, LongestPart), row);
    body->setObjectName(u"partBody%1"_s.arg(number));
    body->setTextFormat(Qt::PlainText);
    body->setWordWrap(true);
    body->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    body->setAccessibleName(tr("%1: %2", "author, words").arg(who, firstWords(words)));
    if (!isSaid)
        setKind(*body, u"muted"_s);
    body->setVisible(!words.isEmpty());
    column->addWidget(body);
    for (qsizetype i = 0; i < part.attachments.size(); ++i)
        column->addWidget(attachmentRow(part.attachments.at(i),
                                        u"attachment%1_%2Button"_s.arg(number).arg(i), row));
    return row;
}

QWidget *ConversationSheet::attachmentRow(const Attachment &attachment, const QString &name,
                                          QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto *what = new ElidedLabel(name + u"Label"_s, row);
    what->setFullText(attachmentText(attachment));
    line->addWidget(what, 1);
    QPushButton *save = makeLinkButton(name, tr("Save…"), row);
    save->setAccessibleName(tr("Save %1").arg(firstWords(attachment.name.simplified(), 120)));
    connect(save, &QPushButton::clicked, this,
            [this, attachment] { Q_EMIT saveRequested(attachment); });
    line->addWidget(save);
    return row;
}

void ConversationSheet::proceed()
{
    dismiss();
}

} // namespace roster
