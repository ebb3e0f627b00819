// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/benchstage.h"

#include <QtCore/QJsonObject>

#include <optional>

namespace roster::bench {

//! Each does one measurement in a process of its own and answers what it saw; nothing when
//! something did not happen in time. Times are milliseconds, sizes MiB.

//! First load into an empty profile: first rows painted, everything stored.
std::optional<QJsonObject> measureFirstLoad(const Place &place);
//! From the start of this process to painted rows, over a profile that has been loaded before.
std::optional<QJsonObject> measureStart(const Place &place);
//! Keys in the search field and clicks on the columns' heads, each until its rows are painted.
std::optional<QJsonObject> measureFind(const Place &place, const QStringList &searches);
//! From the first row to the last while a refresh runs: the longest stall of each frame.
std::optional<QJsonObject> measureScroll(const Place &place);

} // namespace roster::bench
