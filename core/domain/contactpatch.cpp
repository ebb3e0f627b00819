// SPDX-License-Identifier: MIT
#include "core/domain/contactpatch.h"

#include "core/domain/fieldconflict.h"

namespace roster {

namespace {

bool isBlank(const FieldValue &value)
{
    const QString *text = std::get_if<QString>(&value);
    return isNull(value) || (text && text->isEmpty());
}

bool isSame(const FieldValue &a, const FieldValue &b)
{
    return a == b || (isBlank(a) && isBlank(b));
}

bool isAbsent(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined();
}

} // namespace

bool ContactPatch::touches(ContactField field) const
{
    if (field == ContactField::CustomAttributes)
        return !customAttributes.isEmpty();
    return fields.contains(field);
}

bool ContactPatch::isHeldBy(const Contact &contact) const
{
    for (const auto &[field, value] : fields) {
        if (!isSame(value, contact.value(field)))
            return false;
    }
    for (auto it = customAttributes.cbegin(); it != customAttributes.cend(); ++it) {
        const QJsonValue there = contact.customAttributes.value(it.key());
        if (there != it.value() && !(isAbsent(there) && isAbsent(it.value())))
            return false;
    }
    return true;
}

ContactPatch ContactPatch::valuesIn(const Contact &contact) const
{
    ContactPatch values;
    for (const auto &[field, value] : fields)
        values.fields.emplace(field, contact.value(field));
    for (auto it = customAttributes.cbegin(); it != customAttributes.cend(); ++it) {
        const QJsonValue there = contact.customAttributes.value(it.key());
        values.customAttributes.insert(it.key(), isAbsent(there) ? QJsonValue() : there);
    }
    return values;
}

ContactDraft ContactDraft::of(const Contact &contact)
{
    ContactDraft draft;
    for (const auto &[field, value] : contact.fields) {
        const ContactFieldInfo &info = contactFieldInfo(field);
        if (info.isWritable && info.kind != FieldKind::List)
            draft.fields.emplace(field, value);
    }
    draft.customAttributes = contact.customAttributes;
    return draft;
}

FieldValue ContactDraft::value(ContactField field) const
{
    const auto found = fields.find(field);
    return found == fields.end() ? FieldValue() : found->second;
}

ContactPatch ContactDraft::patchFrom(const Contact &base) const
{
    ContactPatch patch;
    for (const auto &[field, value] : fields) {
        if (!isSame(value, base.value(field)))
            patch.fields.emplace(field, isBlank(value) ? FieldValue() : value);
    }
    for (auto it = customAttributes.cbegin(); it != customAttributes.cend(); ++it) {
        const QJsonValue before = base.customAttributes.value(it.key());
        const bool areBothAbsent = isAbsent(before) && isAbsent(it.value());
        if (before != it.value() && !areBothAbsent)
            patch.customAttributes.insert(it.key(),
                                          isAbsent(it.value()) ? QJsonValue() : it.value());
    }
    return patch;
}

QList<ContactField> conflictsWith(const ContactPatch &patch, const Contact &base,
                                  const Contact &remote)
{
    QList<ContactField> fields;
    for (const FieldConflict &conflict : fieldConflicts(patch, base, remote)) {
        if (!fields.contains(conflict.place.field))
            fields.append(conflict.place.field);
    }
    return fields;
}

} // namespace roster
