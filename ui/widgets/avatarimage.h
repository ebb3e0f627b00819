// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QImage>

namespace roster {

//! The picture of a person in `bytes` that came from somewhere: a PNG, JPEG, GIF (its first frame)
//! or WebP by its content, as a square of avatarImageSide pixels. Null for anything else, for what
//! is broken, and for what its head says is larger than 2048 pixels a side, which is not decoded.
//! Any thread.
QImage avatarImage(const QByteArray &bytes);

//! Twice the size of the largest avatar, for dense screens.
inline constexpr int avatarImageSide = 128;

} // namespace roster
