"""``clearlane demo``: one address, a border that lives, and data that stay."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.cli.test_command import CALL, PLAIN


@contextmanager
def demo(folder: Path, *words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A demonstration with its address, ended by SIGTERM where the test does not end it."""
    call = [*CALL, "demo", "--fill", "30", *words]
    running = subprocess.Popen(call, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=PLAIN)
    try:
        assert running.stdout is not None
        yield running, running.stdout.readline().strip()
    finally:
        running.terminate()
        running.communicate(timeout=60)


def sent(folder: Path, name: str = "office.json") -> int:
    return int(json.loads((folder / "demo" / name).read_bytes())["sent"])


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_demo_serves_a_page_and_stops_cleanly(tmp_path: Path, how: signal.Signals) -> None:
    with demo(tmp_path) as (running, address):
        assert address.startswith("http://127.0.0.1:")
        assert b"<html" in urlopen(address).read()
        running.send_signal(how)
        _, words = running.communicate(timeout=60)
    assert running.returncode == 0
    assert "Stopped." in words
    assert "Traceback" not in words


def test_a_second_run_goes_on_where_the_first_stopped(tmp_path: Path) -> None:
    with demo(tmp_path):
        pass
    first, before = sent(tmp_path), (tmp_path / "demo" / "office.db").stat().st_ino
    with demo(tmp_path):
        pass
    assert sent(tmp_path) >= first >= 30
    assert (tmp_path / "demo" / "office.db").stat().st_ino == before


def test_a_reset_begins_anew(tmp_path: Path) -> None:
    with demo(tmp_path):
        pass
    kept = tmp_path / "demo" / "office.json"
    kept.write_bytes(kept.read_bytes().replace(b'"seed":7', b'"seed":8'))
    with demo(tmp_path, "--reset"):
        pass
    assert json.loads(kept.read_bytes())["seed"] == 7


def test_a_second_demo_on_the_same_store_is_sent_to_the_first_and_takes_nothing_from_it(tmp_path: Path) -> None:
    with demo(tmp_path) as (_, address):
        kept = (tmp_path / "demo" / "office.db").stat().st_ino
        call = [*CALL, "demo", "--reset"]
        second = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, env=PLAIN, timeout=60, check=False)
        assert second.returncode == 2
        assert f"already runs in this folder at {address}." in second.stderr
        assert (tmp_path / "demo" / "office.db").stat().st_ino == kept


def test_two_demos_are_served_at_two_addresses(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    with demo(tmp_path / "one") as (_, first), demo(tmp_path / "two", "--profile", "vn", "--language", "vi") as (_, second):
        assert first != second
        assert urlopen(second).status == 200


def test_a_demo_fills_the_store_it_is_given_and_never_deletes_it(tmp_path: Path) -> None:
    with demo(tmp_path, "--store", "sqlite:///mine.db"):
        pass
    assert (tmp_path / "mine.db").exists()
    assert not (tmp_path / "demo" / "office.db").exists()
    refused = subprocess.run(
        [*CALL, "demo", "--store", "sqlite:///mine.db", "--reset"], cwd=tmp_path, env=PLAIN, capture_output=True, text=True, check=False
    )
    assert (refused.returncode, "never one named by --store" in refused.stderr) == (2, True)
    assert (tmp_path / "mine.db").exists()


def test_a_store_from_the_environment_is_not_filled_by_the_demo(tmp_path: Path) -> None:
    real = PLAIN | {"CLEARLANE_STORE": "sqlite:///real.db"}
    call = [*CALL, "demo", "--fill", "5"]
    running = subprocess.Popen(call, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=real)
    assert running.stdout is not None
    running.stdout.readline()
    running.terminate()
    running.communicate(timeout=60)
    assert not (tmp_path / "real.db").exists()
