#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds every answer of roster-sandbox against Intercom's official descriptions.

The descriptions are not part of the project: ROSTER_OPENAPI_DIR names a folder that holds them as
2.7.yaml, 2.8.yaml and so on. Without it the test ends with 77, which ctest shows as skipped.

    openapi_test.py PROGRAM
"""

import os
import sys

SKIPPED = 77


def main(program):
    folder = os.environ.get("ROSTER_OPENAPI_DIR")
    if not folder:
        print("Skipped: ROSTER_OPENAPI_DIR does not name the folder of the official descriptions")
        return SKIPPED
    # Only now: who skips this test needs none of the packages behind these.
    from conformance import SPOKEN, run_all
    from descriptions import load_folder
    described = load_folder(folder)
    missing = [version for version in SPOKEN if version not in described]
    if missing:
        print(f"{folder} has no description of {', '.join(missing)}")
        return 1
    return 0 if run_all(program, described) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
