// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactpatch.h"
#include "core/domain/result.h"

namespace roster {

//! The journal's number of one batch: contacts that were acted on together.
using BatchId = qint64;

//! One action over contacts, as a value: what a bulk run does to each of them.
struct BulkAction
{
    enum class Kind {
        Archive,
        Restore,
        AddTag,
        RemoveTag,
        AttachCompany,
        DetachCompany,
        Update,  //!< Sets what `patch` holds, the same for every contact.
        PutBack, //!< Takes an Update of `patch` back: each contact gets BulkTarget::earlier again,
                 //!< unless somebody has changed what the Update set.
    };

    Kind kind = Kind::Archive;
    //! For AddTag and RemoveTag.
    TagId tag;
    //! For AttachCompany and DetachCompany.
    CompanyId company;
    //! For Update, and for PutBack what the Update had set.
    ContactPatch patch = {};

    //! What takes this action back. PutBack needs the targets' own values besides: see
    //! BulkReport::undoTargets().
    BulkAction inverse() const;

    friend bool operator==(const BulkAction &, const BulkAction &) = default;
};

//! One contact of a run, frozen when the person decided: id, and what to call it in lists.
struct BulkTarget
{
    ContactId id;
    QString label;
    QString email;
    Role role = Role::Other;
    //! Of an Update, the values that it changed as they were before; a PutBack puts these in. Empty
    //! when they are not known.
    ContactPatch earlier = {};

    friend bool operator==(const BulkTarget &, const BulkTarget &) = default;
};

//! Each contact once, the first time that it is named; none without an id.
QList<BulkTarget> withoutRepeats(const QList<BulkTarget> &targets);

//! What a run is asked to do.
struct BulkOrder
{
    BulkAction action;
    //! Frozen from here on; repeats count once.
    QList<BulkTarget> targets;
    //! What the person calls it; may be empty.
    QString name;
    //! The batch that this one takes back; 0 when it takes none back.
    BatchId undoes = 0;
};

//! What became of one contact of a run.
struct BulkOutcome
{
    BulkTarget target;
    Result<Done> result = Done{};
    //! It was so before the run already, as far as the local copy knew: an undo leaves it alone.
    bool wasSo = false;

    friend bool operator==(const BulkOutcome &, const BulkOutcome &) = default;
};

//! The end of a run: every target is in exactly one of the two.
struct BulkReport
{
    //! Outcomes in the order they were settled; `Effect::Unknown` where no answer came.
    QList<BulkOutcome> settled;
    //! Not attempted, because the run was stopped.
    QList<BulkTarget> untouched;

    int succeeded() const;
    int failed() const { return static_cast<int>(settled.size()) - succeeded(); }
    QList<BulkTarget> succeededTargets() const;
    QList<BulkTarget> failedTargets() const;
    //! What the run may have changed: what succeeded, and what ended as `Effect::Unknown`.
    QList<BulkTarget> touchedTargets() const;
    //! What an undo has to take back: the touched ones that were not so before.
    QList<BulkTarget> undoTargets() const;
};

} // namespace roster
