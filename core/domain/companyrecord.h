// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/note.h"
#include "core/domain/segment.h"
#include "core/domain/tag.h"

#include <QtCore/QJsonObject>
#include <QtCore/QJsonValue>
#include <QtCore/QList>
#include <QtCore/QMap>

#include <optional>

namespace roster {

//! Everything that Intercom tells of a company (schema Company). A text that was not told is empty,
//! a number or a time that was not told is nothing. Times are Unix seconds.
struct CompanyRecord
{
    CompanyId id;
    //! The client's own id of the company.
    QString companyId;
    //! The workspace.
    QString appId;
    QString name;
    QString planId;
    //! Name of its plan; empty when it has none.
    QString plan;
    QString website;
    QString industry;
    //! How many work there.
    std::optional<qint64> size;
    //! In the workspace's currency, which nobody tells.
    std::optional<double> monthlySpend;
    std::optional<qint64> sessionCount;
    //! Active contacts.
    std::optional<qint64> userCount;
    //! When the client made the company in a system of its own.
    std::optional<qint64> remoteCreatedAt;
    std::optional<qint64> createdAt;
    std::optional<qint64> updatedAt;
    //! When somebody of it was last seen.
    std::optional<qint64> lastRequestAt;
    QList<Tag> tags;
    QList<Segment> segments;
    //! From 2.16 on.
    QList<Note> notes;
    //! By name; a cleared attribute stays with null.
    QMap<QString, QJsonValue> customAttributes;
    //! Members that Roster does not know, kept as they came.
    QJsonObject unknownMembers;

    friend bool operator==(const CompanyRecord &, const CompanyRecord &) = default;
};

} // namespace roster
