// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QJsonValue>
#include <QtCore/QString>

namespace roster {

//! A value of a record in words: yes or no, a number as the locale writes it, a text as it is, a
//! list or an object as compact JSON; empty for null.
QString jsonText(const QJsonValue &value);

} // namespace roster
