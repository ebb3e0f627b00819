// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/contactrow.h"
#include "core/sandbox/lag.h"

#include <QHash>
#include <QList>

namespace roster::sandbox {

//! What a contact embeds of one kind: at most ten ids, and how many there are.
struct Stubs
{
    static constexpr int atMost = 10;
    QStringList ids;
    int total = 0;

    //! Counts one more, and keeps its \a id if it is among the first ten.
    void add(const QString &id)
    {
        if (++total <= atMost)
            ids.append(id);
    }
};

//! Everything a contact embeds.
struct Inlines
{
    Stubs tags;
    Stubs notes;
    Stubs companies;
    Stubs optedOut; //!< subscription types
    Stubs optedIn;  //!< subscription types
};

//! Reading and writing contacts by id and by seq; always the truth, never search's view.
namespace contacts {

[[nodiscard]] std::optional<ContactRow> find(Context &context, const QString &id);
//! Only an active one: what every operation but archive, unarchive and delete can see.
[[nodiscard]] std::optional<ContactRow> findActive(Context &context, const QString &id);
//! Stores a new contact and gives it its seq.
void insert(Context &context, ContactRow &row);
//! Stores what changed in \a row; its updated_at moves to now.
void update(Context &context, ContactRow &row);
//! Moves updated_at to now.
void touch(Context &context, const ContactRow &row);
//! The id of the contact that a merged one became part of; empty when that is gone, too.
[[nodiscard]] QString mergedInto(Context &context, const ContactRow &row);
//! Removes contacts whose seven days after deletion are over, and frees their identifiers.
void purgeDeleted(Context &context);

//! What the contacts \a seqs embed, as \a sight shows it.
[[nodiscard]] QHash<qint64, Inlines> inlines(Context &context, const QList<qint64> &seqs,
                                             const Sight &sight);
//! The contact as API answers carry it, read from the truth.
[[nodiscard]] QJsonObject json(Context &context, const ContactRow &row, ApiVersion version);

} // namespace contacts
} // namespace roster::sandbox
