// SPDX-License-Identifier: MIT
#pragma once

#include "ui/lifecycle/lifecycleport.h"

#include <QtCore/QObject>

#include <optional>

namespace roster::test {

//! Answers what the sheets of a contact's life ask for as the test says, in a later turn, and
//! remembers what was asked.
class FakeLifecycle final : public QObject, public LifecyclePort
{
public:
    struct Asked
    {
        QString what;
        BulkTarget contact;
        BulkTarget into = {};
        ContactPatch patch = {};
    };

    QList<Asked> asked;
    //! Everything fails so.
    std::optional<ApiError> error;
    //! Nothing is answered.
    bool isHolding = false;
    QList<Receipt> kept;
    Contact answer;

    OperationOf<Receipt> *remove(const BulkTarget &contact) override
    {
        asked.append({QStringLiteral("remove"), contact});
        return told(receiptOf(Receipt::Kind::Deleted, contact));
    }
    OperationOf<Receipt> *block(const BulkTarget &contact) override
    {
        asked.append({QStringLiteral("block"), contact});
        return told(receiptOf(Receipt::Kind::Blocked, contact));
    }
    OperationOf<Contact> *convert(const Contact &lead, const ContactPatch &patch) override
    {
        asked.append({QStringLiteral("convert"),
                      {lead.id, lead.label(), lead.email(), lead.role()},
                      {},
                      patch});
        return told(answer);
    }
    OperationOf<Contact> *merge(const BulkTarget &lead, const BulkTarget &user) override
    {
        asked.append({QStringLiteral("merge"), lead, user});
        return told(answer);
    }
    OperationOf<QList<Receipt>> *receipts() override { return told(kept); }

    static Receipt receiptOf(Receipt::Kind kind, const BulkTarget &contact)
    {
        Receipt receipt;
        receipt.number = 7;
        receipt.kind = kind;
        receipt.contact = contact;
        receipt.at = 1'700'000'000;
        receipt.by = QStringLiteral("Priya Nair");
        receipt.requestId = QStringLiteral("005jsrmatie9k4jdebg0");
        return receipt;
    }

private:
    template <class T>
    OperationOf<T> *told(const T &value)
    {
        auto *operation = new OperationOf<T>(this);
        if (isHolding)
            return operation;
        if (error)
            operation->settle(*error);
        else
            operation->settle(value);
        return operation;
    }
};

} // namespace roster::test
