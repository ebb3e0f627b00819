// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactrow.h"

#include <QtCore/QJsonValue>

#include <array>

namespace roster {

//! The times that the index keeps.
enum class IndexTime { Created, SignedUp, LastSeen, Updated, LastContacted, LastReplied };
inline constexpr size_t indexTimeCount = 6;

//! What the index takes in of one contact. Texts are folded.
struct IndexedContact
{
    RowKey key = 0;
    Role role = Role::Other;
    QString name;
    QString email;
    QString phone;
    QString externalId;
    QString owner;
    QStringList tags;
    int tagTotal = 0;
    QStringList companies;
    int companyTotal = 0;
    //! Unix seconds.
    std::array<std::optional<qint64>, indexTimeCount> times;
    //! Custom attributes by name, as the record has them.
    QList<std::pair<QString, QJsonValue>> attributes;

    std::optional<qint64> &time(IndexTime which) { return times[static_cast<size_t>(which)]; }
};

} // namespace roster
