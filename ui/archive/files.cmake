# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_HEADERS
    archive/archiveddelegate.h
    archive/archivedgroups.h
    archive/archivedlist.h
    archive/archivedmodel.h
    archive/archivedview.h
    archive/archivesheet.h
    archive/journalexport.h
    archive/momenttext.h
    archive/restoresheet.h
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
    archive/archivesheet.cpp
    archive/journalexport.cpp
    archive/momenttext.cpp
    archive/restoresheet.cpp
    archive/reviewsheet.cpp
    archive/runreportsheet.cpp
    archive/targetlist.cpp
    archive/targetmodel.cpp)
