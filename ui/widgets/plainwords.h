// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace roster {

//! The beginning of \a text and … when it is longer than \a longest characters. For words of
//! others that are measured or painted: a name of a megabyte takes seconds.
QString firstWords(const QString &text, qsizetype longest = 500);

//! \a name of somebody or something as a part of a sentence: on one line, not long, and without the
//! signs that turn the writing direction, which would turn the words around it as well. One that is
//! written from right to left keeps its direction to itself.
QString inSentence(const QString &name);

//! \a text as a tool tip that shows it letter by letter, though Qt reads as markup whatever looks
//! like it; the beginning of a very long one.
QString plainToolTip(const QString &text);

} // namespace roster
