# SPDX-License-Identifier: MIT
"""How much of the processors a virtual machine was promised went to others on its host."""

import pathlib

# Of the line "cpu" in /proc/stat, see proc(5).
IDLE, IOWAIT, STEAL = 3, 4, 7


def _times():
    line = pathlib.Path("/proc/stat").read_text(encoding="ascii").splitlines()[0]
    return [int(value) for value in line.split()[1:9]]


class Watch:
    """Counts from its making on."""

    def __init__(self):
        self._before = _times()

    def share(self):
        """Of the time in which there was something to do, what was not given; 0 to 1."""
        spent = [after - before for before, after in zip(self._before, _times())]
        wanted = sum(spent) - spent[IDLE] - spent[IOWAIT]
        return spent[STEAL] / wanted if wanted > 0 else 0.0
