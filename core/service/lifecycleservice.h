// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/activityentry.h"
#include "core/domain/contactpatch.h"

#include <QtCore/QObject>

#include <memory>

namespace roster {

struct ServiceParts;

//! What changes what a contact is, one at a time and mostly for good: delete, block, convert,
//! merge; and the journal's memory of one contact. Every slot returns a handle that it owns. What
//! cannot be taken back is written to the journal before it is sent, and its receipt stays there.
//! Facts are told by ContactService, as for any other change. Lives in the UI thread.
class LifecycleService : public QObject
{
    Q_OBJECT

public:
    LifecycleService(const ServiceParts &parts, QObject *parent);
    ~LifecycleService() override;

public Q_SLOTS:
    //! Deletes a contact (DELETE /contacts/{id}), an archived one too. A lost answer is looked up;
    //! when nobody can tell, the receipt says so and the error's effect is unknown. NotFound: it
    //! was gone already.
    roster::OperationOf<roster::Receipt> *remove(const roster::BulkTarget &contact);
    //! Blocks a contact (POST /contacts/{id}/block, from 2.13 on; Invalid before that). Settled
    //! like remove().
    roster::OperationOf<roster::Receipt> *block(const roster::BulkTarget &contact);
    //! Makes a user of a lead (PUT /contacts/{id} with role user and what the patch holds besides:
    //! a user has an email or an external id). Read first, like ContactService::update(). Invalid
    //! with a field: refused before sending.
    roster::OperationOf<roster::Contact> *convert(const roster::Contact &lead,
                                                  const roster::ContactPatch &patch);
    //! Merges a lead into a user (POST /contacts/merge), for good; answers the user as it is then.
    //! Both are read first: Conflict when the lead is no lead any more or the user no user, and
    //! then the store has them as they are. A lost answer is looked up like that of remove().
    roster::OperationOf<roster::Contact> *merge(const roster::BulkTarget &lead,
                                                const roster::BulkTarget &user);

    //! The workspace's receipts, the latest first.
    roster::OperationOf<QList<roster::Receipt>> *receipts();
    //! What this Roster did to a contact, the latest first; at most 200.
    roster::OperationOf<QList<roster::ActivityEntry>> *activity(const roster::ContactId &id);

Q_SIGNALS:
    //! receipts() answers something else than before.
    void receiptsChanged();

private:
    OperationOf<Receipt> *end(Receipt::Kind kind, const BulkTarget &contact);

    std::unique_ptr<ServiceParts> m_parts;
};

} // namespace roster
