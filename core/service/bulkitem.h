// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/bulkaction.h"
#include "core/domain/company.h"
#include "core/domain/tag.h"
#include "core/service/serviceparts.h"
#include "core/wire/httprequest.h"

namespace roster {

//! Does one action to one contact: sends it, and where the answer is lost finds out by reading the
//! contact. An archive that got no answer, of a contact that is no longer active, ends as NotFound
//! with `Effect::Unknown` where Intercom does not tell whether it was archived, deleted or merged.
//! The child of its operation. What the store has to know of it is written by then, except
//! that an archived contact leaves the store (the runner does that for many at once).
class BulkItem : public QObject
{
    Q_OBJECT

public:
    //! What an answer names.
    struct Named
    {
        Tag tag;
        Company company;
    };

    BulkItem(const ServiceParts &parts, const BulkAction &action, const ContactId &id, Lane lane,
             OperationOf<Done> *operation);

private:
    void send();
    void refreshRefused(const ApiError &refusal);
    void lookIfArchived(const ApiError &lost);
    void archiveAgain(const ApiError &lost);
    void settleGone(const ApiError &refusal);
    void settleLostAnswer(const ApiError &lost);
    void settleByRecord(const Result<Contact> &now, const ApiError &lost);
    void apply(const Named &named);
    void storeRestored();

    ServiceParts m_parts;
    BulkAction m_action;
    ContactId m_id;
    Lane m_lane;
    OperationOf<Done> *m_operation;
};

} // namespace roster
