// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/receipt.h"

namespace roster {

//! What the sheets of a contact's life ask for, as LifecycleService tells it: an injected seam, so
//! that tests can answer. UI thread.
class LifecyclePort
{
public:
    virtual ~LifecyclePort() = default;

    virtual OperationOf<Receipt> *remove(const BulkTarget &contact) = 0;
    virtual OperationOf<Receipt> *block(const BulkTarget &contact) = 0;
    virtual OperationOf<Contact> *convert(const Contact &lead, const ContactPatch &patch) = 0;
    virtual OperationOf<Contact> *merge(const BulkTarget &lead, const BulkTarget &user) = 0;
    //! The workspace's receipts, the latest first.
    virtual OperationOf<QList<Receipt>> *receipts() = 0;
};

} // namespace roster
