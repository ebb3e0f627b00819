// SPDX-License-Identifier: MIT
#include "core/domain/beforeaction.h"

namespace roster {

using Kind = BulkAction::Kind;

bool isAsWanted(const BulkAction &action, const BulkTarget &target, const Contact &contact)
{
    switch (action.kind) {
    case Kind::Archive:
        return false;
    case Kind::Restore:
        return true;
    case Kind::AddTag:
        return contact.tags.items.contains(action.tag);
    case Kind::RemoveTag:
        return !contact.tags.items.contains(action.tag);
    case Kind::AttachCompany:
        return contact.companies.items.contains(action.company);
    case Kind::DetachCompany:
        return !contact.companies.items.contains(action.company);
    case Kind::Update:
        return action.patch.isHeldBy(contact);
    case Kind::PutBack:
        break;
    }
    return target.earlier.isHeldBy(contact);
}

BeforeAction beforeAction(const BulkAction &action, const Contact &contact,
                          const QByteArray &record)
{
    BeforeAction before;
    switch (action.kind) {
    case Kind::Archive:
        before.record = record;
        break;
    case Kind::RemoveTag:
        // What a partial list does not name may be there all the same.
        before.wasSo = contact.tags.isComplete() && isAsWanted(action, {}, contact);
        break;
    case Kind::DetachCompany:
        before.wasSo = contact.companies.isComplete() && isAsWanted(action, {}, contact);
        break;
    case Kind::AddTag:
        // It may be there already: undoing must not take away what was there before.
        before.wasSo = !contact.tags.isComplete() || isAsWanted(action, {}, contact);
        break;
    case Kind::AttachCompany:
        before.wasSo = !contact.companies.isComplete() || isAsWanted(action, {}, contact);
        break;
    case Kind::Restore:
        before.wasSo = isAsWanted(action, {}, contact);
        break;
    case Kind::Update:
        before.wasSo = isAsWanted(action, {}, contact);
        before.earlier = action.patch.valuesIn(contact);
        break;
    case Kind::PutBack:
        break;
    }
    return before;
}

} // namespace roster
