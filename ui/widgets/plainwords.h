// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace roster {

//! The beginning of \a text and … when it is longer than \a longest characters. For words of
//! others that are measured or painted: a name of a megabyte takes seconds.
QString firstWords(const QString &text, qsizetype longest = 500);

//! \a text as a tool tip that shows it letter by letter, though Qt reads as markup whatever looks
//! like it; the beginning of a very long one.
QString plainToolTip(const QString &text);

} // namespace roster
