// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace roster::sandbox {

//! \a text as the body of a note. HTML stays what it is, in a paragraph unless it begins with a
//! block of its own; plain text becomes paragraphs, parted by blank lines, with its breaks kept.
[[nodiscard]] QString noteHtml(const QString &text);

//! \a text, which is plain whatever it looks like, as paragraphs with its breaks kept.
[[nodiscard]] QString paragraphsOf(const QString &text);

} // namespace roster::sandbox
