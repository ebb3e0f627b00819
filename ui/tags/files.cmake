# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_HEADERS
    tags/pickmodel.h
    tags/tagpresence.h)
list(APPEND ROSTER_UI_SOURCES
    tags/pickmodel.cpp
    tags/tagpresence.cpp)
