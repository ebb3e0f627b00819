# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_HEADERS
    contacts/cellwords.h
    contacts/changeplan.h
    contacts/contactcolumns.h
    contacts/contactselection.h
    contacts/contacttablemodel.h
    contacts/keyset.h
    contacts/rowwindow.h)
list(APPEND ROSTER_UI_SOURCES
    contacts/cellwords.cpp
    contacts/changeplan.cpp
    contacts/contactcolumns.cpp
    contacts/contactselection.cpp
    contacts/contactselectionmirror.cpp
    contacts/contacttablechanges.cpp
    contacts/contacttablemodel.cpp
    contacts/keyset.cpp)
