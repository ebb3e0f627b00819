// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/archivebook.h"
#include "core/domain/bulkaction.h"
#include "core/domain/vanished.h"

#include <QtCore/QSet>
#include <QtCore/QTimeZone>

#include <optional>

namespace roster {

//! Contacts under one heading of the archived view: a batch, or the single archives of one day.
struct ArchivedGroup
{
    //! Of the contacts that vanished; batches have positive numbers.
    static constexpr BatchId vanishedId = -1;

    //! The (newest) batch of the group: stable while new groups arrive.
    BatchId id = 0;
    //! The batch's name; empty for single archives and for batches without a name.
    QString name;
    //! Single archives of one day, one token and one region.
    bool isOneByOne = false;
    //! Unix seconds of the newest.
    qint64 at = 0;
    QString tokenOwner;
    QString region;
    QList<ArchivedContact> contacts;
    //! Not archived by Roster: gone elsewhere, and only remembered here.
    bool isVanished() const { return id == vanishedId; }

    friend bool operator==(const ArchivedGroup &, const ArchivedGroup &) = default;
};

//! One row of the archived view.
struct ArchivedRow
{
    enum class Kind { Heading, Contact, More };

    Kind kind = Kind::Heading;
    BatchId group = 0;
    //! For Contact. Of one that vanished, `archivedAt` is when that was noticed.
    ArchivedContact contact;
    //! For More: how many are not shown.
    int count = 0;

    bool isVanished() const { return group == ArchivedGroup::vanishedId; }

    friend bool operator==(const ArchivedRow &, const ArchivedRow &) = default;
};

//! Batches as the view groups them, newest first; days are days of `zone`.
QList<ArchivedGroup> archivedGroups(const QList<ArchiveBatch> &batches, const QTimeZone &zone);

//! Contacts that vanished, of which `text` is contained in name or email, as a group; nothing when
//! there are none.
std::optional<ArchivedGroup> vanishedGroup(const QList<VanishedContact> &vanished,
                                           const QString &text);

//! The rows of `groups`. Long groups show their first few and a More row unless in `expanded`.
QList<ArchivedRow> archivedRows(const QList<ArchivedGroup> &groups, const QSet<BatchId> &expanded);

//! What a run needs of an archived contact.
BulkTarget targetOf(const ArchivedContact &contact);

} // namespace roster
