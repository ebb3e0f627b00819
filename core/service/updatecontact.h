// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/contactpatch.h"
#include "core/service/serviceparts.h"
#include "core/wire/httprequest.h"

namespace roster {

//! Changes a contact without overwriting anybody: reads it, compares what the person saw with what
//! is there, sends the patch, stores the answer. When the answer is lost, the contact is read again
//! to find out whether the change happened. The child of its operation.
class UpdateContact : public QObject
{
    Q_OBJECT

public:
    UpdateContact(const ServiceParts &parts, const Contact &base, const ContactPatch &patch,
                  OperationOf<Contact> *operation);

    //! `code` of the error when somebody else changed the same field meanwhile.
    static QString changedMeanwhile() { return QStringLiteral("changed_meanwhile"); }

private:
    void readBefore();
    void send();
    void settleLostAnswer(const ApiError &error);
    void store(const Contact &contact, const QByteArray &record, const Result<Contact> &answer);
    void fail(const ApiError &error);

    ServiceParts m_parts;
    Contact m_base;
    ContactPatch m_patch;
    OperationOf<Contact> *m_operation;
};

} // namespace roster
