// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/apiversion.h"
#include "core/sandbox/companyscroll.h"
#include "core/sandbox/database.h"
#include "core/sandbox/problem.h"
#include "core/sandbox/request.h"
#include "core/sandbox/workspaceoptions.h"

#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

#include <optional>

namespace roster::sandbox {

//! What every operation works with: the database, the clock, the workspace's own facts.
struct Context
{
    Database &db;
    const WorkspaceOptions &options;
    QString appId;                         //!< workspace_id of contacts, app_id of companies
    quint64 salt = 0;                      //!< goes into made-up ids
    QHash<QString, qint64> totals;         //!< total counts by query, until the next write
    QString baseUrl = {};                  //!< what addresses in the answer at hand start with
    std::optional<OpenScroll> scroll = {}; //!< the one walk over all companies there may be

    //! Unix milliseconds by the workspace's clock.
    [[nodiscard]] qint64 nowMs() const { return options.clockMs(); }
    //! Unix seconds by the workspace's clock.
    [[nodiscard]] qint64 now() const { return nowMs() / 1000; }
    //! A number never given before in this workspace. Within a transaction.
    [[nodiscard]] quint32 nextCounter();
};

//! One request that found its operation.
struct Call
{
    const Request &request;
    QStringList ids; //!< the variable segments of the path, in order
    ApiVersion version;

    //! A parameter of the query string, fully decoded; a null string when it is not there.
    [[nodiscard]] QString parameter(const QString &name) const;
    //! The body as an object; an empty one when there is no body.
    [[nodiscard]] Checked<QJsonObject> bodyObject() const;
};

//! What an operation gives: the body of a 200 (null = empty), or a problem.
using Outcome = Checked<QJsonValue>;

} // namespace roster::sandbox
