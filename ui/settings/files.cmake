# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_HEADERS
    settings/settingsport.h
    settings/settingssheet.h
    settings/signoutsheet.h)
list(APPEND ROSTER_UI_SOURCES
    settings/settingssheet.cpp
    settings/signoutsheet.cpp)
