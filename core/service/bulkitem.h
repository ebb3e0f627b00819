// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/bulkaction.h"
#include "core/service/bulkrequest.h"
#include "core/service/serviceparts.h"

#include <optional>

namespace roster {

//! How a run goes about its contacts.
enum class Errand {
    First, //!< Nothing of it has been sent before.
    Again, //!< A part of it was perhaps sent: what happened since is respected.
    Look,  //!< Finds out by reading what became of it; changes nothing.
    Drop,  //!< Was never sent and is not going to be.
};

//! One contact's part of a run.
struct BulkTask
{
    BulkAction action;
    BulkTarget target;
    Lane lane = Lane::Bulk;
    Errand errand = Errand::First;
    //! Takes an earlier run back: what is as it was before that already is done.
    bool isUndo = false;
};

//! Does one action to one contact: sends it, and where the answer is lost finds out by reading the
//! contact. An archive that got no answer, of a contact that is no longer active, ends as NotFound
//! with `Effect::Unknown` where Intercom does not tell whether it was archived, deleted or merged.
//! What a PutBack, or an Update that is done again or takes something back, would change is read
//! first: a value that somebody changed since is left, and that is a Conflict.
//! The child of its operation. What the store has to know of it is written by then, except
//! that an archived contact leaves the store (the runner does that for many at once).
class BulkItem : public QObject
{
    Q_OBJECT

public:
    BulkItem(const ServiceParts &parts, const BulkTask &task, OperationOf<Done> *operation);

    //! The `code` of an error: reading showed that it had not been done, or it was never sent.
    static QString notDone() { return QStringLiteral("not_done"); }
    //! The `code` of an error: what the contact was before is not known, so that it cannot be put
    //! back.
    static QString earlierUnknown() { return QStringLiteral("earlier_unknown"); }
    //! The `code` of an error: Intercom said that it is done, and it is not.
    static QString notKept() { return QStringLiteral("not_kept"); }

private:
    void begin();
    void readBefore();
    void decide(const api::ContactRecord &now);
    void send();
    OperationOf<Contact> *look(const std::optional<Result<Done>> &whenCancelled = std::nullopt);
    void refused(const ApiError &refusal);
    void refreshRefused(const ApiError &refusal);
    void lookIfArchived(const ApiError &lost);
    void archiveAgain(const ApiError &lost);
    void settleGone(const ApiError &refusal);
    void settleLostAnswer(const ApiError &lost);
    void settleByRecord(const Result<Contact> &now, const ApiError &lost);
    void apply(const BulkAnswer &answer);
    void store(const api::ContactRecord &record, const Result<Done> &result);
    void storeRestored();
    void checkDetached();

    ServiceParts m_parts;
    BulkTask m_task;
    OperationOf<Done> *m_operation;
};

} // namespace roster
