// SPDX-License-Identifier: MIT
#include "core/domain/bulkaction.h"

#include <QtCore/QSet>

namespace roster {

namespace {

QList<BulkTarget> targetsOf(const QList<BulkOutcome> &outcomes, bool isOk)
{
    QList<BulkTarget> targets;
    for (const BulkOutcome &outcome : outcomes) {
        if (outcome.result.isOk() == isOk)
            targets.append(outcome.target);
    }
    return targets;
}

bool isTouched(const BulkOutcome &outcome)
{
    return outcome.result.isOk() || outcome.result.error().effect != Effect::NotApplied;
}

} // namespace

BulkAction BulkAction::inverse() const
{
    BulkAction back = *this;
    switch (kind) {
    case Kind::Archive:
        back.kind = Kind::Restore;
        break;
    case Kind::Restore:
        back.kind = Kind::Archive;
        break;
    case Kind::AddTag:
        back.kind = Kind::RemoveTag;
        break;
    case Kind::RemoveTag:
        back.kind = Kind::AddTag;
        break;
    case Kind::AttachCompany:
        back.kind = Kind::DetachCompany;
        break;
    case Kind::DetachCompany:
        back.kind = Kind::AttachCompany;
        break;
    case Kind::Update:
        back.kind = Kind::PutBack;
        break;
    case Kind::PutBack:
        back.kind = Kind::Update;
        break;
    }
    return back;
}

QList<BulkTarget> withoutRepeats(const QList<BulkTarget> &targets)
{
    QSet<ContactId> seen;
    QList<BulkTarget> unique;
    for (const BulkTarget &target : targets) {
        if (!target.id.isEmpty() && !seen.contains(target.id)) {
            seen.insert(target.id);
            unique.append(target);
        }
    }
    return unique;
}

int BulkReport::succeeded() const
{
    return static_cast<int>(succeededTargets().size());
}

QList<BulkTarget> BulkReport::succeededTargets() const
{
    return targetsOf(settled, true);
}

QList<BulkTarget> BulkReport::failedTargets() const
{
    return targetsOf(settled, false);
}

QList<BulkTarget> BulkReport::touchedTargets() const
{
    QList<BulkTarget> targets;
    for (const BulkOutcome &outcome : settled) {
        if (isTouched(outcome))
            targets.append(outcome.target);
    }
    return targets;
}

QList<BulkTarget> BulkReport::undoTargets() const
{
    QList<BulkTarget> targets;
    for (const BulkOutcome &outcome : settled) {
        if (isTouched(outcome) && !outcome.wasSo)
            targets.append(outcome.target);
    }
    return targets;
}

} // namespace roster
