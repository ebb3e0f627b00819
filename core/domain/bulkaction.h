// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contact.h"
#include "core/domain/result.h"

namespace roster {

//! One action over contacts, as a value: what a bulk run does to each of them.
struct BulkAction
{
    enum class Kind { Archive, Restore, AddTag, RemoveTag, AttachCompany, DetachCompany };

    Kind kind = Kind::Archive;
    //! For AddTag and RemoveTag.
    TagId tag;
    //! For AttachCompany and DetachCompany.
    CompanyId company;

    //! What takes this action back.
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

    friend bool operator==(const BulkTarget &, const BulkTarget &) = default;
};

//! What became of one contact of a run.
struct BulkOutcome
{
    BulkTarget target;
    Result<Done> result = Done{};

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
};

} // namespace roster
