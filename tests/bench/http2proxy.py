# SPDX-License-Identifier: MIT
"""nghttpx in front of a sandbox: TLS with a certificate made for the run, and HTTP/2."""

import contextlib
import socket
import subprocess
import sys
import time
import urllib.parse


def free_port():
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Http2Proxy:
    """A running nghttpx."""

    def __init__(self, process, port, folder):
        self._process = process
        self.url = f"https://127.0.0.1:{port}"
        self.certificate = str(folder / "bench.crt")
        self._log = folder / "nghttpx.log"
        self._port = port

    def wait_until_there(self):
        """Until it takes connections."""
        for _ in range(100):
            if self._process.poll() is not None:
                break
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self._port)):
                return
            time.sleep(0.1)
        sys.exit("error: nghttpx did not start")

    def connections(self):
        """What was spoken on each connection, by its port, and how many requests it carried."""
        spoken = {}
        for line in self._log.read_text(encoding="utf-8").splitlines():
            port, protocol = line.split(" ")[:2]
            requests = spoken.get(port, (protocol, 0))[1]
            spoken[port] = (protocol, requests + 1)
        return spoken


def make_certificate(folder):
    """A certificate for this machine that signs itself, for two days."""
    command = [
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
        "-nodes", "-days", "2", "-subj", "/CN=Roster bench", "-addext",
        "subjectAltName=IP:127.0.0.1", "-keyout", folder / "bench.key", "-out", folder / "bench.crt",
    ]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


@contextlib.contextmanager
def running(sandbox_url, folder):
    """A proxy in front of the sandbox."""
    make_certificate(folder)
    port = free_port()
    backend = urllib.parse.urlsplit(sandbox_url).port
    command = [
        "nghttpx", "--conf=/dev/null", f"--frontend=127.0.0.1,{port}",
        f"--backend=127.0.0.1,{backend}", "--workers=1", "--errorlog-file=/dev/null",
        f"--accesslog-file={folder / 'nghttpx.log'}",
        "--accesslog-format=$remote_port $alpn $status",
        folder / "bench.key", folder / "bench.crt",
    ]
    # What it says while it starts is of no use to anybody; that it did not start shows.
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        proxy = Http2Proxy(process, port, folder)
        try:
            proxy.wait_until_there()
            yield proxy
        finally:
            process.terminate()
            process.wait()
