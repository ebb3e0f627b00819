# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_HEADERS
    archive/archiveddelegate.h
    archive/archivedgroups.h
    archive/archivedlist.h
    archive/archivedmodel.h
    archive/archivedview.h
    archive/journalexport.h
    archive/momenttext.h
    archive/reviewsheet.h
    archive/runreportsheet.h
    archive/targetlist.h
    archive/targetmodel.h)
list(APPEND ROSTER_UI_SOURCES
    archive/archiveddelegate.cpp
    archive/archivedgroups.cpp
    archive/archivedlist.cpp
    archive/archivedmodel.cpp
    archive/archivedview.cpp
    archive/journalexport.cpp
    archive/momenttext.cpp
    archive/reviewsheet.cpp
    archive/runreportsheet.cpp
    archive/targetlist.cpp
    archive/targetmodel.cpp)
