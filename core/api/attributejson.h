// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/newattribute.h"
#include "core/domain/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QList>

namespace roster::api {

//! The custom attributes in a list of data attributes (schema Data Attribute List); the standard
//! ones are the fields of Contact and left out. One of a type that Roster does not know is read as
//! text that cannot be written.
Result<QList<DataAttribute>> readDataAttributes(const QByteArray &json);
//! One custom attribute: the answer of making one (schema Data Attribute).
Result<DataAttribute> readDataAttribute(const QByteArray &json);
//! The body that makes an attribute of contacts. A list is written as text with options, which
//! every version takes.
QJsonObject toJson(const NewAttribute &attribute);

} // namespace roster::api
