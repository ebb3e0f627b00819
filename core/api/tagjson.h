// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/result.h"
#include "core/domain/tag.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace roster::api {

class JsonNode;

//! A tag where an answer holds one (schema Tag).
Tag tagFrom(const JsonNode &root);
//! One tag (schema Tag): the answer of attaching, removing and creating one.
Result<Tag> readTag(const QByteArray &json);
//! All tags of the workspace or of a contact; such lists have no pages.
Result<QList<Tag>> readTags(const QByteArray &json);

} // namespace roster::api
