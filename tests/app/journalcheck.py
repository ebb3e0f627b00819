#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Holds the journal of a profile against the file of its sandbox.

Says what both tell, or what they disagree about, and then ends with 1. With --entries it only says
how many entries the journal has.
"""

import pathlib
import sqlite3
import sys

INTENDED, APPLIED, NOT_APPLIED, UNKNOWN, RESTORED = range(5)
ARCHIVED = 1


def file_with(profile, table):
    """The database of the profile that has such a table."""
    for path in sorted(pathlib.Path(profile).rglob("*.sqlite")):
        connection = sqlite3.connect(path)
        if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (table,)).fetchone():
            return connection
    sys.exit(f"no file with {table} below {profile}")


def main():
    profile = sys.argv[1]
    if "--entries" in sys.argv:
        print(file_with(profile, "batches").execute("SELECT count(*) FROM entries").fetchone()[0])
        return
    sandbox = file_with(profile, "contact_stale")
    journal = file_with(profile, "batches")
    gone = {row[0] for row in
            sandbox.execute("SELECT id FROM contact WHERE state = ?", (ARCHIVED,))}
    states = dict(journal.execute(
        "SELECT e.contact, e.state FROM entries e JOIN batches b ON b.id = e.batch"
        " WHERE b.kind = 'archive' ORDER BY e.id"))
    problems = [f"{each} is archived and not in the journal" for each in sorted(gone - set(states))]
    problems += [f"{each} is archived and the journal says {states[each]}"
                 for each in sorted(gone & set(states))
                 if states[each] in (NOT_APPLIED, RESTORED)]
    problems += [f"{each} is not archived as the journal says"
                 for each, state in sorted(states.items()) if state == APPLIED and each not in gone]
    if problems:
        sys.exit("\n".join(problems[:20]))
    counts = [sum(state == each for state in states.values()) for each in range(5)]
    print(f"{len(gone)} archived; journal: {counts[APPLIED]} done, {counts[INTENDED]} intended,"
          f" {counts[UNKNOWN]} unknown")


if __name__ == "__main__":
    main()
