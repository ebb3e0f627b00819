// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

#include <optional>
#include <variant>

namespace roster {

//! The value of one scalar field of a contact. `std::monostate` is JSON's null: the field is known
//! and empty. A field that was never told is absent from its container. Times are Unix seconds.
using FieldValue = std::variant<std::monostate, bool, qint64, QString>;

//! True for null.
inline bool isNull(const FieldValue &value)
{
    return std::holds_alternative<std::monostate>(value);
}

//! The text, or an empty string for null and for values that are no text.
inline QString textOf(const FieldValue &value)
{
    const QString *text = std::get_if<QString>(&value);
    return text ? *text : QString();
}

//! The whole number (times are Unix seconds), or nothing.
inline std::optional<qint64> numberOf(const FieldValue &value)
{
    const qint64 *number = std::get_if<qint64>(&value);
    return number ? std::optional<qint64>(*number) : std::nullopt;
}

//! The yes/no value, or nothing.
inline std::optional<bool> flagOf(const FieldValue &value)
{
    const bool *flag = std::get_if<bool>(&value);
    return flag ? std::optional<bool>(*flag) : std::nullopt;
}

} // namespace roster
