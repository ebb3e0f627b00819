// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

namespace roster {

//! What a stranger wrote as HTML, as HTML that can be shown: words, paragraphs, lists, bold, italic
//! and links, nothing else. Nothing is loaded, pictures are named instead; a link whose words are
//! not its address shows its address after them; links that are not web, mail or phone addresses
//! are words. Very long texts are cut, which is said.
QString shownHtml(const QString &html);

//! Its words alone, paragraphs as lines.
QString wordsOfHtml(const QString &html);

//! Plain words as the HTML that Intercom takes for a note: a paragraph for every line.
QString htmlOfWords(const QString &words);

} // namespace roster
