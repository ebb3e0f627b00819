// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/context.h"

namespace roster::sandbox::tags {

//! One tag of the workspace.
struct Tag
{
    qint64 id = 0;
    QString name;
};

//! The tag with the id \a text, which clients may write as digits only.
[[nodiscard]] std::optional<Tag> find(Context &context, const QString &text);
//! The tag called \a name, whatever its case; made when there is none.
[[nodiscard]] Tag findOrCreate(Context &context, const QString &name);
//! The tag called \a name, whatever its case.
[[nodiscard]] std::optional<Tag> findByName(Context &context, const QString &name);
//! {type, id, name}
[[nodiscard]] QJsonObject json(const Tag &tag);

//! Puts \a tag on contact \a seq, whose updated_at moves; does nothing when it has it already.
void attach(Context &context, qint64 seq, qint64 tag);
//! Takes \a tag off contact \a seq; false when it did not have it.
bool detach(Context &context, qint64 seq, qint64 tag);

//! GET /tags
[[nodiscard]] Outcome list(Context &context, const Call &call);
//! GET /tags/{id}
[[nodiscard]] Outcome show(Context &context, const Call &call);
//! POST /tags: make, rename, or tag and untag companies and contacts.
[[nodiscard]] Outcome createOrApply(Context &context, const Call &call);
//! DELETE /tags/{id}: refused while a segment asks for it.
[[nodiscard]] Outcome remove(Context &context, const Call &call);

//! GET /contacts/{id}/tags
[[nodiscard]] Outcome ofContact(Context &context, const Call &call);
//! POST /contacts/{id}/tags
[[nodiscard]] Outcome attachToContact(Context &context, const Call &call);
//! DELETE /contacts/{id}/tags/{tag_id}
[[nodiscard]] Outcome detachFromContact(Context &context, const Call &call);

} // namespace roster::sandbox::tags
