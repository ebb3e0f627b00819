# SPDX-License-Identifier: MIT
# What packaging/run, packaging/test and .ci/run share. Sourced, never run.
# shellcheck shell=bash disable=SC2034

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
logs=$root/build/logs

# What the build needs. "a|b" means the first of them that this release of the system knows.
build_packages=(
    g++ cmake ninja-build libboost-dev qtkeychain-qt6-dev
    qt6-base-dev qt6-base-dev-tools 'qt6-svg-dev|libqt6svg6-dev'
)
# What the program needs to run and to show every script it may meet.
run_packages=(
    libqt6sql6-sqlite ca-certificates tzdata
    fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji fonts-inter xvfb xauth
)
# A native window on Wayland.
wayland_packages=(qt6-wayland)
# What the tests drive and compare with.
test_packages=(
    ccache curl nghttp2-proxy openssl python3 python3-yaml python3-jsonschema xdotool
)
# Checks that are skipped where their tool is missing.
tool_packages=(clang-format-14 shellcheck desktop-file-utils appstream)

say() { printf '==> %s\n' "$*"; }

fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# step WHAT LOG COMMAND…: runs with its output on the screen and in build/logs/LOG.
step() {
    local what=$1 log=$logs/$2
    shift 2
    mkdir -p "$logs"
    say "$what"
    "$@" 2>&1 | tee "$log" || fail "$what: failed, see $log"
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif [ -t 0 ]; then
        sudo "$@"
    else
        sudo -n "$@"
    fi
}

apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
        apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@"
}

# Installing tells a line a package on the screen, everything in the log.
apt_install() {
    apt_get install --no-install-recommends "$@" 2>&1 | tee -a "$logs/apt.log" |
        { grep --line-buffered -E '^(Need to get|Setting up|E:|Err:)|sudo:' || true; }
}

apt_update() {
    say "Reading the package lists"
    apt_get update >>"$logs/apt.log" 2>&1 ||
        fail "apt-get update failed: is there a network? See $logs/apt.log"
}

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

is_known() { [ -n "$(apt-cache show --no-all-versions "$1" 2>/dev/null)" ]; }

# The name to install for "a|b": the first known one, else the first.
choose() {
    local name
    for name in ${1//|/ }; do
        if is_known "$name"; then
            echo "$name"
            return
        fi
    done
    echo "${1%%|*}"
}

# Prints those of the wanted packages of which no alternative is installed.
missing_packages() {
    local wanted name
    for wanted in "$@"; do
        for name in ${wanted//|/ }; do
            is_installed "$name" && continue 2
        done
        echo "$wanted"
    done
}

# Asks for the password at most once, and before anything else is done.
require_root_or_sudo() {
    [ "$(id -u)" = 0 ] && return
    say "Packages are missing; installing them needs root: $*"
    command -v sudo >/dev/null && as_root true && return
    fail "this is neither root nor a user who may use sudo." \
        "As root, run: apt-get install --no-install-recommends $*"
}

# Only the program of nghttp2-proxy is wanted: its service would open a port to everybody.
mask_services() {
    [ -d /run/systemd/system ] || return 0
    local name
    for name in "$@"; do
        [ "$name" = nghttp2-proxy ] || continue
        say "Masking nghttpx.service; systemctl unmask takes that back"
        as_root systemctl mask --quiet nghttpx.service
    done
}

# install_missing PACKAGE…: does nothing, and needs no network, when all are there.
install_missing() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        say "No apt here, so nothing is installed. Roster needs: $*"
        return
    fi
    local wanted packages=()
    mapfile -t wanted < <(missing_packages "$@")
    [ ${#wanted[@]} = 0 ] && return
    require_root_or_sudo "${wanted[@]%%|*}"
    mkdir -p "$logs"
    : >"$logs/apt.log"
    local name updated=no
    for name in "${wanted[@]}"; do
        is_known "$(choose "$name")" && continue
        apt_update
        updated=yes
        break
    done
    for name in "${wanted[@]}"; do packages+=("$(choose "$name")"); done
    mask_services "${packages[@]}"
    say "Installing ${#packages[@]} packages: ${packages[*]}"
    apt_install "${packages[@]}" && return
    say "That did not work; trying once more"
    [ $updated = yes ] || apt_update
    apt_install "${packages[@]}" && return
    mapfile -t wanted < <(missing_packages "${packages[@]}")
    fail "could not install: ${wanted[*]}. See $logs/apt.log"
}

# The official SDK that a test lets loose on the sandbox: nothing of it is part of the project.
install_sdk() {
    command -v npm >/dev/null || install_missing nodejs npm
    command -v npm >/dev/null || fail "npm is not installed"
    local folder=$root/build/sdk
    mkdir -p "$folder"
    cp "$root"/tests/sdk/package{,-lock}.json "$folder"
    (cd "$folder" && step "Installing the SDK" sdk.log \
        npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier)
    export ROSTER_SDK_MODULES=$folder/node_modules
}

# Qt and its tools want a runtime directory of the user's own and a UTF-8 locale.
prepare_environment() {
    if [ -z "${XDG_RUNTIME_DIR:-}" ] || [ ! -d "$XDG_RUNTIME_DIR" ]; then
        XDG_RUNTIME_DIR=${TMPDIR:-/tmp}/roster-runtime-$(id -u)
        mkdir -p "$XDG_RUNTIME_DIR"
        [ -O "$XDG_RUNTIME_DIR" ] || fail "$XDG_RUNTIME_DIR belongs to somebody else"
        chmod 0700 "$XDG_RUNTIME_DIR"
        export XDG_RUNTIME_DIR
    fi
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]8 | *[Uu][Tt][Ff]-8) ;;
    *) export LC_ALL=C.UTF-8 ;;
    esac
}

check_versions() {
    local have
    have=$(cmake --version 2>/dev/null | sed -n '1s/.* //p') || true
    [ -n "$have" ] || fail "cmake is not installed"
    printf '3.25\n%s\n' "$have" | sort -V -C ||
        fail "CMake $have is too old: 3.25 or newer is needed (Debian 12, Ubuntu 24.04 or later)"
}

# A second clone of the project uses what the first one compiled.
use_ccache() {
    command -v ccache >/dev/null || return 0
    export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1
}

# build PRESET [CMAKE ARGUMENT…]: configures and builds build/PRESET.
build() {
    local preset=$1
    shift
    check_versions
    use_ccache
    # The tests' Python packages come from the system, so its interpreter runs them.
    [ ! -x /usr/bin/python3 ] || set -- -DPython3_EXECUTABLE=/usr/bin/python3 "$@"
    cd "$root" || fail "$root is gone"
    step "Configuring build/$preset" "$preset-configure.log" cmake --preset "$preset" "$@"
    step "Building build/$preset" "$preset-build.log" cmake --build --preset "$preset"
}
