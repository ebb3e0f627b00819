// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <QtCore/QUrl>

#include <optional>

namespace roster {

//! Where a workspace lives. Sandbox is the workspace on this machine, Custom any `--base-url`.
enum class Region { UnitedStates, Europe, Australia, Sandbox, Custom };

//! The API's address of a hosted region; empty for Sandbox and Custom.
QUrl regionUrl(Region region);

//! Where a hosted region's web app shows the contact `contact` of the workspace `workspace`, both
//! by their ids; empty for Sandbox and Custom, which have none.
QUrl contactWebUrl(Region region, const QString &workspace, const QString &contact);

//! Stable short code for settings and the journal: us, eu, au, sandbox, custom.
QString regionCode(Region region);
std::optional<Region> regionFromCode(QStringView code);

//! What `/me` tells in `app.region`: "US", "EU" or "Europe", "AU" or "Australia", in any case.
std::optional<Region> regionFromServer(QStringView told);

} // namespace roster
