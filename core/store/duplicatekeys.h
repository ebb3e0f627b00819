// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/duplicates.h"

namespace roster {

//! What of `row` is compared with others when looking for duplicates of that kind; empty for
//! nothing that could be compared. Pure; any thread.
QString duplicateKey(DuplicateKind kind, const ContactRow &row);

//! The same of the text alone: an address, a number, or a name.
QString emailKey(const QString &email);
//! The digits, without a leading 00; empty for less than six, which are an extension or a slip.
QString phoneKey(const QString &phone);
QString nameKey(const QString &name);

} // namespace roster
