// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/apierror.h"
#include "core/domain/batchrecord.h"
#include "core/domain/beforeaction.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>

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
    //! The batch that this one takes back; 0: none.
    BatchId undoes = 0;

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
    //! Unix seconds.
    qint64 at = 0;
    //! Of the error, where there was one.
    std::optional<ErrorKind> kind = {};
    QString code = {};

    friend bool operator==(const Settlement &, const Settlement &) = default;
};

//! One contact of a batch as the journal has it.
struct JournalEntry
{
    qint64 entry = 0;
    //! With the values that an Update changed and a PutBack puts back.
    BulkTarget target;
    JournalState state = JournalState::Intended;
    int httpStatus = 0;
    QString requestId;
    //! It was as the action leaves it before already; nothing: not looked up yet, so that nothing
    //! of it has been sent.
    std::optional<bool> wasSo = false;
    //! Unix seconds of the outcome; 0: none, or not noted.
    qint64 settledAt = 0;
    //! Of the error; nothing: there was none, or it was not noted.
    std::optional<ErrorKind> kind = {};
    QString code = {};

    friend bool operator==(const JournalEntry &, const JournalEntry &) = default;
};

//! Contacts and the latest entry by which each is archived.
using ArchivedEntries = QHash<ContactId, qint64>;

//! A batch with those of its entries that were asked for.
struct JournalBatch
{
    BatchId id = 0;
    BatchHeader header;
    //! See BatchSummary.
    bool isClosed = false;
    QList<JournalEntry> entries;

    friend bool operator==(const JournalBatch &, const JournalBatch &) = default;
};

} // namespace roster
