// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/service/facts.h"
#include "core/service/serviceparts.h"
#include "core/store/store.h"

namespace roster {

//! Ends `operation` with `error`. When that says that the contact is not there (any more), the
//! contact leaves the store first, and that is told.
template <class T>
void failAbout(const ServiceParts &parts, const ContactId &id, OperationOf<T> *operation,
               const ApiError &error)
{
    if (error.kind != ErrorKind::NotFound)
        return operation->settle(error);
    parts.store.removeContacts({id})->onFinished(
        operation, [operation, error, &facts = parts.facts](const Result<QList<ContactId>> &gone) {
            if (gone && !gone->isEmpty())
                Q_EMIT facts.contactsVanished(*gone);
            operation->settle(error);
        });
}

} // namespace roster
