// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/benchstage.h"

#include <QtCore/QJsonObject>

#include <optional>

namespace roster::bench {

//! Loads the workspace into an empty profile and then archives that many of its contacts, as a
//! person does with the window open: how long that took, what became of each, how often and why the
//! run waited, and the longest time for which the event loop did not turn. Times are milliseconds.
//! Nothing when something did not happen in time, or when there are not as many contacts.
std::optional<QJsonObject> measureBulk(const Place &place, int contacts);

} // namespace roster::bench
