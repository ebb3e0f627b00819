# SPDX-License-Identifier: MIT
"""Starts sandboxes and measurements as processes of their own."""

import contextlib
import json
import pathlib
import subprocess
import sys
import time
import urllib.request


class Sandbox:
    """A running roster-sandbox; `log` is the file in which it tells at its end what arrived."""

    def __init__(self, process, log):
        self._process = process
        self.log = log
        line = process.stdout.readline().decode()
        if not line.startswith("listening on "):
            sys.exit("error: the sandbox did not start")
        self.url = line.split()[-1]

    def total_contacts(self):
        """How many contacts it says there are."""
        request = urllib.request.Request(
            self.url + "/contacts?per_page=1",
            headers={"Authorization": "Bearer bench", "Intercom-Version": "2.10"},
        )
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)["total_count"]

    def warm_up(self):
        """Asks what a first load asks first, so that its rows are in the sandbox's memory: a round
        trip is compared with those of the walk, which reads every row before."""
        search = {
            "query": {"field": "role", "operator": "IN", "value": ["user", "lead"]},
            "sort": {"field": "last_seen_at", "order": "descending"},
            "pagination": {"per_page": 50},
        }
        request = urllib.request.Request(
            self.url + "/contacts/search",
            data=json.dumps(search).encode(),
            headers={
                "Authorization": "Bearer bench",
                "Content-Type": "application/json",
                "Intercom-Version": "2.10",
            },
        )
        with urllib.request.urlopen(request) as answer:
            json.load(answer)

    def stop(self):
        self._process.terminate()
        self._process.wait()


class Run:
    """One run of the benchmark: its programs and its folder."""

    def __init__(self, arguments, folder):
        self._programs = arguments.programs.resolve()
        self.contacts = arguments.contacts
        self._database = folder / "sandbox.sqlite"
        self.folder = folder
        self._port = 0
        self.latency = arguments.latency
        self.profile = str(folder / "profile")

    @contextlib.contextmanager
    def sandbox(self, latency=0, log=None, is_elsewhere=False):
        """A sandbox over the run's one workspace, which is made at the first call. One that stands for
        a server elsewhere gives way to what is measured: it shares the processors with it only here."""
        log = log and self.folder / log
        command = [
            self._programs / "roster-sandbox",
            "--port", str(self._port),
            "--contacts", str(self.contacts),
            "--database", str(self._database),
            "--now", str(int(time.time())),
            "--latency-ms", str(latency),
        ]
        if log:
            command += ["--log", str(log)]
        if is_elsewhere:
            command = ["nice", *command]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            sandbox = Sandbox(process, log)
            # Roster remembers the address.
            self._port = int(sandbox.url.rsplit(":", 1)[1])
            try:
                yield sandbox
            finally:
                sandbox.stop()

    def measure(self, *what):
        """What roster-bench saw."""
        print(f"    {what[0]} …", flush=True)
        done = subprocess.run(
            [self._programs / "roster-bench", *what], stdout=subprocess.PIPE, check=False
        )
        if done.returncode != 0:
            sys.exit(f"error: roster-bench {what[0]} failed with {done.returncode}")
        return json.loads(done.stdout)

    def timed(self, *what):
        """Milliseconds from the start of the process to its line of output."""
        began = time.monotonic()
        command = [self._programs / "roster-bench", *what]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            line = process.stdout.readline()
            took = (time.monotonic() - began) * 1000
        if not line:
            sys.exit(f"error: roster-bench {what[0]} said nothing")
        return {"ms": took, **json.loads(line)}

    def profiles(self, number):
        """As many folders for profiles; the first is that of the run."""
        return [self.profile, *(f"{self.profile}-{i}" for i in range(1, number))]

    def store_file(self):
        """The store of the profile."""
        files = list(pathlib.Path(self.profile).rglob("contacts.sqlite"))
        if len(files) != 1:
            sys.exit(f"error: {len(files)} files look like the store")
        return files[0]
