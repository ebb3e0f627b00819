# SPDX-License-Identifier: MIT
"""Words that people read: in ui and app only, and always through tr()."""

import re

_SETTERS = (
    r"\b(?:set(?:Text|ToolTip|StatusTip|WhatsThis|WindowTitle|Title|PlaceholderText|LabelText"
    r"|InformativeText|DetailedText|AccessibleName|AccessibleDescription|Prefix|Suffix)"
    r"|add(?:Action|Menu|Item|Tab|Section)|insert(?:Item|Tab)|showMessage)")
_WIDGETS = r"\bnew\s+Q(?:Label|\w*Button|CheckBox|GroupBox|Action|Menu|DockWidget|TableWidgetItem)"
_LITERAL = re.compile(r'(?:Q(?:StringLiteral|Latin1String|String(?:::from\w+)?)\s*[({]\s*)?'
                      r'(?:u8|u)?(?:R"\w*\(|")([^"]*)"?')
# Two letters in a row, whatever the script; escapes like \u00d7 are no letters.
_WORD = re.compile(r"[^\W\d_]{2}")


def check(files):
    for file in files:
        if file.is_test:
            continue
        if file.path.startswith("core/"):
            for match in re.finditer(r"\btr\s*\(|\bQCoreApplication::translate\b|\bQT_TR", file.code):
                yield file.finding(match.start(), "a sentence in core: report a code or a value")
        else:
            yield from _bare_words(file)


def _bare_words(file):
    for offset, name, arguments in file.calls(f"{_SETTERS}|{_WIDGETS}"):
        for argument in arguments:
            match = _LITERAL.match(argument)
            if match and _WORD.search(re.sub(r"\\(?:[xuU][0-9a-fA-F]+|.)", "", match[1])):
                yield file.finding(offset, f"{name}({argument}): words go through tr()")
