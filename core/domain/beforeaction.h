// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/bulkaction.h"

#include <QtCore/QByteArray>

namespace roster {

//! What is kept of a contact before an action changes it.
struct BeforeAction
{
    //! It is as the action would leave it.
    bool wasSo = false;
    //! For Update: the values that it changes; empty when they are not known.
    ContactPatch earlier;
    //! For Archive: the whole record as Intercom sent it; empty when not known.
    QByteArray record;

    friend bool operator==(const BeforeAction &, const BeforeAction &) = default;
};

//! An active contact is as `action` would leave it. Of a list that is not completely known, what is
//! not in the known part counts as missing.
bool isAsWanted(const BulkAction &action, const BulkTarget &target, const Contact &contact);

//! What to keep of an active contact.
BeforeAction beforeAction(const BulkAction &action, const Contact &contact,
                          const QByteArray &record);

} // namespace roster
