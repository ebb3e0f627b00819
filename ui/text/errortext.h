// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/apierror.h"
#include "core/domain/bulkaction.h"

namespace roster {

//! What was being done when an error came: it decides the title.
enum class Doing {
    Loading,
    ReadingRecord,
    Connecting,
    OpeningSandbox,
    ResettingSandbox,
    ChangingStorage,
    Exporting,
    CreatingContact,
    SavingContact,
    Archiving,
    Restoring,
    CreatingTag,
    AddingTag,
    RemovingTag,
    CreatingCompany,
    AttachingCompany,
    DetachingCompany,
    DeletingContact,
    BlockingContact,
    ConvertingLead,
    MergingContacts,
    LoadingCompany,
    CreatingAttribute,
    AddingNote,
    ChoosingSubscription,
    SavingAttachment,
};

//! An error in plain words, for the screen and never for a log.
struct ErrorText
{
    //! What did not happen, or may have: "The contact was not saved".
    QString title;
    //! Why: "Intercom did not answer in time."
    QString sentence;
    //! What to do now; empty when there is nothing to advise.
    QString advice;
    //! For support, one fact a line: status, code, request id, the server's own words. Copyable.
    QString details;

    friend bool operator==(const ErrorText &, const ErrorText &) = default;
};

//! Words `error`. The only place that does so.
ErrorText errorText(const ApiError &error, Doing doing);

//! Sentence and advice in one line, for strips and result lists.
QString errorLine(const ApiError &error, Doing doing);

//! What a bulk action of `kind` is doing.
Doing doingOf(BulkAction::Kind kind);

} // namespace roster
