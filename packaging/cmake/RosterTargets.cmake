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

# What nearly every file includes is compiled once for the core and once for the window, and once more
# for the tests of each; a target uses the set that the variable ROSTER_PRECOMPILED names where it is made.
# It only saves time: each file includes what it uses, and ROSTER_PCH=OFF builds without.
function(roster_precompiled name)
    cmake_parse_arguments(arg "" "" "LIBS;HEADERS" ${ARGN})
    if(NOT ROSTER_PCH)
        return()
    endif()
    set(source ${CMAKE_BINARY_DIR}/${name}.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT "")
    add_library(${name} STATIC ${source})
    target_link_libraries(${name} PRIVATE ${arg_LIBS} roster_options)
    target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
endfunction()

set(core_headers
    <algorithm> <array> <atomic> <chrono> <deque> <functional> <map> <memory> <optional> <random>
    <thread> <unordered_map> <utility> <variant> <vector>
    <QByteArray> <QCoreApplication> <QDateTime> <QFile> <QHash> <QJsonArray> <QJsonDocument>
    <QJsonObject> <QList> <QLocale> <QObject> <QPointer> <QRegularExpression> <QSet> <QString>
    <QStringList> <QTimeZone> <QTimer> <QUrl> <QUrlQuery> <QVariant>)
set(widgets_headers
    ${core_headers} <QAbstractTableModel> <QAccessible> <QApplication> <QBoxLayout> <QComboBox> <QEvent>
    <QFrame> <QIcon> <QKeyEvent> <QLabel> <QLineEdit> <QMenu> <QMouseEvent> <QPainter> <QPushButton>
    <QScrollArea> <QStyle> <QTableView> <QWidget>)
# What QTest defines has to be the same wherever it is precompiled: by the libraries of a program it chooses
# its parts, and the folders, which QFINDTESTDATA would use, differ for each.
add_library(roster_testoptions INTERFACE)
target_link_libraries(roster_testoptions INTERFACE Qt6::Test Qt6::Network)
target_compile_options(roster_testoptions INTERFACE -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR)
roster_precompiled(roster_precompiled_core LIBS Qt6::Core HEADERS ${core_headers})
roster_precompiled(roster_precompiled_core_tests
    LIBS roster_testoptions
    HEADERS ${core_headers} <QtTest/QTest> <QtTest/QSignalSpy>)
roster_precompiled(roster_precompiled_widgets LIBS Qt6::Widgets HEADERS ${widgets_headers})
roster_precompiled(roster_precompiled_widgets_tests
    LIBS roster_testoptions Qt6::Widgets
    HEADERS ${widgets_headers} <QtTest/QTest> <QtTest/QSignalSpy>)
set(ROSTER_PRECOMPILED roster_precompiled_core)

# roster_use_precompiled(TARGET [_tests])
function(roster_use_precompiled name)
    if(ROSTER_PCH)
        target_precompile_headers(${name} REUSE_FROM ${ROSTER_PRECOMPILED}${ARGN})
    endif()
endfunction()

