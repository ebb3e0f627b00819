// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/apierror.h"
#include "core/domain/archivebook.h"

namespace roster {

//! A batch of the journal, counted: one run, whichever session did it.
struct BatchSummary
{
    BatchId id = 0;
    //! What the person called it; empty for single actions.
    QString name;
    BulkAction action;
    //! Unix seconds of when it was decided.
    qint64 at = 0;
    QString tokenOwner;
    //! Contacts by JournalState.
    int intended = 0;
    int applied = 0;
    int notApplied = 0;
    int unknown = 0;
    //! Done, and taken back since.
    int takenBack = 0;
    //! The batch that this one takes back; 0: none.
    BatchId undoes = 0;
    //! The latest batch that takes this one back; 0: none.
    BatchId undoneBy = 0;
    //! Nobody has to look after what is open: it was left so.
    bool isClosed = false;

    int total() const { return intended + applied + notApplied + unknown + takenBack; }
    //! Without an outcome, or with one that nobody knows.
    int open() const { return intended + unknown; }
    //! There may be something to take back.
    bool canUndo() const { return intended + applied + unknown > 0; }

    friend bool operator==(const BatchSummary &, const BatchSummary &) = default;
};

//! What became of one contact of a batch.
struct BatchLine
{
    qint64 entry = 0;
    BulkTarget target;
    JournalState state = JournalState::Intended;
    //! 0 when there was no answer.
    int httpStatus = 0;
    QString requestId;
    //! Unix seconds of the outcome; 0 when there is none, or an earlier Roster did not note it.
    qint64 settledAt = 0;
    //! It was so before already; an undo leaves it alone.
    bool wasSo = false;
    //! False: it waited for its turn, and nothing of it was ever sent.
    bool wasBegun = true;
    //! Of the error; nothing: there was none, or an earlier Roster did not note it.
    std::optional<ErrorKind> kind = {};
    QString code = {};

    friend bool operator==(const BatchLine &, const BatchLine &) = default;
};

//! A batch with every contact of it: a report.
struct BatchRecord
{
    BatchSummary summary;
    QList<BatchLine> lines;

    friend bool operator==(const BatchRecord &, const BatchRecord &) = default;
};

} // namespace roster
