// SPDX-License-Identifier: MIT
#include "core/api/notejson.h"

#include "core/api/adminjson.h"
#include "core/api/pagejson.h"

namespace roster::api {

Note noteFrom(const JsonNode &root)
{
    Note note;
    root.member(QLatin1String("type")).expectText(QLatin1String("note"));
    note.id = NoteId(root.member(QLatin1String("id")).id());
    note.createdAt = root.member(QLatin1String("created_at")).optionalInteger();
    const JsonNode author = root.member(QLatin1String("author"));
    if (author.isGiven())
        note.author = readAdmin(author);
    note.body = root.member(QLatin1String("body")).optionalText();
    return note;
}

Result<Note> readNote(const QByteArray &json)
{
    return parseJson(json, noteFrom);
}

Result<Page<Note>> readNotes(const QByteArray &json)
{
    return parseJson(json, [](const JsonNode &root) {
        return readPage(root, root.member(QLatin1String("data")), Paging::Number, noteFrom);
    });
}

} // namespace roster::api
