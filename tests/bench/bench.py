# SPDX-License-Identifier: MIT
"""Runs every measurement of roster-bench and prints the table. Called by packaging/bench."""

import argparse
import json
import pathlib
import sys
import tempfile

import measuring
import steal
import table


def first_load(run):
    """First load against one page after another; both over a sandbox with latency."""
    # A load takes the processors, a walk mostly waits: a machine that is slow for a while tells on
    # one alone. A load of a million lasts long enough to even that out.
    times = 3 if run.contacts <= table.EVERYDAY else 1
    with run.sandbox(latency=run.latency) as sandbox:
        walk = run.measure("walk", sandbox.url)
        sandbox.warm_up()
        loads = [run.measure("load", sandbox.url, profile) for profile in run.profiles(times)]
        told = sandbox.total_contacts()
    for name, seen in (("walk", walk), *(("load", load) for load in loads)):
        if seen["contacts"] != told:
            sys.exit(f"error: {name} saw {seen['contacts']} of {told} contacts")
    return {"walk": walk, "loads": loads, "told": told}


def later_start(run, times=5):
    """Process start to painted rows, over the profile that was loaded."""
    with run.sandbox() as sandbox:
        return [run.timed("start", sandbox.url, run.profile) for _ in range(times)]


def find(run):
    """Search and sort, against the same SQL through a plain model and a sorting proxy."""
    with run.sandbox() as sandbox:
        own = run.measure("find", sandbox.url, run.profile)
    return {"own": own, "plain": run.measure("plain", str(run.store_file()))}


def scroll(run, times=3):
    """From end to end while a refresh runs, from a server that gives way."""
    with run.sandbox(latency=run.latency, is_elsewhere=True) as sandbox:
        return [run.measure("scroll", sandbox.url, run.profile) for _ in range(times)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", type=pathlib.Path, required=True)
    parser.add_argument("--samples", type=pathlib.Path, required=True)
    parser.add_argument("--contacts", type=int, required=True)
    parser.add_argument("--latency", type=int, default=100)
    arguments = parser.parse_args()
    arguments.samples.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="roster-bench-") as folder:
        run = measuring.Run(arguments, pathlib.Path(folder))
        samples = {"contacts": arguments.contacts, "latency": arguments.latency, "steal": {}}
        for part in (first_load, later_start, find, scroll):
            print(f"==> {part.__doc__}", flush=True)
            watch = steal.Watch()
            samples[part.__name__] = part(run)
            samples["steal"][part.__name__] = watch.share()
    raw = arguments.samples / f"bench-{arguments.contacts}.json"
    raw.write_text(json.dumps(samples, indent=1), encoding="utf-8")
    table.show(
        f"{samples['contacts']:,} contacts, {samples['latency']} ms latency",
        samples,
        (table.load_rows, table.start_rows, table.find_rows, table.scroll_rows, table.memory_rows,
         table.steal_rows),
    )
    print(f"\nRaw samples: {raw}")


if __name__ == "__main__":
    main()
