// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace roster::sandbox::ids {

//! Scrambles \a value; the same everywhere, so that what is built on it is the same everywhere.
[[nodiscard]] quint64 mix(quint64 value);

//! 24 hex characters: \a seconds, ten made from \a salt, and \a counter. Unique by the counter.
[[nodiscard]] QString record(qint64 seconds, quint64 salt, quint32 counter);

//! A version 4 UUID made from \a salt and \a counter: what leads get as their external id.
[[nodiscard]] QString uuid(quint64 salt, quint64 counter);

//! The number that \a text writes in plain digits, as ids of tags and notes are; else nothing.
[[nodiscard]] std::optional<qint64> decimal(const QString &text);

//! A fresh request id: 20 lower-case base-32-like characters. Thread-safe.
[[nodiscard]] QByteArray request();

} // namespace roster::sandbox::ids
