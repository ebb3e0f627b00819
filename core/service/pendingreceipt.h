// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/receipt.h"
#include "core/service/serviceparts.h"

#include <QtCore/QPointer>

#include <memory>

namespace roster {

//! The receipt of one thing that cannot be taken back, from before it is sent to its end. What is
//! written of it stays true whatever becomes of the operation: one that is given up after it was
//! sent leaves an uncertain receipt, one that changed nothing leaves none.
class PendingReceipt
{
public:
    //! Of now, by the token's owner.
    PendingReceipt(const ServiceParts &parts, Receipt::Kind kind, const BulkTarget &contact,
                   const BulkTarget &into = {});

    const Receipt &receipt() const { return m_receipt; }

    //! Writes it down as uncertain, and calls `then(const Result<qint64> &)` unless `operation` has
    //! ended meanwhile. Nothing may be sent before that.
    template <class T, class Then>
    void open(OperationOf<T> *operation, Then then)
    {
        // The store outlives the operation, whose end may be all that is left to hear of.
        operation->onFinished(listener(), [parts = m_parts, number = m_number](const auto &end) {
            if (!end && end.error().effect == Effect::NotApplied)
                forget(parts, *number);
        });
        write([number = m_number, parts = m_parts, guard = QPointer<OperationOf<T>>(operation),
               then](const Result<qint64> &written) mutable {
            if (!guard || guard->isSettled())
                return forget(parts, written ? *written : 0);
            if (written)
                *number = *written;
            then(written);
        });
    }

    //! What came of it is known, or that nobody can tell it.
    OperationOf<Done> *settle(bool isCertain, const QString &requestId);
    //! It did not happen: calls `then` when it is gone, unless `context` is.
    void drop(QObject *context, std::function<void()> then);

private:
    QObject *listener() const;
    void write(std::function<void(const Result<qint64> &)> then) const;
    static void forget(const ServiceParts &parts, qint64 number);

    ServiceParts m_parts;
    Receipt m_receipt;
    //! 0: none is written.
    std::shared_ptr<qint64> m_number = std::make_shared<qint64>(0);
};

//! The contact is no longer one of the active ones, by our own doing: it leaves the store, is told
//! of by Facts::contactsRemoved(), and is not looked for elsewhere.
OperationOf<int> *takeAway(const ServiceParts &parts, const ContactId &id);

} // namespace roster
