# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_HEADERS
    theme/appearance.h
    theme/color.h
    theme/colorrole.h
    theme/focusring.h
    theme/icons.h
    theme/indicatorstyle.h
    theme/kind.h
    theme/metrics.h
    theme/portalappearance.h
    theme/resources.h
    theme/stylesheet.h
    theme/theme.h
    theme/themecolors.h
    theme/typescale.h)
list(APPEND ROSTER_UI_SOURCES
    theme/appearance.cpp
    theme/color.cpp
    theme/focusring.cpp
    theme/icons.cpp
    theme/indicatorstyle.cpp
    theme/kind.cpp
    theme/portalappearance.cpp
    theme/resources.cpp
    theme/stylesheet.cpp
    theme/theme.cpp
    theme/themecolors.cpp
    theme/typescale.cpp)
