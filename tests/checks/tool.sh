# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Sourced by the checks that need a tool of their own.
set -euo pipefail

# need TOOL: ends as skipped where it is missing, as failed where ROSTER_CHECKS_STRICT is set.
need() {
    command -v "$1" >/dev/null && return
    echo "$1 is not installed"
    [ -z "${ROSTER_CHECKS_STRICT:-}" ] || exit 1
    exit 77
}
