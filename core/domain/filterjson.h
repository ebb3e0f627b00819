// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactfilter.h"
#include "core/domain/contactquery.h"
#include "core/domain/result.h"

#include <QtCore/QJsonObject>

namespace roster {

//! The words that filters are written with in files. They are part of the format: never changed,
//! only added to.
QString filterWord(FilterField field);
QString filterWord(FilterTest test);
QString filterWord(FilterJoin join);
QString filterWord(AttributeType type);
QString filterWord(SortColumn column);
std::optional<FilterField> filterFieldNamed(QStringView word);
std::optional<FilterTest> filterTestNamed(QStringView word);
std::optional<FilterJoin> filterJoinNamed(QStringView word);
std::optional<AttributeType> attributeTypeNamed(QStringView word);
std::optional<SortColumn> sortColumnNamed(QStringView word);

//! The whole filter, what is off included.
QJsonObject toJson(const ContactFilter &filter);
//! Reads it back. Words, members and shapes that are not known are refused: half a filter would
//! show other contacts than were meant. The error is of kind Protocol; `detail` names the place
//! ("groups[0].conditions[2].test: unknown word 'sounds_like'").
Result<ContactFilter> contactFilterFromJson(const QJsonObject &json);

} // namespace roster
