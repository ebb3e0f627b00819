# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_HEADERS text/batchtext.h text/errortext.h text/fieldtext.h text/filtertext.h text/jsontext.h text/reltime.h
    text/reviewtext.h text/runtext.h text/storagetext.h text/synctext.h)
list(APPEND ROSTER_UI_SOURCES text/batchtext.cpp text/errortext.cpp text/fieldtext.cpp text/filtertext.cpp text/jsontext.cpp
    text/reltime.cpp text/reporttext.cpp text/reviewtext.cpp text/runtext.cpp text/storagetext.cpp text/synctext.cpp)
