"""An application on a port of its own, and somebody signed in to it."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx

from bench.data import ROOT, settings
from bench.stories.team import PASSWORD

THE_APPLICATION = "tracker.app:create_app"
WITH_REFERENCE = "bench.reference:create_app"
STARTS_WITHIN = 30
# What the reference adds, beside the addresses of the application itself.
BY_HAND = "/by-hand"
FLOOR = "/floor"
NO_TEMPLATE = "/no-template"
CPU = "/cpu"


@dataclass(frozen=True)
class Served:
    """Where an application listens."""

    address: str
    server: "subprocess.Popen[bytes]"

    def kill(self) -> None:
        """End it at once with everything it started: kill -9."""
        os.killpg(self.server.pid, signal.SIGKILL)
        self.server.wait()

    def signed_in(self, email: str) -> httpx.Client:
        """A client that keeps its connection and the cookie of somebody signed in through the form."""
        client = httpx.Client(base_url=self.address, timeout=60)
        token = re.search(r'name="_csrf_token" value="([^"]+)"', client.get("/aanmelden").text)
        assert token
        form = {"_csrf_token": token[1], "email": email, "password": PASSWORD}
        answer = client.post("/aanmelden", data=form)
        if answer.status_code != 303:
            raise RuntimeError(f"{email} could not sign in: {answer.status_code}")
        return client


@contextmanager
def serving(url: str, target: str = THE_APPLICATION) -> Iterator[Served]:
    """The application on the database at `url`, in one process, until the end of the block."""
    port = _free_port()
    command = [sys.executable, "-m", "granian", "--interface", "asgi", "--factory", "--no-log"]
    server = subprocess.Popen(
        [*command, "--host", "127.0.0.1", "--port", str(port), target],
        cwd=ROOT,
        env={**os.environ, **settings(url)},
        start_new_session=True,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address, server)
        yield Served(address, server)
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError("the server stopped before it answered")
        try:
            httpx.get(f"{address}/hulp")
            return
        except httpx.TransportError:
            time.sleep(0.1)
    raise RuntimeError(f"no answer within {STARTS_WITHIN} seconds")
