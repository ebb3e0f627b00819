// SPDX-License-Identifier: MIT
#include "core/domain/fieldconflict.h"

namespace roster {

namespace {

QJsonValue present(const QJsonValue &value)
{
    return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
}

//! Intercom empties a field by null or by an empty text; an attribute tells the two apart.
QJsonValue withoutBlank(const PatchPlace &place, const QJsonValue &value)
{
    const bool isBlank = place.attribute.isEmpty() && value == QJsonValue(QString());
    return isBlank ? QJsonValue(QJsonValue::Null) : present(value);
}

bool isSame(const PatchPlace &place, const QJsonValue &a, const QJsonValue &b)
{
    return withoutBlank(place, a) == withoutBlank(place, b);
}

void appendIfInTheWay(QList<FieldConflict> &conflicts, const FieldConflict &conflict)
{
    if (!isSame(conflict.place, conflict.before, conflict.theirs) &&
        !isSame(conflict.place, conflict.yours, conflict.theirs))
        conflicts.append(conflict);
}

} // namespace

QList<FieldConflict> fieldConflicts(const ContactPatch &patch, const Contact &base,
                                    const Contact &remote)
{
    QList<FieldConflict> conflicts;
    for (const auto &[field, value] : patch.fields)
        appendIfInTheWay(conflicts, {{field},
                                     jsonValueOf(base.value(field)),
                                     jsonValueOf(remote.value(field)),
                                     jsonValueOf(value)});
    for (auto it = patch.customAttributes.cbegin(); it != patch.customAttributes.cend(); ++it)
        appendIfInTheWay(conflicts, {{ContactField::CustomAttributes, it.key()},
                                     present(base.customAttributes.value(it.key())),
                                     present(remote.customAttributes.value(it.key())),
                                     present(it.value())});
    return conflicts;
}

QJsonValue jsonValueOf(const FieldValue &value)
{
    if (const auto flag = flagOf(value))
        return *flag;
    if (const auto number = numberOf(value))
        return *number;
    if (std::holds_alternative<QString>(value))
        return textOf(value);
    return QJsonValue::Null;
}

} // namespace roster
