# SPDX-License-Identifier: MIT
"""The real roster-sandbox in a process of its own, asked over HTTP."""

import http.client
import json
import re
import subprocess
from collections import namedtuple

TOKEN = "the-right-one"
# What the seeded dates are relative to: a Tuesday at noon.
NOW = 1750161600

Answer = namedtuple("Answer", "status body")


class Sandbox:
    """Starts the program and stops it at the end of a `with`."""

    def __init__(self, program):
        self._process = subprocess.Popen(
            [program, "--contacts=80", "--seed=1", f"--now={NOW}", f"--token={TOKEN}",
             "--rate-limit=0"], stdout=subprocess.PIPE, text=True)
        line = self._process.stdout.readline()
        found = re.fullmatch(r"listening on http://(127\.0\.0\.1:\d+)\n", line)
        if not found:
            self._process.kill()
            raise RuntimeError(f"the sandbox does not listen, it says: {line!r}")
        self._connection = http.client.HTTPConnection(found[1], timeout=60)

    def __enter__(self):
        return self

    def __exit__(self, failure, *_):
        self._connection.close()
        self._process.terminate()
        code = self._process.wait(timeout=60)
        self._process.stdout.close()
        if code != 0 and failure is None:
            raise RuntimeError(f"the sandbox ended with {code}")

    def ask(self, method, target, body=None, version="2.10", token=TOKEN):
        """The answer; its body is None when there is none."""
        headers = {"Accept": "application/json", "Intercom-Version": version,
                   "Authorization": f"Bearer {token}"}
        sent = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            sent = json.dumps(body)
        self._connection.request(method, target, sent, headers)
        response = self._connection.getresponse()
        content = response.read()
        return Answer(response.status, json.loads(content) if content else None)

    def must(self, *args, **kwargs):
        """The body of an answer that has to be a success."""
        answer = self.ask(*args, **kwargs)
        if answer.status != 200:
            raise RuntimeError(f"{args}: {answer}")
        return answer.body
