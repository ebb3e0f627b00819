// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/archivebook.h"
#include "core/domain/bulkaction.h"

#include <QtCore/QByteArray>

namespace roster {

//! Which part of the journal: one workspace in one region. Batches never cross it.
struct JournalScope
{
    //! WorkspaceIdentity::id.
    QString workspaceId;
    //! regionCode() of its address.
    QString region;

    friend bool operator==(const JournalScope &, const JournalScope &) = default;
};

//! What is written down of a run before anything is sent.
struct BatchHeader
{
    //! What the person called it; empty for single actions.
    QString name;
    BulkAction action;
    JournalScope scope;
    QString workspaceName;
    QString tokenOwner;
    //! Unix seconds.
    qint64 at = 0;

    friend bool operator==(const BatchHeader &, const BatchHeader &) = default;
};

//! How one contact of a batch ended.
struct Settlement
{
    ContactId contact;
    JournalState state = JournalState::Applied;
    //! 0 when there was no answer.
    int httpStatus = 0;
    QString requestId;

    friend bool operator==(const Settlement &, const Settlement &) = default;
};

//! One contact of a batch as the journal has it.
struct JournalEntry
{
    qint64 entry = 0;
    BulkTarget target;
    JournalState state = JournalState::Intended;
    int httpStatus = 0;
    QString requestId;
    //! What the contact was before, as given with the batch; empty when nothing was given.
    QByteArray snapshot;

    friend bool operator==(const JournalEntry &, const JournalEntry &) = default;
};

//! A batch with those of its entries that were asked for.
struct JournalBatch
{
    BatchId id = 0;
    BatchHeader header;
    QList<JournalEntry> entries;

    friend bool operator==(const JournalBatch &, const JournalBatch &) = default;
};

} // namespace roster
