// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/contactpatch.h"
#include "core/service/serviceparts.h"
#include "core/wire/httprequest.h"

namespace roster {

//! Creates a contact and stores the answer. Never repeats a create blindly: when the answer is
//! lost, the contact is looked for first. A user that is not there is asked for once more, and a
//! conflict then names the contact to look at; a lead is only looked for, since a second one would
//! be a duplicate that nothing refuses. The child of its operation.
class CreateContact : public QObject
{
    Q_OBJECT

public:
    CreateContact(const ServiceParts &parts, const ContactDraft &draft,
                  OperationOf<Contact> *operation);

private:
    void send();
    void refused(const ApiError &error);
    void lookFor(const ApiError &lost);
    void lookAgain(const ApiError &lost);
    void readConflicting(const ApiError &conflict, const ApiError &lost);
    void store(const Contact &contact, const QByteArray &record);
    void fail(const ApiError &error);
    bool isOurs(const Contact &contact) const;

    ServiceParts m_parts;
    ContactDraft m_draft;
    OperationOf<Contact> *m_operation;
    qint64 m_startedAt;
    int m_looks = 0;
    bool m_wasRepeated = false;
    ApiError m_lost;
};

} // namespace roster
