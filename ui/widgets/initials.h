// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace roster {

//! One or two characters that stand for a person: the first letter of the first and of the last
//! word of \a name that has one, as graphemes, upper case where the script has it; of a name
//! without letters the emoji. Without a name those of an \a email whose local part reads like a
//! name (letters, dots, hyphens and underscores only); else "?".
QString initials(const QString &name, const QString &email = {});

//! The hue of a person or tag, 0 … ThemeColors::hueCount - 1: the same for the same \a key on every
//! machine and in every run. Give the id, or a tag's name.
int hueFor(const QString &key);

} // namespace roster
