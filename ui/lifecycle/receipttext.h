// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/receipt.h"
#include "ui/panel/recordsections.h"

#include <QtCore/QTimeZone>

namespace roster {

//! "Deleted Ada Lovelace"; one that nobody can be sure of says so.
QString receiptTitle(const Receipt &receipt);
//! What was done, to whom, when, by whose token, and the request's id: everything there is, plain
//! text. Times in `zone`.
QList<RecordLine> receiptLines(const Receipt &receipt, const QTimeZone &zone);
//! The same to paste: a line each.
QString receiptAsText(const Receipt &receipt, const QTimeZone &zone);
//! Who it was: name, else email, else id; fit for a sentence.
QString personText(const BulkTarget &contact);

} // namespace roster
