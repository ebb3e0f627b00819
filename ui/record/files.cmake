# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_SOURCES record/activitylist.cpp record/activitytext.cpp record/addnotesheet.cpp
    record/conversationsheet.cpp record/conversationslist.cpp record/conversationtext.cpp
    record/jsonsheet.cpp record/notetext.cpp record/noteslist.cpp record/readlist.cpp record/recordlistparts.cpp
    record/recordlists.cpp record/segmentslist.cpp record/subscriptionslist.cpp)
list(APPEND ROSTER_UI_HEADERS record/activitylist.h record/activitytext.h record/addnotesheet.h
    record/conversationsheet.h record/conversationslist.h record/conversationtext.h
    record/jsonsheet.h record/notetext.h record/noteslist.h record/readlist.h record/recordlistparts.h
    record/recordlists.h record/segmentslist.h record/subscriptionslist.h)
