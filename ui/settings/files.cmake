# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_HEADERS
    settings/settingsport.h
    settings/settingssheet.h)
list(APPEND ROSTER_UI_SOURCES
    settings/settingssheet.cpp)
