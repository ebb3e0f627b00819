# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_SOURCES panel/contactpanel.cpp panel/factrows.cpp panel/panelsection.cpp
    panel/recordsections.cpp panel/recordview.cpp panel/selectionfacts.cpp
    panel/selectionsummary.cpp)
list(APPEND ROSTER_UI_HEADERS panel/contactpanel.h panel/factrows.h panel/panelsection.h
    panel/recordsections.h panel/recordview.h panel/selectionfacts.h panel/selectionsummary.h)
