# SPDX-License-Identifier: MIT
"""Measures archiving many contacts and prints the table. Called by packaging/bench bulk."""

import argparse
import json
import pathlib
import tempfile

import http2proxy
import measuring
import sandboxlog
import scripts
import table

LIMIT = 1667
SERIAL, SIX = 200, 600


def by_script(run):
    """Scripts on kept-alive connections: one request at a time, six at a time."""
    with run.sandbox(latency=run.latency, log="scripts.log") as sandbox:
        ids = scripts.contact_ids(sandbox.url)
        serial = scripts.archive(sandbox.url, ids[:SERIAL], 1)
        six = scripts.archive(sandbox.url, ids[-SIX:], 6)
    counted = sum(sandboxlog.archived(sandboxlog.read(sandbox.log)).values())
    assert counted == SERIAL + SIX, counted
    return {"serial": SERIAL / serial, "six": SIX / six}


def judged(sandbox, run, before, seen):
    """What was seen by Roster, beside what the sandbox counted."""
    log = sandboxlog.read(sandbox.log)
    archived = sandboxlog.archived(log)
    with run.sandbox() as after:
        left = set(scripts.contact_ids(after.url))
    gone = before - left
    return {
        **seen,
        **sandboxlog.whole_windows(log, LIMIT),
        "refused": sandboxlog.refused(log),
        "refusedArchives": sandboxlog.refused(log, of_archives=True),
        "counted": len(archived),
        "twice": sum(times > 1 for times in archived.values()),
        # Archived by the sandbox's own word, and gone from its list: the same contacts.
        "agrees": gone == set(archived) and len(gone) == seen["succeeded"],
    }


def active(run):
    """The contacts before a measurement."""
    with run.sandbox() as sandbox:
        return set(scripts.contact_ids(sandbox.url))


def alone(run):
    """Roster archives with the quota to itself."""
    before = active(run)
    with run.sandbox(latency=run.latency, log="alone.log") as sandbox:
        seen = run.measure("bulk", sandbox.url, str(run.folder / "alone"), str(run.archive))
    return judged(sandbox, run, before, seen)


def with_another(run):
    """Roster archives while another client uses half the quota."""
    before = active(run)
    contacts = str(run.archive * 2 // 5)
    with run.sandbox(latency=run.latency, log="another.log") as sandbox:
        with scripts.OtherClient(sandbox.url, LIMIT / 20):
            seen = run.measure("bulk", sandbox.url, str(run.folder / "another"), contacts)
    return judged(sandbox, run, before, seen)


def through_http2(run):
    """Roster archives through TLS and HTTP/2."""
    before = active(run)
    with run.sandbox(latency=run.latency, log="http2.log") as sandbox:
        with http2proxy.running(sandbox.url, run.folder) as proxy:
            seen = run.measure("bulk", proxy.url, str(run.folder / "http2"), str(run.archive),
                               proxy.certificate)
            seen["connections"] = proxy.connections()
    return judged(sandbox, run, before, seen)


def run_rows(samples, part, what):
    """The rows of one run: share of the quota, refusals, wall time, nothing lost."""
    seen = samples[part]
    rate = seen["contacts"] / seen["ms"] * 1000
    if part != "with_another" and seen["share"] is not None:
        yield (f"{what}: quota used", f"{seen['share']:.1%} (archives {seen['archiveShare']:.1%})",
               f"{len(seen['windows'])} whole windows of {LIMIT:,}", "≥ 95 %",
               seen["share"] >= 0.95)
    yield (f"{what}: wall time", f"{seen['ms'] / 1000:.1f} s = {rate:.0f} a second",
           f"{seen['contacts']:,} contacts", "", None)
    is_alone = part != "with_another"
    yield (f"{what}: answers 429", f"{seen['refused']}",
           "" if is_alone else f"{seen['refusedArchives']} of them to Roster",
           "0" if is_alone else "", seen["refused"] == 0 if is_alone else None)
    is_whole = seen["agrees"] and seen["succeeded"] == seen["contacts"] == seen["counted"]
    yield (f"{what}: archived", f"{seen['succeeded']:,}",
           f"the sandbox counted {seen['counted']:,}, {seen['twice']} twice",
           "all, none lost", is_whole)


def alone_rows(samples):
    """Roster alone, and how much faster than scripts it is."""
    yield from run_rows(samples, "alone", "archive")
    rate = samples["alone"]["contacts"] / samples["alone"]["ms"] * 1000
    for name, words, aim in (("serial", "one by one", 15), ("six", "six at a time", 2.5)):
        ratio = rate / samples["by_script"][name]
        yield (f"archive: against {words}", f"{ratio:.1f} ×",
               f"script {samples['by_script'][name]:.1f} a second", f"≥ {aim} ×", ratio >= aim)
    yield ("archive: longest stall of the window", f"{samples['alone']['longestStall']:.0f} ms",
           f"99 % of tenths of a second {samples['alone']['stall99']:.0f} ms", "", None)


def another_rows(samples):
    """With another client."""
    yield from run_rows(samples, "with_another", "beside another client")


def http2_rows(samples):
    """Through TLS and HTTP/2."""
    yield from run_rows(samples, "through_http2", "TLS and HTTP/2")
    spoken = samples["through_http2"]["connections"].values()
    protocols = sorted({protocol for protocol, _ in spoken})
    yield ("TLS and HTTP/2: connections", f"{len(spoken)} ({', '.join(protocols)})",
           f"{sum(requests for _, requests in spoken):,} requests", "h2", protocols == ["h2"])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", type=pathlib.Path, required=True)
    parser.add_argument("--samples", type=pathlib.Path, required=True)
    parser.add_argument("--archive", type=int, default=10_000, help="contacts to archive")
    parser.add_argument("--latency", type=int, default=100)
    arguments = parser.parse_args()
    # All runs take from one workspace.
    arguments.contacts = arguments.archive * 12 // 5 + SERIAL + SIX
    arguments.samples.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="roster-bench-") as folder:
        run = measuring.Run(arguments, pathlib.Path(folder))
        run.archive = arguments.archive
        samples = {"contacts": arguments.archive, "latency": run.latency, "limit": LIMIT}
        for part in (by_script, alone, with_another, through_http2):
            print(f"==> {part.__doc__}", flush=True)
            samples[part.__name__] = part(run)
    raw = arguments.samples / f"bulk-{arguments.archive}.json"
    raw.write_text(json.dumps(samples, indent=1), encoding="utf-8")
    table.show(
        f"{arguments.archive:,} contacts, {run.latency} ms latency, {LIMIT:,} calls in 10 s",
        samples,
        (alone_rows, another_rows, http2_rows),
    )
    print(f"\nRaw samples: {raw}")


if __name__ == "__main__":
    main()
