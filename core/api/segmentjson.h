// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/result.h"
#include "core/domain/segment.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace roster::api {

class JsonNode;

//! A segment where an answer holds one (schema Segment).
Segment segmentFrom(const JsonNode &root);
//! The segments of a contact or a company, or all of the workspace; such lists have no pages.
Result<QList<Segment>> readSegments(const QByteArray &json);

} // namespace roster::api
