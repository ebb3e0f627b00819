# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_HEADERS
    tags/addtagsheet.h
    tags/pickdelegate.h
    tags/picker.h
    tags/pickmodel.h
    tags/removetagsheet.h
    tags/runsheet.h
    tags/tagpresence.h)
list(APPEND ROSTER_UI_SOURCES
    tags/addtagsheet.cpp
    tags/pickdelegate.cpp
    tags/picker.cpp
    tags/pickmodel.cpp
    tags/removetagsheet.cpp
    tags/runsheet.cpp
    tags/tagpresence.cpp)
