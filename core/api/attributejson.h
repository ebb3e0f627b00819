// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/dataattribute.h"
#include "core/domain/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace roster::api {

//! The custom attributes in a list of data attributes (schema Data Attribute List); the standard
//! ones are the fields of Contact and left out. One of a type that Roster does not know is read as
//! text that cannot be written.
Result<QList<DataAttribute>> readDataAttributes(const QByteArray &json);

} // namespace roster::api
