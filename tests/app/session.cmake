# SPDX-License-Identifier: MIT
# A short session in a real window; tests/app/tenminutes by hand takes ten minutes.
if(TARGET roster)
    add_test(NAME app_session
        COMMAND ${CMAKE_CURRENT_LIST_DIR}/tenminutes $<TARGET_FILE:roster>
            ${CMAKE_BINARY_DIR}/session)
    set_tests_properties(app_session PROPERTIES TIMEOUT 300
        ENVIRONMENT "ROSTER_SESSION_SECONDS=20;PYTHONDONTWRITEBYTECODE=1")
endif()