# What the target roster_headers builds: a file for each header, which includes nothing else. Unlike
# CMake's own VERIFY_INTERFACE_HEADER_SETS it takes what is precompiled, in a fifth of the time.
add_custom_target(roster_headers)
function(roster_check_headers library)
    set(sources "")
    foreach(header ${ARGN})
        cmake_path(ABSOLUTE_PATH header BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
        cmake_path(RELATIVE_PATH header BASE_DIRECTORY ${CMAKE_SOURCE_DIR})
        set(source ${CMAKE_BINARY_DIR}/headers/${header}.cpp)
        file(CONFIGURE OUTPUT ${source} CONTENT "#include \"${header}\"\n")
        list(APPEND sources ${source})
    endforeach()
    add_library(${library}_headers OBJECT EXCLUDE_FROM_ALL ${sources})
    target_link_libraries(${library}_headers PRIVATE ${library} roster_options)
    set_target_properties(${library}_headers PROPERTIES AUTOMOC OFF UNITY_BUILD OFF)
    roster_use_precompiled(${library}_headers)
    add_dependencies(roster_headers ${library}_headers)
endfunction()

# roster_library(NAME SOURCES … HEADERS … LIBS … PRIVATE_LIBS …): a library of one layer. What people
# run is linked into one file; the presets for tests share each layer (BUILD_SHARED_LIBS), because more
# than a hundred test programs would each hold a copy of it.
function(roster_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;HEADERS;LIBS;PRIVATE_LIBS" ${ARGN})
    add_library(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES DEFINE_SYMBOL "")
    if(BUILD_SHARED_LIBS AND NOT ROSTER_SANITIZE)
        target_link_options(${name} PRIVATE -Wl,--no-undefined)
    endif()
    target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${CMAKE_SOURCE_DIR} FILES ${arg_HEADERS})
    target_link_libraries(${name} PUBLIC ${arg_LIBS} PRIVATE ${arg_PRIVATE_LIBS} roster_options)
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
    roster_use_precompiled(${name})
    roster_check_headers(${name} ${arg_HEADERS})
endfunction()

# roster_test_library(NAME SOURCES … LIBS … PRIVATE_LIBS …): what several tests share.
function(roster_test_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;LIBS;PRIVATE_LIBS" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC ${arg_LIBS} PRIVATE ${arg_PRIVATE_LIBS} roster_options)
    roster_use_precompiled(${name})
endfunction()

# roster_moc(TARGET SOURCE…): what AUTOMOC does, for the few kinds of file that a test has. AUTOMOC costs
# each of two hundred programs a process more and a nearly empty file to compile.
function(roster_moc target)
    set_target_properties(${target} PROPERTIES AUTOMOC OFF)
    target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
    foreach(source ${ARGN})
        file(STRINGS ${source} macros REGEX "^ *Q_(OBJECT|GADGET|NAMESPACE)")
        if(NOT macros)
            continue()
        endif()
        cmake_path(GET source STEM stem)
        if(source MATCHES "\\.cpp$")
            set(output ${CMAKE_CURRENT_BINARY_DIR}/${stem}.moc)
            set_property(SOURCE ${source} APPEND PROPERTY OBJECT_DEPENDS ${output})
        else()
            set(output ${CMAKE_CURRENT_BINARY_DIR}/moc_${stem}.cpp)
            target_sources(${target} PRIVATE ${output})
        endif()
        qt6_generate_moc(${source} ${output})
    endforeach()
endfunction()

# roster_run_once(TEST…): not run again under the sanitizers, which would find nothing new in it: there is no
# code of ours in it, or it does much of what other tests do with less. The presets know the label.
function(roster_run_once)
    set_tests_properties(${ARGN} PROPERTIES LABELS once)
endfunction()

# roster_test(NAME SOURCES … LIBS …): a Qt Test program that ctest runs headless.
function(roster_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LIBS;ENVIRONMENT" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    roster_moc(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE roster_testoptions ${arg_LIBS} roster_options)
    roster_use_precompiled(${name} _tests)
    add_test(NAME ${name} COMMAND ${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 180)
    endif()
    if(ROSTER_SANITIZE)
        math(EXPR arg_TIMEOUT "${arg_TIMEOUT} * 4")
    endif()
    # A home of its own and no session bus: no test touches the settings or the keychain of
    # whoever runs it.
    set(home ${CMAKE_BINARY_DIR}/home/${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=qt.qpa.*=false;LC_ALL=C.UTF-8;TZ=UTC;DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent;XDG_CONFIG_HOME=${home}/config;XDG_DATA_HOME=${home}/data;XDG_STATE_HOME=${home}/state;QTEST_FUNCTION_TIMEOUT=${arg_TIMEOUT}000;${arg_ENVIRONMENT}")
endfunction()
