"""Submit to answer over HTTP at a steady pace; beside the service's own health check at the same pace."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from queue import SimpleQueue

from bench.corpus import Corpus, distinct
from bench.figure import Figure
from tests import postgres

PACE, SECONDS, SENDERS = 30, 30, 8
PORT = 18_473


def figures(corpus: Corpus) -> Iterator[Figure]:
    """Yield the 95th and 99th percentile in milliseconds, on SQLite and on PostgreSQL."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _served(f"sqlite:///{folder}/office.db", "SQLite", corpus)
    with postgres.server(durable=True) as server, postgres.fresh_database(server) as address:
        yield from _served(address, "PostgreSQL", corpus)


def _served(store: str, name: str, corpus: Corpus) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"CLEARLANE_STORE": store, "CLEARLANE_PROFILE": corpus.profile, "CLEARLANE_REQUESTS_PER_MINUTE": "0"}
        command = [str(Path(sys.executable).parent / "clearlane")]
        token = subprocess.run(
            [*command, "token", "new", "--role", "admin"], cwd=folder, env=environment, capture_output=True, text=True, check=True
        )
        server = subprocess.Popen(
            [*command, "serve", "--port", str(PORT)], cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            _await()
            headers = {"Authorization": f"Bearer {token.stdout.split()[-1]}", "Content-Type": "application/xml"}
            bodies = cycle(distinct(corpus.stripped, PACE * SECONDS))
            health = _paced(lambda line: _ask(line, "GET", "/v1/health", b"", {}))
            lodged = _paced(lambda line: _ask(line, "POST", "/v1/declarations", next(bodies), headers))
        finally:
            server.terminate()
            server.wait()
    what = f"lodge over HTTP, {PACE}/s for {SECONDS} s, {name}"
    for share, target in ((95, "under 200 ms"), (99, "under 500 ms")):
        yield Figure(f"{what}, p{share}", _percentile(lodged, share), "ms", "GET /v1/health likewise", _percentile(health, share), target)


def _await() -> None:
    for _ in range(200):
        try:
            _ask(http.client.HTTPConnection("127.0.0.1", PORT, timeout=5), "GET", "/v1/health", b"", {})
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("The service did not start within 20 seconds.")


def _ask(line: http.client.HTTPConnection, method: str, path: str, body: bytes, headers: dict[str, str]) -> None:
    line.request(method, path, body or None, headers)
    answer = line.getresponse()
    answer.read()
    if answer.status >= 400 and answer.status != 409:
        raise AssertionError(f"{method} {path} answered {answer.status}.")


def _paced(ask: Callable[[http.client.HTTPConnection], None]) -> list[float]:
    """Send at an even pace whatever the answers take, and return how many milliseconds each took from its due moment."""
    due: SimpleQueue[float | None] = SimpleQueue()
    took: list[float] = []

    def send() -> None:
        line = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
        while (moment := due.get()) is not None:
            ask(line)
            took.append((time.perf_counter() - moment) * 1000)

    threads = [threading.Thread(target=send) for _ in range(SENDERS)]
    for thread in threads:
        thread.start()
    start = time.perf_counter()
    for n in range(PACE * SECONDS):
        moment = start + n / PACE
        time.sleep(max(0.0, moment - time.perf_counter()))
        due.put(moment)
    for _ in threads:
        due.put(None)
    for thread in threads:
        thread.join()
    return took


def _percentile(values: list[float], share: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]
