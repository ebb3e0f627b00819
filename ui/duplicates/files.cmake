# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_HEADERS
    duplicates/alikemodel.h
    duplicates/duplicatessheet.h
    duplicates/duplicatetext.h)
list(APPEND ROSTER_UI_SOURCES
    duplicates/alikemodel.cpp
    duplicates/duplicatessheet.cpp
    duplicates/duplicatetext.cpp)
