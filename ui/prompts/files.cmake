# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_HEADERS
    prompts/prompts.h)
