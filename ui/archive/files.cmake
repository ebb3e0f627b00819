# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_HEADERS
    archive/archiveddelegate.h
    archive/archivedgroups.h
    archive/archivedlist.h
    archive/archivedmodel.h
    archive/momenttext.h)
list(APPEND ROSTER_UI_SOURCES
    archive/archiveddelegate.cpp
    archive/archivedgroups.cpp
    archive/archivedlist.cpp
    archive/archivedmodel.cpp
    archive/momenttext.cpp)
