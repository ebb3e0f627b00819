# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_HEADERS filter/checkmodel.h filter/conditionpopup.h filter/dayvalueeditor.h
    filter/filterchips.h
    filter/filteredit.h filter/filtersubjects.h filter/linesvalueeditor.h filter/pickvalueeditor.h
    filter/textvalueeditor.h filter/valueeditor.h filter/valueeditors.h)
list(APPEND ROSTER_UI_SOURCES filter/checkmodel.cpp filter/conditionpopup.cpp
    filter/dayvalueeditor.cpp filter/filterchips.cpp filter/filteredit.cpp
    filter/filtersubjects.cpp filter/linesvalueeditor.cpp filter/pickvalueeditor.cpp filter/textvalueeditor.cpp
    filter/valueeditors.cpp)
