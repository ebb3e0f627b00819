# SPDX-License-Identifier: MIT
"""What somebody would write in a few lines: scripts that archive over kept-alive connections."""

import http.client
import json
import threading
import time
import urllib.parse

HEADERS = {"Authorization": "Bearer bench", "Intercom-Version": "2.10"}


class Connection:
    """One kept-alive connection to the sandbox."""

    def __init__(self, url):
        self._line = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc)

    def ask(self, method, path):
        """Status and body of the answer."""
        self._line.request(method, path, headers=HEADERS)
        answer = self._line.getresponse()
        return answer.status, answer.read()


def contact_ids(url):
    """The ids of all active contacts, in the order of the list."""
    line, ids, cursor = Connection(url), [], ""
    while cursor is not None:
        status, body = line.ask("GET", f"/contacts?per_page=150{cursor}")
        if status != 200:
            raise RuntimeError(f"the list of contacts answered {status}")
        page = json.loads(body)
        ids += [contact["id"] for contact in page["data"]]
        following = (page["pages"].get("next") or {}).get("starting_after")
        cursor = following and "&starting_after=" + urllib.parse.quote(following)
    return ids


def archive(url, ids, at_once):
    """Archives `ids` with so many requests at a time, each on its own connection; seconds taken."""
    waiting, lock, refused = list(ids), threading.Lock(), []

    def work():
        line = Connection(url)
        while True:
            with lock:
                if not waiting:
                    return
                contact = waiting.pop()
            status, _ = line.ask("POST", f"/contacts/{contact}/archive")
            if status != 200:
                refused.append(status)

    threads = [threading.Thread(target=work) for _ in range(at_once)]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.monotonic() - began
    if refused:
        raise RuntimeError(f"the script was answered {refused[:3]}")
    return took


class OtherClient:
    """Somebody else who uses the same quota: reads at a steady rate until told to stop."""

    PATH = "/tags"

    def __init__(self, url, per_second, lines=20):
        self._stop = threading.Event()
        self._began = time.monotonic()
        self._threads = [
            threading.Thread(target=self._work, args=(url, lines / per_second, number / per_second))
            for number in range(lines)
        ]

    def _work(self, url, step, first):
        line, due = Connection(url), self._began + first
        while not self._stop.wait(max(0, due - time.monotonic())):
            line.ask("GET", self.PATH)
            due += step

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self._stop.set()
        for thread in self._threads:
            thread.join()
