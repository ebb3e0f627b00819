// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/company.h"
#include "core/domain/contact.h"
#include "core/domain/tag.h"
#include "core/service/serviceparts.h"
#include "core/wire/httprequest.h"

namespace roster {

//! Reads a contact with every tag and company, stores it and tells it; step by step, as the child
//! of its operation. A contact that answers "not found" leaves the store; where it says into which
//! one it was merged (2.16), that one is read and stored first.
class FetchContact : public QObject
{
    Q_OBJECT

public:
    //! Starts at once; `operation` is settled when the last step is done.
    FetchContact(const ServiceParts &parts, const ContactId &id, OperationOf<Contact> *operation,
                 Lane lane = Lane::Interactive, bool isFollowing = true);

private:
    void readContact();
    void readTags();
    void readCompanies(int page);
    void store();
    void storeLists();
    void fail(const ApiError &error);
    void follow(const ApiError &error);

    ServiceParts m_parts;
    ContactId m_id;
    OperationOf<Contact> *m_operation;
    Lane m_lane;
    bool m_isFollowing;
    Contact m_contact;
    QByteArray m_record;
    QList<Tag> m_tags;
    QList<Company> m_companies;
};

} // namespace roster
