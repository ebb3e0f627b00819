// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/note.h"
#include "core/domain/page.h"
#include "core/domain/result.h"

#include <QtCore/QByteArray>

namespace roster::api {

class JsonNode;

//! A note where an answer holds one (schema Note).
Note noteFrom(const JsonNode &root);
//! One note (schema Note): the answer of making and getting one.
Result<Note> readNote(const QByteArray &json);
//! A page of a contact's notes; Page::next is the number of the page after it.
Result<Page<Note>> readNotes(const QByteArray &json);

} // namespace roster::api
