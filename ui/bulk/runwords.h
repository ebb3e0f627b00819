// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"
#include "ui/text/runtext.h"

#include <QtCore/QTimeZone>

namespace roster {

//! Names what `action` is about, as far as `book` knows it; times are told in `zone`.
RunWords runWords(const BulkAction &action, const ContactBook &book, const QTimeZone &zone);

} // namespace roster
