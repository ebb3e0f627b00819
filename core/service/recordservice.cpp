// SPDX-License-Identifier: MIT
#include "core/service/recordservice.h"

#include "core/api/companyrecordjson.h"
#include "core/api/conversationjson.h"
#include "core/api/endpoints.h"
#include "core/api/notejson.h"
#include "core/api/recordendpoints.h"
#include "core/api/segmentjson.h"
#include "core/api/subscriptionjson.h"
#include "core/net/filedownload.h"
#include "core/service/addnote.h"
#include "core/service/call.h"
#include "core/service/createattribute.h"
#include "core/service/forgetcontact.h"
#include "core/service/readnotes.h"
#include "core/service/serviceparts.h"

#include <QtCore/QSet>

namespace roster {

namespace {

using Types = QList<SubscriptionType>;
using Choices = QList<SubscriptionChoice>;

Choices choicesOf(const Types &all, const Types &chosen)
{
    QSet<SubscriptionTypeId> ids;
    for (const SubscriptionType &type : chosen)
        ids.insert(type.id);
    Choices choices;
    for (const SubscriptionType &type : all) {
        const bool isChosen = ids.remove(type.id);
        if (isChosen || type.state == SubscriptionType::State::Live)
            choices.append({type, isChosen});
    }
    for (const SubscriptionType &type : chosen) {
        if (ids.contains(type.id))
            choices.append({type, true});
    }
    return choices;
}

} // namespace

RecordService::RecordService(const ServiceParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<ServiceParts>(parts))
{
}

RecordService::~RecordService()
{
    // Operations tell that they end while the service is still whole.
    qDeleteAll(findChildren<Operation *>(QString(), Qt::FindDirectChildrenOnly));
}

OperationOf<QList<Note>> *RecordService::notes(const ContactId &id)
{
    auto *operation = new OperationOf<QList<Note>>(this);
    new ReadNotes(*m_parts, id, operation);
    return operation;
}

OperationOf<Note> *RecordService::addNote(const ContactId &id, const QString &html)
{
    auto *operation = new OperationOf<Note>(this);
    operation->onFinished(this, [this, id](const Result<Note> &note) {
        if (note)
            Q_EMIT notesChanged(id);
    });
    new AddNote(*m_parts, id, html, operation);
    return operation;
}

OperationOf<QList<Segment>> *RecordService::segments(const ContactId &id)
{
    auto *operation = new OperationOf<QList<Segment>>(this);
    call(m_parts->dispatcher, operation, api::contactSegments(id), api::readSegments,
         [this, id, operation](const Result<QList<Segment>> &segments) {
             if (segments)
                 return operation->settle(segments);
             failAbout(*m_parts, id, operation, segments.error());
         });
    return operation;
}

OperationOf<Choices> *RecordService::subscriptions(const ContactId &id)
{
    auto *operation = new OperationOf<Choices>(this);
    call(m_parts->dispatcher, operation, api::subscriptionTypes(), api::readSubscriptionTypes,
         [this, id, operation](const Result<Types> &all) {
             if (!all)
                 return operation->settle(all.error());
             call(m_parts->dispatcher, operation, api::contactSubscriptions(id),
                  api::readSubscriptionTypes,
                  [this, id, operation, all = *all](const Result<Types> &chosen) {
                      if (!chosen)
                          return failAbout(*m_parts, id, operation, chosen.error());
                      operation->settle(choicesOf(all, *chosen));
                  });
         });
    return operation;
}

OperationOf<SubscriptionType> *RecordService::choose(const ContactId &id,
                                                     const SubscriptionType &type, bool isChosen)
{
    auto *operation = new OperationOf<SubscriptionType>(this);
    const HttpRequest request = isChosen ? api::addSubscription(id, type.id, type.consent)
                                         : api::removeSubscription(id, type.id);
    call(m_parts->dispatcher, operation, request, api::readSubscriptionType,
         [this, id, operation](const Result<SubscriptionType> &answer) {
             if (answer)
                 Q_EMIT subscriptionsChanged(id);
             // A plain "not found" may be about the type.
             else if (!answer.error().mergedInto.isEmpty())
                 return failAbout(*m_parts, id, operation, answer.error());
             operation->settle(answer);
         });
    return operation;
}

OperationOf<Page<Conversation>> *RecordService::conversations(const ContactId &id,
                                                              const QString &cursor)
{
    auto *operation = new OperationOf<Page<Conversation>>(this);
    callForPage(m_parts->dispatcher, operation, api::conversationsOf(id, cursor),
                api::readConversations,
                [operation](const Result<Page<Conversation>> &page) { operation->settle(page); });
    return operation;
}

OperationOf<Conversation> *RecordService::conversation(const ConversationId &id)
{
    auto *operation = new OperationOf<Conversation>(this);
    callForPage(
        m_parts->dispatcher, operation, api::conversation(id), api::readConversation,
        [operation](const Result<Conversation> &conversation) { operation->settle(conversation); });
    return operation;
}

OperationOf<CompanyRecord> *RecordService::company(const CompanyId &id)
{
    auto *operation = new OperationOf<CompanyRecord>(this);
    call(m_parts->dispatcher, operation, api::company(id), api::readCompanyRecord,
         [operation](const Result<CompanyRecord> &company) { operation->settle(company); });
    return operation;
}

OperationOf<QList<Segment>> *RecordService::companySegments(const CompanyId &id)
{
    auto *operation = new OperationOf<QList<Segment>>(this);
    call(m_parts->dispatcher, operation, api::companySegments(id), api::readSegments,
         [operation](const Result<QList<Segment>> &segments) { operation->settle(segments); });
    return operation;
}

OperationOf<DataAttribute> *RecordService::createAttribute(const NewAttribute &attribute)
{
    auto *operation = new OperationOf<DataAttribute>(this);
    if (problemsOf(attribute).isEmpty()) {
        new CreateAttribute(*m_parts, attribute, operation);
        return operation;
    }
    ApiError refusal;
    refusal.kind = ErrorKind::Invalid;
    refusal.field = ContactField::CustomAttributes;
    operation->settle(refusal);
    return operation;
}

OperationOf<Done> *RecordService::saveAttachment(const Attachment &attachment, const QString &path)
{
    auto *operation = new OperationOf<Done>(this);
    new FileDownload(attachment.url, path, {}, operation);
    return operation;
}

} // namespace roster
