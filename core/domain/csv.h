// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>

namespace roster {

//! One cell by RFC 4180: quoted where it has to be. Text that a spreadsheet would run as a formula
//! (after blanks and characters that are not seen: = + - @, also in their full width) gets an
//! apostrophe in front, which a spreadsheet shows as text: names and emails come from strangers.
QString csvCell(const QString &text);

//! One row of cells, ending in CR LF.
QByteArray csvLine(const QStringList &cells);

//! Rows of cells as a file: UTF-8 with a byte order mark, without which Excel takes it for another
//! encoding; lines end in CR LF. The first row is the header.
QByteArray csvFile(const QList<QStringList> &rows);

} // namespace roster
