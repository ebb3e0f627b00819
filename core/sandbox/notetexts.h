// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace roster::sandbox::seed {

//! What stands in notes, as HTML: single sentences in many languages, lists, links and pictures.
[[nodiscard]] const QStringList &noteTexts();
//! One of three thousand characters.
[[nodiscard]] QString longNoteText();

} // namespace roster::sandbox::seed
