// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/service/pendingreceipt.h"
#include "core/wire/httprequest.h"

namespace roster {

//! Deletes or blocks a contact: writes the receipt, sends, settles the receipt, takes the contact
//! out of the store. Either may be asked for again without doing more, so a lost answer is settled
//! by reading the contact, and by asking once more where it is not active: that tells what reading
//! cannot. The child of its operation.
class EndContact : public QObject
{
    Q_OBJECT

public:
    //! `kind` is Deleted or Blocked.
    EndContact(const ServiceParts &parts, Receipt::Kind kind, const BulkTarget &contact,
               OperationOf<Receipt> *operation);

private:
    HttpRequest request() const;
    void send();
    void refused(const ApiError &error);
    void gone(const ApiError &error);
    void lookAt(const ApiError &lost);
    void done(const QString &requestId);
    void notDone(const ApiError &error);
    void leaveOpen();

    ServiceParts m_parts;
    PendingReceipt m_pending;
    OperationOf<Receipt> *m_operation;
    //! Asked a second time, since the answer of the first was lost.
    bool m_isRepeat = false;
    ApiError m_lost;
};

} // namespace roster
