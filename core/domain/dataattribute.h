// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace roster {

//! What values a custom attribute takes.
enum class AttributeType { Text, Integer, Float, Flag, Date, List };

//! A custom attribute of contacts (schema DataAttribute).
struct DataAttribute
{
    //! Key in `custom_attributes`.
    QString name;
    //! What people call it.
    QString label;
    QString description;
    AttributeType type = AttributeType::Text;
    //! The choices of a list attribute.
    QStringList options;
    bool isWritable = true;
    bool isArchived = false;

    friend bool operator==(const DataAttribute &, const DataAttribute &) = default;
};

} // namespace roster
