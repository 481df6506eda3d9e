"""Killed at any moment while a bank's messages are taken, nothing is booked twice and nothing is lost."""

from __future__ import annotations

import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import pytest

from clearlane.model.payment_facts import BankMessageTaken, Booked
from clearlane.model.payment_reference import creditor_reference
from clearlane.office.office import Office
from tests.office.cashier import declared
from tests.payment.bank import Paying, camt

ROOT = Path(__file__).resolve().parents[2]
FILES, CREDITS = 8, 25


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/office.db"
    return str(request.getfixturevalue("postgres_database"))


def messages(folder: Path, numbers: list[str]) -> None:
    """Files of many credits, of which each repeats half of the one before, as a bank that notifies and states does."""
    folder.mkdir()
    references = [creditor_reference(number) for number in numbers] + [""]
    for file in range(FILES):
        first = file * CREDITS // 2
        paid = [Paying(f"{n + 1}.01", references[n % len(references)], f"B{n}") for n in range(first, first + CREDITS)]
        (folder / f"{file:02}.xml").write_bytes(camt(paid, "054" if file % 2 else "053"))


def killed(address: str, folder: Path, after: int, then: float) -> list[str]:
    """Let a process take messages, kill it in full flow, and return what it said was booked."""
    command = [sys.executable, "-m", "tests.office.cashing", address, str(folder)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    out = process.stdout
    if out is None:
        raise AssertionError("The process has no output to read.")
    said = [out.readline() for _ in range(after)]
    time.sleep(then)
    process.kill()
    said += out.readlines()
    process.wait()
    return [line.strip() for line in said if line.endswith("\n")]


def test_nothing_is_booked_twice_and_nothing_lost(address: str, tmp_path: Path) -> None:
    folder = tmp_path / "messages"
    with Office.open(profile="xa", store=address) as office:
        messages(folder, [declared(office, f"A-{n}")[0] for n in range(3)])
    done: set[str] = set()
    for after, then in ((0, 0.9), (1, 0.01), (2, 0.03), (1, 0.0)):
        done |= set(killed(address, folder, after, then))
    with Office.open(profile="xa", store=address) as office:
        facts = [record.fact for record in office.store.facts()]
        credits_booked = [fact.entry.credit for fact in facts if isinstance(fact, Booked) and fact.entry.credit]
        reported = {one.identity for fact in facts if isinstance(fact, BankMessageTaken) for one in fact.credits}
        assert len(set(credits_booked)) == len(credits_booked)
        assert reported == set(credits_booked)
        for file in sorted(folder.iterdir()):
            taken = office.payments.take(file.read_bytes())
            assert not (taken.new and file.name in done)
        banks = [one.amount for one in office.payments.days.books().accounts if one.account.startswith("bank:")]
        assert banks == [sum((Decimal(n + 1) + Decimal("0.01") for n in range(_last())), Decimal(0))]
        before = office.payments.days.books()
        office.rebuild()
        assert office.payments.days.books() == before


def _last() -> int:
    return (FILES - 1) * CREDITS // 2 + CREDITS
