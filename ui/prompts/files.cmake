# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_HEADERS
    prompts/prompts.h
    prompts/questionsheet.h
    prompts/tasksheet.h
    prompts/widgetprompts.h)
list(APPEND ROSTER_UI_SOURCES
    prompts/questionsheet.cpp
    prompts/tasksheet.cpp
    prompts/widgetprompts.cpp)
