// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

namespace roster {

//! What was pasted, made into the token that is meant: without white space and line ends anywhere,
//! "Authorization:" and "Bearer" in front, and quotes around it.
QString tokenIn(const QString &pasted);

//! How to get an access token and what it must be allowed to do, in words without links.
QString tokenHelp();

} // namespace roster
