# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_HEADERS
    companies/attachcompanysheet.h
    companies/detachcompanysheet.h)
list(APPEND ROSTER_UI_SOURCES
    companies/attachcompanysheet.cpp
    companies/detachcompanysheet.cpp)
