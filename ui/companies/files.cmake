# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_HEADERS
    companies/attachcompanysheet.h
    companies/companypeople.h
    companies/companysections.h
    companies/companysheet.h
    companies/detachcompanysheet.h)
list(APPEND ROSTER_UI_SOURCES
    companies/attachcompanysheet.cpp
    companies/companypeople.cpp
    companies/companysections.cpp
    companies/companysheet.cpp
    companies/detachcompanysheet.cpp)
