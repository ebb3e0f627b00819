// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/archivebook.h"
#include "core/domain/bulkaction.h"

#include <QtCore/QSet>
#include <QtCore/QTimeZone>

namespace roster {

//! Contacts under one heading of the archived view: a batch, or the single archives of one day.
struct ArchivedGroup
{
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

    friend bool operator==(const ArchivedGroup &, const ArchivedGroup &) = default;
};

//! One row of the archived view.
struct ArchivedRow
{
    enum class Kind { Heading, Contact, More };

    Kind kind = Kind::Heading;
    BatchId group = 0;
    //! For Contact.
    ArchivedContact contact;
    //! For More: how many are not shown.
    int count = 0;

    friend bool operator==(const ArchivedRow &, const ArchivedRow &) = default;
};

//! Batches as the view groups them, newest first; days are days of `zone`.
QList<ArchivedGroup> archivedGroups(const QList<ArchiveBatch> &batches, const QTimeZone &zone);

//! The rows of `groups`. Long groups show their first few and a More row unless in `expanded`.
QList<ArchivedRow> archivedRows(const QList<ArchivedGroup> &groups, const QSet<BatchId> &expanded);

//! What a run needs of an archived contact.
BulkTarget targetOf(const ArchivedContact &contact);

} // namespace roster
