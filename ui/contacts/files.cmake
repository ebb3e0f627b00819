# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_HEADERS
    contacts/cellwords.h
    contacts/changeplan.h
    contacts/contactcolumns.h
    contacts/contactdelegate.h
    contacts/contactheader.h
    contacts/contactselection.h
    contacts/contacttablemodel.h
    contacts/contacttableview.h
    contacts/keyset.h
    contacts/rowband.h
    contacts/rowwindow.h
    contacts/tagchipsdelegate.h)
list(APPEND ROSTER_UI_SOURCES
    contacts/cellwords.cpp
    contacts/changeplan.cpp
    contacts/contactcolumns.cpp
    contacts/contactdelegate.cpp
    contacts/contactheader.cpp
    contacts/contactheadermemory.cpp
    contacts/contactselection.cpp
    contacts/contactselectionmirror.cpp
    contacts/contacttablechanges.cpp
    contacts/contacttablekeys.cpp
    contacts/contacttablemodel.cpp
    contacts/contacttableplace.cpp
    contacts/contacttablepointer.cpp
    contacts/contacttableview.cpp
    contacts/keyset.cpp
    contacts/rowband.cpp
    contacts/tagchipsdelegate.cpp)
