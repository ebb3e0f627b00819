// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QJsonValue>
#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace roster {

//! The few members of a contact's record that local queries ask for and no row of the store has.
struct RecordFacts
{
    //! Unix seconds.
    std::optional<qint64> lastContactedAt;
    std::optional<qint64> lastRepliedAt;
    //! Custom attributes by name, as they came.
    QList<std::pair<QString, QJsonValue>> attributes;

    friend bool operator==(const RecordFacts &, const RecordFacts &) = default;
};

} // namespace roster
