// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/admin.h"
#include "core/domain/region.h"

#include <QtCore/QByteArray>
#include <QtCore/QUrl>

namespace roster {

//! Where requests go and which version they speak. The token is not part of it.
struct WorkspaceAddress
{
    Region region = Region::UnitedStates;
    QUrl baseUrl;
    //! `Intercom-Version`, 2.7 … 2.16.
    QString version = QStringLiteral("2.10");

    friend bool operator==(const WorkspaceAddress &, const WorkspaceAddress &) = default;
};

//! What `/me` tells (operation "Identify an admin"): the workspace and whom the token belongs to.
struct WorkspaceIdentity
{
    //! `app.id_code`: stable, unique within Intercom.
    QString id;
    QString name;
    //! As the server wrote it; see regionFromServer().
    QString toldRegion;
    //! IANA name; dates of filters are whole days in it.
    QByteArray timeZone;
    Admin tokenOwner;

    friend bool operator==(const WorkspaceIdentity &, const WorkspaceIdentity &) = default;
};

} // namespace roster
