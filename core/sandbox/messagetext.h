// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace roster::sandbox {

//! The HTML of a message as display_as=plaintext shows it; \a namesLinks adds the address behind
//! the label of a link, as 2.16 does. A null string stays one.
[[nodiscard]] QString plainText(const QString &html, bool namesLinks);

//! The words of a message, folded, as a JSON list: search compares source.body with each of them.
[[nodiscard]] QString wordsOf(const QString &html);

} // namespace roster::sandbox
