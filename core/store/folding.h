// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>

namespace roster {

//! Text as it is compared when searching and sorting: case, accents, vowel points, compatibility
//! forms and invisible characters do not count, typographic apostrophes and dashes are plain ones,
//! runs of space are one space. Folding folded text changes nothing. Pure; any thread.
QString folded(const QString &text);

//! The words of a search, folded, without repeats.
QStringList foldedWords(const QString &text);

} // namespace roster
