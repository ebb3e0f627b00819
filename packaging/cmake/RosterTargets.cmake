# SPDX-License-Identifier: MIT
# What every target of the project shares: warnings, definitions, sanitizers.

add_library(roster_options INTERFACE)
target_compile_options(roster_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<BOOL:${ROSTER_WERROR}>:-Werror>)
target_compile_definitions(roster_options INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400
    ROSTER_VERSION="${PROJECT_VERSION}")
target_include_directories(roster_options INTERFACE ${CMAKE_SOURCE_DIR})
if(ROSTER_SANITIZE)
    target_compile_options(roster_options INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(roster_options INTERFACE -fsanitize=address,undefined)
endif()

# roster_library(NAME SOURCES … HEADERS … LIBS … PRIVATE_LIBS …): a static library of one layer.
# Headers are a file set, so that each is compiled alone once (VERIFY_INTERFACE_HEADER_SETS).
function(roster_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;HEADERS;LIBS;PRIVATE_LIBS" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${CMAKE_SOURCE_DIR} FILES ${arg_HEADERS})
    target_link_libraries(${name} PUBLIC ${arg_LIBS} PRIVATE ${arg_PRIVATE_LIBS} roster_options)
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
endfunction()

# roster_test(NAME SOURCES … LIBS …): a Qt Test program that ctest runs headless.
function(roster_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LIBS;ENVIRONMENT" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE Qt6::Test ${arg_LIBS} roster_options)
    add_test(NAME ${name} COMMAND ${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    if(ROSTER_SANITIZE)
        math(EXPR arg_TIMEOUT "${arg_TIMEOUT} * 4")
    endif()
    # A home of its own and no session bus: no test touches the settings or the keychain of
    # whoever runs it.
    set(home ${CMAKE_BINARY_DIR}/home/${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=qt.qpa.*=false;LC_ALL=C.UTF-8;TZ=UTC;DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent;XDG_CONFIG_HOME=${home}/config;XDG_DATA_HOME=${home}/data;XDG_STATE_HOME=${home}/state;${arg_ENVIRONMENT}")
endfunction()
