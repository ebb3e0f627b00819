# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_HEADERS
    lifecycle/convertsheet.h
    lifecycle/dangersheet.h
    lifecycle/lifecycleport.h
    lifecycle/lifecyclerules.h
    lifecycle/mergepreview.h
    lifecycle/mergesheet.h
    lifecycle/pickusersheet.h
    lifecycle/receiptsheet.h
    lifecycle/receiptssheet.h
    lifecycle/receipttext.h)
list(APPEND ROSTER_UI_SOURCES
    lifecycle/convertsheet.cpp
    lifecycle/dangersheet.cpp
    lifecycle/lifecyclerules.cpp
    lifecycle/mergepreview.cpp
    lifecycle/mergesheet.cpp
    lifecycle/pickusersheet.cpp
    lifecycle/receiptsheet.cpp
    lifecycle/receiptssheet.cpp
    lifecycle/receipttext.cpp)
