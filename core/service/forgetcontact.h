// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/service/facts.h"
#include "core/service/serviceparts.h"
#include "core/store/store.h"

namespace roster {

//! Ends `operation` with `error`; the contact leaves the store first, is remembered as vanished,
//! and that is told. Where the store cannot do that, its error is told instead, unless the
//! operation may have changed something.
template <class T>
void forgetAndFail(const ServiceParts &parts, const ContactId &id, OperationOf<T> *operation,
                   const ApiError &error)
{
    parts.store.sync()
        .vanish(id, error.mergedInto)
        ->onFinished(operation,
                     [operation, error, id, &facts = parts.facts](const Result<bool> &wasThere) {
                         if (!wasThere && error.effect == Effect::NotApplied)
                             return operation->settle(wasThere.error());
                         if (wasThere && *wasThere)
                             Q_EMIT facts.contactsVanished({id});
                         operation->settle(error);
                     });
}

//! The same when the error says that the contact is not there (any more); another one just ends it.
template <class T>
void failAbout(const ServiceParts &parts, const ContactId &id, OperationOf<T> *operation,
               const ApiError &error)
{
    if (error.kind == ErrorKind::NotFound)
        forgetAndFail(parts, id, operation, error);
    else
        operation->settle(error);
}

} // namespace roster
