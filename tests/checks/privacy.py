# SPDX-License-Identifier: MIT
"""The token and personal data stay out of logs and settings."""

import re

_LOG = re.compile(r"\b(q(?:C)?(?:Debug|Info|Warning|Critical|Fatal)|std::(?:cerr|cout|clog)"
                  r"|(?:f|v|vf)?printf|fputs|puts)\b[^;]*;")
_SECRET = re.compile(r"(?i)token|bearer|authori[sz]ation|password")
_PERSONAL = re.compile(r"(?i)\b\w*(?:email|phone|displayName|avatarUrl)\w*\b|[.>]name\b|[.>]body\b")
# The places that build or read the header.
_BEARER = ("core/net/", "core/sandbox/")


def check(files):
    for file in files:
        if file.is_test:
            continue
        yield from _logs(file)
        yield from _settings(file)
        if not file.path.startswith(_BEARER):
            for match in re.finditer(r'"Bearer\b', file.uncommented):
                yield file.finding(match.start(), "the token's header is built in core/net only")


def _logs(file):
    for match in _LOG.finditer(file.code):
        found = _SECRET.search(match[0]) or _PERSONAL.search(match[0])
        if found:
            yield file.finding(match.start() + found.start(), f"logs {found[0]}")
        if re.search(r'"[^"\n]*Bearer ', file.uncommented[match.start():match.end()]):
            yield file.finding(match.start(), "logs the token's header")


def _settings(file):
    for offset, _, arguments in file.calls(r"\bsetValue"):
        if len(arguments) == 2 and any(_SECRET.search(argument) for argument in arguments):
            yield file.finding(offset, "a secret in the settings")
