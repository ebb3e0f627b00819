# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_HEADERS
    bulk/attributesheet.h
    bulk/batchessheet.h
    bulk/bulkreview.h
    bulk/bulkreviewer.h
    bulk/contactexport.h
    bulk/contactwords.h
    bulk/exportcolumns.h
    bulk/exportsheet.h
    bulk/interruptedsheet.h
    bulk/listednames.h
    bulk/ownersheet.h
    bulk/rangesheet.h
    bulk/reportrows.h
    bulk/runwords.h
    bulk/targetreader.h)
list(APPEND ROSTER_UI_SOURCES
    bulk/attributesheet.cpp
    bulk/batchessheet.cpp
    bulk/bulkreview.cpp
    bulk/bulkreviewer.cpp
    bulk/contactexport.cpp
    bulk/contactwords.cpp
    bulk/exportcolumns.cpp
    bulk/exportsheet.cpp
    bulk/interruptedsheet.cpp
    bulk/ownersheet.cpp
    bulk/rangesheet.cpp
    bulk/reportrows.cpp
    bulk/runwords.cpp
    bulk/targetreader.cpp)
