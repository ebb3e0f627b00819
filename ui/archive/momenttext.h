// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QTimeZone>

namespace roster {

//! When something was done, as a list heading tells it: "Today, 14:02", "Yesterday, 09:40",
//! "12 Nov", "12 Nov 2024". `at` and `now` are Unix seconds, days are days of `zone`. Pure.
QString momentText(qint64 at, qint64 now, const QTimeZone &zone, const QLocale &locale);

} // namespace roster
