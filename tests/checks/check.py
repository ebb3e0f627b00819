#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs one set of rules over the sources: check.py layers|style|words|privacy [--root DIR]"""

import argparse
import sys
from pathlib import Path

import layers
import privacy
import style
import words
from sourcetree import sources

RULES = {"layers": layers, "style": style, "words": words, "privacy": privacy}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rules", choices=RULES)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    arguments = parser.parse_args()

    files = sources(arguments.root)
    if not files:
        sys.exit(f"{arguments.root}: no source files")
    findings = list(RULES[arguments.rules].check(files))
    for finding in findings:
        print(finding)
    print(f"{arguments.rules}: {len(files)} files, {len(findings)} findings")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
