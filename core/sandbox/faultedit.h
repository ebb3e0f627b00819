// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/faultscript.h"
#include "core/sandbox/httpexchange.h"

#include <QJsonValue>

namespace roster::sandbox {

//! \a value with every type swapped: texts become numbers, numbers and booleans texts, lists
//! objects, objects lists; of the outermost object the members are swapped. null becomes true.
[[nodiscard]] QJsonValue withWrongTypes(const QJsonValue &value);

//! \a reply as \a rule spoils it. \a reply is the true answer, or, when the rule does not carry the
//! request out, the envelope that stands in for it.
[[nodiscard]] HttpReply spoiled(HttpReply reply, const FaultRule &rule);

//! Intercom's code for an error \a status, "rate_limit_exceeded" for 429.
[[nodiscard]] QString codeOfStatus(int status);

} // namespace roster::sandbox
