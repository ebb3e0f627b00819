# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_HEADERS views/savedviews.h views/saveviewsheet.h views/viewcounts.h
    views/viewfile.h)
list(APPEND ROSTER_UI_SOURCES views/savedviews.cpp views/saveviewsheet.cpp views/viewcounts.cpp
    views/viewfile.cpp)
