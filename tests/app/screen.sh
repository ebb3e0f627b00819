# SPDX-License-Identifier: MIT
# What the sessions in a real window share: a screen, the program on it, a hand. Sourced, never run.
# shellcheck shell=bash disable=SC2154
# Before: roster, work, seed, pictures. Sets app, window, xvfb.

say() { printf '%4ds %s\n' "$SECONDS" "$*"; }

fail() {
    say "FAILED while: $doing (seed $seed)"
    say "$*"
    [ ! -s "$work/stderr" ] || sed 's/^/standard error: /' "$work/stderr" | head -20
    [ -z "$xvfb" ] || picture failed || true
    exit 1
}

cleanup() {
    [ -z "$app" ] || kill "$app" 2>/dev/null || true
    [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT

# until_true SECONDS COMMAND…: true as soon as the command is.
until_true() {
    local end=$((SECONDS + $1))
    shift
    until "$@"; do
        [ $SECONDS -lt $end ] || return 1
        sleep 0.1
    done
}

is_running() { kill -0 "$1" 2>/dev/null; }
is_gone() { ! is_running "$1"; }

start_screen() {
    Xvfb -displayfd 3 -screen 0 1280x800x24 -fbdir "$work" -nolisten tcp \
        3>"$work/display" >"$work/xvfb.log" 2>&1 &
    xvfb=$!
    until_true 20 test -s "$work/display" || fail "Xvfb did not start: $(tail -3 "$work/xvfb.log")"
    DISPLAY=:$(cat "$work/display")
    export DISPLAY
}

# A home of its own and no session bus: nothing of the user's is touched.
start_roster() {
    mkdir -p "$work/home" "$work/run"
    chmod 0700 "$work/home" "$work/run"
    env -u WAYLAND_DISPLAY -u XDG_CONFIG_HOME -u XDG_DATA_HOME HOME="$work/home" \
        XDG_RUNTIME_DIR="$work/run" DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent \
        LC_ALL=C.UTF-8 QT_QPA_PLATFORM=xcb \
        "$roster" --sandbox --profile "$work/profile" >"$work/stdout" 2>"$work/stderr" &
    app=$!
    until_true 60 find_window || fail "no window"
    xdotool windowmove "$window" 0 0 windowsize "$window" 1280 800
    xdotool windowfocus "$window"
}

find_window() {
    is_running "$app" || fail "it ended: $(cat "$work/stderr")"
    window=$(xdotool search --onlyvisible --pid "$app" 2>/dev/null | head -1)
    [ -n "$window" ]
}

is_painted() {
    local said
    said=$("$here/picture.py" "$work/Xvfb_screen0" "$work/first.png")
    [ "${said% *}" -gt 8 ]
}

key() { xdotool key --clearmodifiers "$@"; }
move() { xdotool mousemove "$1" "$2"; }
click() { move "$1" "$2" && xdotool click "${3:-1}"; }
between() { echo $(($1 + RANDOM % ($2 - $1 + 1))); }

# The table's rows lie between these heights in a window of 1280x800; see the drawings.
row_y() { echo $((170 + 34 * $(between 0 14))); }
row_x() { between 230 900; }
