// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/companyrecord.h"
#include "core/domain/conversation.h"
#include "core/domain/newattribute.h"
#include "core/domain/note.h"
#include "core/domain/page.h"
#include "core/domain/segment.h"
#include "core/domain/subscriptionchoice.h"

#include <QtCore/QObject>

#include <memory>

namespace roster {

struct ServiceParts;

//! What hangs off one contact and is not kept in the store: notes, segments, subscriptions,
//! conversations; besides, companies as a whole and new attributes. Every slot returns a handle
//! that it owns; NotFound about the contact makes the store forget it, as with ContactService.
//! Lives in the UI thread.
class RecordService : public QObject
{
    Q_OBJECT

public:
    RecordService(const ServiceParts &parts, QObject *parent);
    ~RecordService() override;

public Q_SLOTS:
    //! Every note of a contact as the server orders them, page by page (GET /contacts/{id}/notes).
    roster::OperationOf<QList<roster::Note>> *notes(const roster::ContactId &id);
    //! Adds a note by the token's owner (POST /contacts/{id}/notes); `html` as Intercom takes it.
    //! Where the answer is lost the note is looked for and never sent again; when it cannot be
    //! found either, the error's effect is unknown.
    roster::OperationOf<roster::Note> *addNote(const roster::ContactId &id, const QString &html);

    //! The segments that a contact is in (GET /contacts/{id}/segments).
    roster::OperationOf<QList<roster::Segment>> *segments(const roster::ContactId &id);

    //! Every live type of the workspace with the contact's choice (GET /subscription_types, GET
    //! /contacts/{id}/subscriptions), and those no longer live that it made a choice about.
    roster::OperationOf<QList<roster::SubscriptionChoice>> *subscriptions(
        const roster::ContactId &id);
    //! Makes the contact's choice, or takes it back (POST and DELETE /contacts/{id}/subscriptions).
    roster::OperationOf<roster::SubscriptionType> *choose(const roster::ContactId &id,
                                                          const roster::SubscriptionType &type,
                                                          bool isChosen);

    //! A page of the contact's conversations, the latest first (POST /conversations/search);
    //! `cursor` is Page::next of the page before, empty for the first.
    roster::OperationOf<roster::Page<roster::Conversation>> *conversations(
        const roster::ContactId &id, const QString &cursor);
    //! One conversation with its parts as plain text (GET /conversations/{id}).
    roster::OperationOf<roster::Conversation> *conversation(const roster::ConversationId &id);
    //! Saves a file of a conversation under `path`, whole or not at all, readable by its owner
    //! alone. Its address is a stranger's: no token goes there. Cancel it as long as it runs.
    roster::OperationOf<roster::Done> *saveAttachment(const roster::Attachment &attachment,
                                                      const QString &path);

    //! Everything that is told of a company (GET /companies/{id}). NotFound: it was archived.
    roster::OperationOf<roster::CompanyRecord> *company(const roster::CompanyId &id);
    //! The segments that a company is in (GET /companies/{id}/segments).
    roster::OperationOf<QList<roster::Segment>> *companySegments(const roster::CompanyId &id);

    //! Makes a custom attribute of contacts (POST /data_attributes). One that problemsOf()
    //! complains of is refused before sending. The store's attributes are read anew before it
    //! finishes, which ContactService::directoryChanged() tells. An attribute whose answer was lost
    //! is looked for and never sent again.
    roster::OperationOf<roster::DataAttribute> *createAttribute(
        const roster::NewAttribute &attribute);

Q_SIGNALS:
    //! A note was added here.
    void notesChanged(const roster::ContactId &id);
    //! A choice was made here.
    void subscriptionsChanged(const roster::ContactId &id);

private:
    std::unique_ptr<ServiceParts> m_parts;
};

} // namespace roster
