# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_HEADERS
    session/connectsheet.h
    session/firstrunpage.h
    session/newtokensheet.h
    session/tokentext.h)
list(APPEND ROSTER_UI_SOURCES
    session/connectsheet.cpp
    session/firstrunpage.cpp
    session/newtokensheet.cpp
    session/tokentext.cpp)
