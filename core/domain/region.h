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

//! Stable short code for settings and the journal: us, eu, au, sandbox, custom.
QString regionCode(Region region);
std::optional<Region> regionFromCode(QStringView code);

//! What `/me` tells in `app.region`: "US", "EU" or "Europe", "AU" or "Australia", in any case.
std::optional<Region> regionFromServer(QStringView told);

} // namespace roster
