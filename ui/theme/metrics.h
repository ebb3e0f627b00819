// SPDX-License-Identifier: MIT
#pragma once

//! The measures of the window, in device-independent pixels, on a grid of 4.
namespace roster::metrics {

inline constexpr int grid = 4;
inline constexpr int rowHeight = 34;
inline constexpr int headerHeight = 30;
inline constexpr int toolbarHeight = 52;
inline constexpr int sidebarWidth = 204;
inline constexpr int panelWidth = 316;
inline constexpr int stripHeight = 44;
inline constexpr int bannerHeight = 31;
inline constexpr int sidebarRowHeight = 28;

inline constexpr int controlRadius = 7;
inline constexpr int sheetRadius = 12;
inline constexpr int controlHeight = 30;
inline constexpr int fieldHeight = 32;
inline constexpr int filterChipHeight = 26;
inline constexpr int tagChipHeight = 18;
inline constexpr int selectionBarHeight = 38;

inline constexpr int avatarSmall = 24;
inline constexpr int avatarLarge = 44;
inline constexpr int icon = 16;
inline constexpr int focusRing = 2;

inline constexpr int sheetWidthMin = 480;
inline constexpr int sheetWidthMax = 740;
inline constexpr int sheetPadding = 24;

//! Milliseconds: how long a toast stays, and the longest that anything may move.
inline constexpr int toastMs = 8000;
inline constexpr int motionMs = 120;

} // namespace roster::metrics
