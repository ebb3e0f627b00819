// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/subscriptiontype.h"

namespace roster {

//! A type and what the contact chose about it.
struct SubscriptionChoice
{
    SubscriptionType type;
    //! Opted out of a type that is opted out of, or into one that is opted into.
    bool isChosen = false;

    //! Messages of this type are sent to the contact.
    bool isSubscribed() const
    {
        return isChosen == (type.consent == SubscriptionType::Consent::OptIn);
    }

    friend bool operator==(const SubscriptionChoice &, const SubscriptionChoice &) = default;
};

} // namespace roster
