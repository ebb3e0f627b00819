# SPDX-License-Identifier: MIT
"""What arrived at a sandbox, as it wrote it down itself: counts by window of the rate limit."""

import collections
import fnmatch

WINDOW_MS = 10_000
ARCHIVE = "/contacts/*/archive"

Seen = collections.namedtuple("Seen", "at status method path")


def read(file):
    """Everything in the log, in the order of arrival."""
    seen = []
    for line in file.read_text(encoding="utf-8").splitlines():
        at, status, method, path = line.split(" ", 3)
        seen.append(Seen(int(at), int(status), method, path))
    return seen


def is_archive(one):
    """It asked for a contact to be archived."""
    return one.method == "POST" and fnmatch.fnmatchcase(one.path, ARCHIVE)


def whole_windows(seen, limit):
    """Of each whole window strictly inside the run of archives, what was answered 200 in it."""
    archives = [one.at for one in seen if is_archive(one)]
    first, last = min(archives) // WINDOW_MS + 1, max(archives) // WINDOW_MS
    windows = {number: {"answered": 0, "archived": 0} for number in range(first, last)}
    for one in seen:
        window = windows.get(one.at // WINDOW_MS)
        if window is not None and one.status == 200:
            window["answered"] += 1
            window["archived"] += is_archive(one)
    calls = limit * len(windows)
    return {
        "windows": list(windows.values()),
        "share": sum(window["answered"] for window in windows.values()) / calls if calls else None,
        "archiveShare":
            sum(window["archived"] for window in windows.values()) / calls if calls else None,
    }


def archived(seen):
    """How often each contact was archived, by its id."""
    return collections.Counter(
        one.path.split("/")[2] for one in seen if is_archive(one) and one.status == 200
    )


def refused(seen, of_archives=False):
    """How many 429s there were."""
    return sum(one.status == 429 and (is_archive(one) or not of_archives) for one in seen)
