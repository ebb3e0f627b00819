# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_HEADERS
    edit/attributeeditors.h
    edit/choiceeditor.h
    edit/conflictsheet.h
    edit/contactdialog.h
    edit/contactform.h
    edit/fieldeditor.h
    edit/formbinder.h
    edit/lineeditor.h
    edit/newattributesheet.h
    edit/segmenteditor.h
    edit/typedtext.h
    edit/valuewords.h)
list(APPEND ROSTER_UI_SOURCES
    edit/attributeeditors.cpp
    edit/choiceeditor.cpp
    edit/conflictsheet.cpp
    edit/contactdialog.cpp
    edit/contactdialogtaken.cpp
    edit/contactform.cpp
    edit/fieldeditor.cpp
    edit/formbinder.cpp
    edit/lineeditor.cpp
    edit/newattributesheet.cpp
    edit/segmenteditor.cpp
    edit/typedtext.cpp
    edit/valuewords.cpp)
