"""Killed in full flow, a process that delivers loses nothing: another goes on where it was, and at most the last delivery comes again."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import sleep

from clearlane.office.machine_key import key_of
from clearlane.office.office import Office
from tests.office.test_webhooks import Receiver
from tests.web.declarations import DECLARANT, XA, example

ROOT = Path(__file__).resolve().parents[2]


def test_nothing_is_lost_and_the_order_kept_when_a_delivering_process_is_killed(tmp_path: Path) -> None:
    receiver = Receiver()
    settings = {"CLEARLANE_STORE": f"sqlite:///{tmp_path}/office.db", "CLEARLANE_MACHINE_KEY": f"{tmp_path}/office.key"}
    key = key_of(settings["CLEARLANE_STORE"], settings["CLEARLANE_MACHINE_KEY"])
    at = datetime(2026, 11, 20, 9, tzinfo=UTC)
    with Office.open(profile=XA, store=settings["CLEARLANE_STORE"], key=key, clock=lambda: at) as office:
        office.webhooks.anywhere = True
        office.webhooks.subscribe(receiver.address, DECLARANT)
        numbers = [office.lodge(example(f"R-{n}")).case.number for n in range(40)]
        command = [sys.executable, "-c", "from clearlane.cli import main; main()", "webhooks", "deliver"]
        process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **settings, "CLEARLANE_WEBHOOKS": "anywhere"})
        for _ in range(1200):
            if len(receiver.heard) >= 7:
                break
            sleep(0.02)
        process.kill()
        process.wait()
        before = len(receiver.names)
        assert 7 <= before < 120
        at = datetime.now(UTC) + timedelta(minutes=1)
        office.webhooks.deliver()
    receiver.server.shutdown()
    receiver.server.server_close()
    assert list(dict.fromkeys(receiver.names)) == [f"{number}-{place}" for number in numbers for place in (1, 2, 3)]
    assert len(receiver.names) <= 120 + 1
