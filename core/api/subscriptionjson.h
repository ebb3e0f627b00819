// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/result.h"
#include "core/domain/subscriptiontype.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace roster::api {

//! One type (schema SubscriptionType): the answer of opting in or out, and of taking that back.
Result<SubscriptionType> readSubscriptionType(const QByteArray &json);
//! The workspace's types, or those that a contact made a choice about; such lists have no pages.
Result<QList<SubscriptionType>> readSubscriptionTypes(const QByteArray &json);

//! The API's word for it.
QString consentName(SubscriptionType::Consent consent);

} // namespace roster::api
