# SPDX-License-Identifier: MIT
"""The conventions of CONTRIBUTING.md that a machine can read."""

import re

LICENCE = "SPDX-License-Identifier: MIT"
# Spelled so that this file does not find itself.
MARKERS = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")
OWN_LOOP = re.compile(r"\b(app|application|Q(Core|Gui)?Application\s*(::|\.)?)\s*(\.|->|::)?\s*$")

PRODUCTION = {
    r"\bprocessEvents\s*\(": "processEvents() runs somebody else's code in the middle of yours",
    r"\bQEventLoop\b": "a nested event loop",
    r"(?<![\w.>:])sender\s*\(\s*\)": "sender(): connect with a context and a captured value",
    r"\busing\s+namespace\s+std\s*;": "using namespace std",
}
TESTS = {
    r"\bqWait\s*\(": "waits for time; wait for a signal or a condition",
    r"\bqSleep\s*\(": "sleeps; wait for a signal or a condition",
    r"\bQThread::[mu]?sleep\s*\(": "sleeps; wait for a signal or a condition",
    r"\bsleep_(for|until)\s*\(": "sleeps; wait for a signal or a condition",
    r"\bQSKIP\s*\(": "a skipped test",
}


def check(files):
    for file in files:
        yield from _heads(file)
        # What measures time has to let it pass.
        if not file.path.startswith("tests/bench/"):
            yield from _patterns(file, TESTS if file.is_test else PRODUCTION)
        yield from _objects(file)
        yield from _connects(file)
        for match in MARKERS.finditer(file.text):
            yield file.finding(match.start(), f"{match[0]}: finish it or leave it out")
        if not file.is_test:
            yield from _exec(file)


def _heads(file):
    if LICENCE not in file.text.split("\n", 1)[0]:
        yield f"{file.path}:1: the first line names no licence"
    if file.is_header and not re.search(r"^#pragma once$", file.text, re.M):
        yield f"{file.path}:1: no #pragma once"


def _patterns(file, patterns):
    for pattern, message in patterns.items():
        for match in re.finditer(pattern, file.code):
            yield file.finding(match.start(), message)


def _objects(file):
    """moc does not see the macro when it shares its line."""
    for match in re.finditer(r"\bQ_(OBJECT|GADGET)\b", file.code):
        line = file.code[file.code.rfind("\n", 0, match.start()) + 1:].split("\n", 1)[0]
        if line.strip() != match[0]:
            yield file.finding(match.start(), f"{match[0]} does not stand alone on its line")


def _connects(file):
    for offset, _, arguments in file.calls(r"\bconnect"):
        if len(arguments) == 3 and arguments[2].startswith("["):
            yield file.finding(offset, "connect() to a lambda without a context object")


def _exec(file):
    if not file.path.startswith(("ui/", "app/")):
        return
    for match in re.finditer(r"\bexec\s*\(", file.code):
        before = file.code[max(0, match.start() - 40):match.start()]
        if not (file.path.startswith("app/") and OWN_LOOP.search(before)):
            yield file.finding(match.start(), "exec() that is not the application's own")
