// SPDX-License-Identifier: MIT
#pragma once

#include "core/api/contactjson.h"
#include "core/async/operationof.h"
#include "core/service/pendingreceipt.h"
#include "core/wire/httpresponse.h"

namespace roster {

//! Merges a lead into a user: reads both, writes the receipt, sends once, settles the receipt,
//! stores the user and takes the lead out of the store. A lost answer is settled by reading both
//! again, never by a second request. The child of its operation.
class MergeContacts : public QObject
{
    Q_OBJECT

public:
    MergeContacts(const ServiceParts &parts, const BulkTarget &lead, const BulkTarget &user,
                  OperationOf<Contact> *operation);

private:
    const ContactId &lead() const { return m_pending.receipt().contact.id; }
    const ContactId &user() const { return m_pending.receipt().into.id; }
    void readLead();
    void readUser();
    bool isStill(Role role, const api::ContactRecord &now);
    void send();
    void read(const HttpResponse &answer);
    void refused(const ApiError &error);
    void lookAtLead();
    void lookAtUser(bool isCertain);
    void done(const api::ContactRecord &user, const QString &requestId);
    void notDone(const ApiError &error);
    void leaveOpen();

    ServiceParts m_parts;
    PendingReceipt m_pending;
    OperationOf<Contact> *m_operation;
    //! The user before.
    Contact m_before;
    ApiError m_lost;
};

} // namespace roster
