// SPDX-License-Identifier: MIT
#pragma once

#include <QList>

namespace roster::sandbox::subscriptions {

//! Whether messages come unless somebody said no, or only once somebody said yes.
enum class Consent { OptOut, OptIn };

//! How a subscription type is called in one language.
struct Translation
{
    const char *locale;
    const char *name;
    const char *description;
};

//! One kind of message that people choose about. Texts are UTF-8 literals.
struct SubscriptionType
{
    qint64 id;
    Consent consent;
    const char *state;                //!< live, draft or archived
    QList<const char *> contentTypes; //!< email, sms_message
    QList<Translation> translations;  //!< the default one first
};

//! Those of every sandbox workspace; the API can neither make nor change them.
[[nodiscard]] const QList<SubscriptionType> &types();

} // namespace roster::sandbox::subscriptions
