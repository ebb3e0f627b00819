// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/id.h"

#include <QtCore/QStringList>

namespace roster {

//! A kind of messages that a contact can choose (schema SubscriptionType).
struct SubscriptionType
{
    //! How the contact's choice is asked for.
    enum class Consent {
        OptOut, //!< Sent unless the contact opted out.
        OptIn,  //!< Sent only when the contact opted in.
    };
    enum class State { Live, Draft, Archived };

    SubscriptionTypeId id;
    //! Of its default translation.
    QString name;
    QString description;
    Consent consent = Consent::OptOut;
    State state = State::Live;
    //! "email", "sms_message".
    QStringList contentTypes;

    friend bool operator==(const SubscriptionType &, const SubscriptionType &) = default;
};

} // namespace roster
