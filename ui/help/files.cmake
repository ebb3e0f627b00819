# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_HEADERS
    help/aboutsheet.h
    help/shortcutssheet.h)
list(APPEND ROSTER_UI_SOURCES
    help/aboutsheet.cpp
    help/shortcutssheet.cpp)
