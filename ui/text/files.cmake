# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_HEADERS text/reltime.h)
list(APPEND ROSTER_UI_SOURCES text/reltime.cpp)
