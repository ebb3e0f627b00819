# SPDX-License-Identifier: MIT
"""The table of a run: what was measured, what it was compared with, the aim, and whether it is met."""

import statistics

# The workspace that the aims of a start and of 150 MiB are for.
EVERYDAY = 100_000


def percentile(values, share):
    """The value below which that share of them lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round((len(ordered) - 1) * share))]


def load_rows(samples):
    """First load: first rows in round trips, everything against the walk."""
    loads, walk = samples["first_load"]["loads"], samples["first_load"]["walk"]
    load = {key: statistics.median(one[key] for one in loads)
            for key in ("firstRows", "all", "completed")}
    of = f" (median of {len(loads)})" if len(loads) > 1 else ""
    # A round trip as the walk saw it: latency, and what the sandbox needs to answer.
    trip = walk["all"] / walk["requests"]
    trips = load["firstRows"] / trip
    ratio = walk["all"] / load["all"]
    yield ("first rows after connecting", f"{load['firstRows']:.0f} ms = {trips:.2f} round trips{of}",
           f"one of the walk {trip:.0f} ms", "≤ 1.5 round trips", trips <= 1.5)
    yield ("first full load", f"{load['all'] / 1000:.1f} s{of}",
           f"one by one {walk['all'] / 1000:.1f} s, {ratio:.1f} ×", "≥ 4 ×", ratio >= 4)
    yield ("every list of tags and companies", f"{load['completed'] / 1000:.1f} s{of}",
           "a call for each that is cut", "", None)


def start_rows(samples):
    """Later starts: their median."""
    times = [start["ms"] for start in samples["later_start"]]
    middle = statistics.median(times)
    has_aim = samples["contacts"] <= EVERYDAY
    yield ("later start to painted rows", f"{middle:.0f} ms (median of {len(times)})", "",
           "≤ 400 ms" if has_aim else "", middle <= 400 if has_aim else None)


def find_rows(samples):
    """Search and sort: each beside the plain way, then the 95th percentile of all."""
    own = samples["find"]["own"]["samples"]
    plain = {sample["name"]: sample for sample in samples["find"]["plain"]["samples"]}
    for sample in own:
        other = plain.get(sample["name"])
        compared = f"plain {other['ms']:.0f} ms" if other else ""
        yield (f"{sample['name']} ({sample['rows']:,} rows)", f"{sample['ms']:.0f} ms",
               compared, "", None)
    sorts = [sample["ms"] for name, sample in plain.items() if name.startswith("sort")]
    yield ("index in memory after a start", f"{samples['find']['own']['indexed'] / 1000:.1f} s",
           "until then the file answers", "", None)
    worst = percentile([sample["ms"] for sample in own], 0.95)
    yield ("search and sort, 95th percentile", f"{worst:.0f} ms",
           f"plain sort, median {statistics.median(sorts):.0f} ms", "≤ 100 ms", worst <= 100)


def scroll_rows(samples):
    """Stalls while scrolling several times from end to end: the median, and the longest of all."""
    p99 = statistics.median(seen["p99"] for seen in samples["scroll"])
    longest = max(seen["longest"] for seen in samples["scroll"])
    yield ("stall while scrolling, 99th percentile",
           f"{p99:.1f} ms (median of {len(samples['scroll'])}), longest {longest:.1f}",
           "a refresh runs, sandbox at nice 10", "≤ 16 ms", p99 <= 16)


def memory_rows(samples):
    """Resident memory after searching and sorting."""
    aim = 150 if samples["contacts"] <= EVERYDAY else 400
    seen = samples["find"]["own"]["resident"]
    yield ("resident memory", f"{seen:.0f} MiB",
           f"after the first load {samples['first_load']['loads'][0]['resident']:.0f} MiB",
           f"≤ {aim} MiB", seen <= aim)


def steal_rows(samples):
    """What others on the machine's host took, by which the times above are to be read."""
    shares = ", ".join(f"{part.replace('_', ' ')} {share * 100:.0f} %"
                       for part, share in samples["steal"].items())
    yield "processor time taken by the host", shares, "", "", None


def show(heading, samples, parts):
    """Prints the rows of each of `parts`, which makes them out of the samples."""
    print(f"\n{heading}\n")
    for rows in parts:
        for what, seen, compared, aim, is_met in rows(samples):
            mark = {True: "met", False: "MISSED", None: ""}[is_met]
            print(f"{what:<44} {seen:<46} {compared:<34} {aim:<18} {mark}")
