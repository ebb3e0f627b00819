# SPDX-License-Identifier: MIT
list(APPEND ROSTER_UI_SOURCES window/actions.cpp window/contactcommands.cpp
    window/contactsview.cpp window/contactsviewstates.cpp window/mainwindow.cpp
    window/panelfeed.cpp window/remotefinder.cpp window/runstrip.cpp window/sidebarcounts.cpp
    window/statebanners.cpp window/storagebanners.cpp window/vanishednotice.cpp
    window/viewcommands.cpp
    window/viewfiles.cpp window/workspacebar.cpp window/workspacefinding.cpp
    window/workspacepage.cpp)
list(APPEND ROSTER_UI_HEADERS window/actions.h window/contactcommands.h window/contactsview.h
    window/mainwindow.h window/panelfeed.h window/remotefinder.h window/runstrip.h
    window/sidebarcounts.h window/statebanners.h window/storagebanners.h window/vanishednotice.h
    window/viewcommands.h
    window/viewfiles.h window/workspacebar.h window/workspacepage.h)
