# SPDX-License-Identifier: MIT
"""Reads the project's C++ files in the forms the checks look at."""

import re
from dataclasses import dataclass
from pathlib import Path

FOLDERS = ("app", "core", "ui", "tests")

_TOKEN = re.compile(
    r"""
    (?P<comment>//[^\n]*|/\*.*?\*/)
  | (?P<raw>(?:u8|u|U|L)?R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)")
  | (?P<string>(?:\b(?:u8|u|U|L))?"(?:\\.|[^"\\\n])*")
  | (?P<char>(?<![0-9A-Za-z_])(?:u8|u|U|L)?'(?:\\.|[^'\\\n])+')
    """,
    re.X | re.S,
)
_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:<([^>]+)>|"([^"]+)")', re.M)


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


@dataclass
class Include:
    line: int
    target: str
    quoted: bool


class SourceFile:
    """One file: as written, without comments, and without comments and literals."""

    def __init__(self, path, text):
        self.path = path
        self.folder = path.rsplit("/", 1)[0] if "/" in path else ""
        self.text = text
        self.uncommented = _TOKEN.sub(
            lambda m: _blank(m[0]) if m["comment"] else m[0], text)
        self.code = _TOKEN.sub(lambda m: _blank(m[0]), text)
        self.includes = [
            Include(self.line_at(m.start()), m[1] or m[2], m[2] is not None)
            for m in _INCLUDE.finditer(self.uncommented)
        ]

    @property
    def is_header(self):
        return self.path.endswith(".h")

    @property
    def is_test(self):
        return self.path.startswith("tests/")

    def line_at(self, offset):
        return self.text.count("\n", 0, offset) + 1

    def finding(self, offset, message):
        return f"{self.path}:{self.line_at(offset)}: {message}"

    def calls(self, pattern):
        """Yields (offset, name, [arguments with literals]) of calls whose name matches."""
        for match in re.finditer(rf"({pattern})\s*\(", self.code):
            spans = _argument_spans(self.code, match.end())
            if spans is not None:
                yield match.start(), match[1], [self.uncommented[a:b].strip() for a, b in spans]


def _argument_spans(code, start):
    """The spans of the top-level arguments after an opening bracket, None when it never closes."""
    spans, depth, begin = [], 0, start
    for i in range(start, len(code)):
        c = code[i]
        if c in "([{":
            depth += 1
        elif c in ")]}":
            if depth == 0:
                if code[begin:i].strip() or spans:
                    spans.append((begin, i))
                return spans
            depth -= 1
        elif c == "," and depth == 0:
            spans.append((begin, i))
            begin = i + 1
    return None


def sources(root):
    """Every .h and .cpp file of the project below root, by path."""
    found = []
    for folder in FOLDERS:
        for path in sorted((Path(root) / folder).rglob("*")):
            if path.suffix in (".h", ".cpp") and path.is_file():
                text = path.read_text(encoding="utf-8")
                found.append(SourceFile(path.relative_to(root).as_posix(), text))
    return found
