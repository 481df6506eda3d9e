"""Green goods released once their duty is paid, while fifty officers act on ten thousand open cases: what the trader waits for."""

from __future__ import annotations

import http.client
import json
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import msgspec

from bench.desk import HEALTH, OFFICERS, OPEN, PORT, _percentile, filled, served, worked
from bench.figure import Figure
from clearlane.model.payment_reference import creditor_reference
from clearlane.model.profile import Profile
from clearlane.model.receipt import Receipt
from clearlane.office.access import new_token
from clearlane.office.machine_key import KeyFile
from clearlane.office.office import Office
from clearlane.office.tokens import keep_token
from clearlane.office.wiring import profile_named
from tests.office.lodger import message
from tests.payment.bank import Paying, camt

WAITING, SECONDS, BATCH, PATIENCE = 30, 40.0, 1000, 30.0
PAUSE = 1.0
"""Seconds between two payments, so that they come while the officers are at work."""
Owed = list[tuple[str, Decimal]]


def figures() -> Iterator[Figure]:
    """Yield how long after the bank's message a trader's software sees the release, and how many credits a second are booked."""
    with tempfile.TemporaryDirectory() as folder:
        sessions = filled(Path(folder))
        with _office(Path(folder)) as office:
            owed, token = _owing(office, WAITING, "P"), _token(Path(folder), office)
            with served(Path(folder)), ThreadPoolExecutor(1) as beside:
                working = beside.submit(worked, sessions, SECONDS)
                times = []
                for number, duty in owed:
                    time.sleep(PAUSE)
                    times.append(_released(office, number, duty, token))
                health = _percentile(working.result()["health"], 95)
            yield Figure(
                f"{OPEN:,} open cases, {OFFICERS} officers acting: green release after payment, p95 of {WAITING}",
                _percentile(times, 95),
                "ms",
                HEALTH,
                health,
                "under 3,000 ms",
            )
            yield from _booked(office)


def _law() -> Profile:
    law = profile_named("xa")
    return replace(law, risk_profiles=(), clearance=msgspec.structs.replace(law.clearance, release_on="payment"))


def _office(folder: Path) -> Office:
    return Office.open(profile=_law(), store=f"sqlite:///{folder}/office.db", key=KeyFile(folder / "office.key"))


def _owing(office: Office, count: int, tag: str) -> Owed:
    """Lodge green declarations that wait for their duty; return what each owes."""
    taken = [one for one in office.lodge_many([message(f"{tag}-{place}") for place in range(count)]) if isinstance(one, Receipt)]
    return [(one.case.number, one.case.duty) for one in taken if one.case.duty and one.case.state == "accepted"]


def _token(folder: Path, office: Office) -> str:
    """Make the token of the trader whose goods wait."""
    declarant = office.lodge(message("T-0")).case.declarant
    given, kept = new_token("trader", declarant, ())
    keep_token(folder / "tokens.toml", kept)
    return given


def _released(office: Office, number: str, duty: Decimal, token: str) -> float:
    """Take the bank's message; return after how many milliseconds the trader's software is told of the release."""
    line = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    paid = camt([Paying(f"{duty}", creditor_reference(number), f"B-{number}")])
    start = time.perf_counter()
    office.payments.take(paid)
    while time.perf_counter() - start < PATIENCE:
        line.request("GET", f"/v1/declarations/{number}", headers={"Authorization": f"Bearer {token}"})
        if json.loads(line.getresponse().read()).get("state") in {"released", "cleared"}:
            return (time.perf_counter() - start) * 1000
        time.sleep(0.02)
    raise AssertionError(f"The trader of {number} was not told of the release.")


def _booked(office: Office) -> Iterator[Figure]:
    """Yield how many credits of one message are booked a second, each releasing goods, beside reading the message alone."""
    owed = _owing(office, BATCH, "Q")
    message_of = camt([Paying(f"{duty}", creditor_reference(number), f"Q-{number}") for number, duty in owed])
    start = time.perf_counter()
    office.payments.take(message_of)
    booked = len(owed) / (time.perf_counter() - start)
    start = time.perf_counter()
    office.payments.take(message_of)
    again = len(owed) / (time.perf_counter() - start)
    yield Figure(
        f"credits of one message booked, {len(owed):,} with the release of each", booked, "credits/s", "the same known already", again
    )
