"""Several processes over one log: what one signed or was given stays, growing that was killed is gone on with, readers only read."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from clearlane.keys import Signer
from clearlane.model.refusals import Unavailable
from clearlane.model.witnessing import WitnessAsked
from clearlane.office.ledger_verify import LedgerVerifying
from clearlane.office.office import Office
from clearlane.office.wiring import reading_from, store_from
from clearlane.office.witnessing import gather
from clearlane.store.witness_book import WitnessBook
from clearlane_verify.note import COSIGNATURE, read
from tests.office.ledgers import SIGNER, signed, verdict
from tests.office.risk_office import MORNING, office, trade
from tests.office.tariffs import Clock
from tests.verify.logs import Key


class Slow:
    """Signs as another does, after another process did the same."""

    def __init__(self, signer: Signer, meanwhile: Office, clock: Clock) -> None:
        self._clock = clock
        self.name, self.public, self.vkey = signer.name, signer.public, signer.vkey
        self._signer, self._meanwhile = signer, meanwhile

    def sign(self, message: bytes) -> bytes:
        self._clock.now += timedelta(seconds=1)
        self.first = self._meanwhile.ledger.checkpoint(self._signer)
        return self._signer.sign(message)


def test_of_two_that_sign_at_once_the_first_checkpoint_stays(tmp_path: Path) -> None:
    address, clock = f"sqlite:///{tmp_path}/office.db", Clock(MORNING)
    one, other = office(store_from(address), clock=clock), office(store_from(address), clock=clock)
    list(one.lodge_many(trade(3)))
    slow = Slow(SIGNER, other, clock)
    assert [one.ledger.checkpoint(slow)] == [slow.first] == one.store.checkpoints() == other.store.checkpoints()


def test_what_two_were_given_by_witnesses_at_once_is_kept_together(tmp_path: Path) -> None:
    desk = signed("sqlite:///:memory:", 1, 2)
    keys = [Key(f"{name}.example/w", COSIGNATURE) for name in "ab"]
    books = [WitnessBook(tmp_path / f"{place}.db") for place in range(2)]
    for book, key in zip(books, keys, strict=True):
        book.ask(WitnessAsked(str(key.verifier), "http://nobody"))

    def cosigns(key: Key, body: bytes | None, first: bool) -> tuple[int, bytes]:
        if first:
            gather(desk.store, books[1], lambda address, sent: cosigns(keys[1], sent, False))
        return 200, str(key.saw(read((body or b"").decode().partition("\n\n")[2]).text, 5)).encode()

    gather(desk.store, books[0], lambda address, sent: cosigns(keys[0], sent, True))
    [latest] = desk.store.checkpoints()
    assert sorted(one.name for one in read(latest.note).signatures) == ["a.example/w", "b.example/w", "customs.example/log"]


GROWING = """
import sys
from clearlane.office.office import Office
office = Office.open(store=sys.argv[1])
print(office.ledger.sequence(5), flush=True)
while office.ledger.sequence(1):
    pass
"""


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_tree_whose_growing_was_killed_by_two_at_once_is_gone_on_with(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/office.db" if kind == "sqlite" else str(request.getfixturevalue("postgres_database"))
    desk = office(store_from(address))
    list(desk.lodge_many(trade(60)))
    growing = [subprocess.Popen([sys.executable, "-c", GROWING, address], stdout=subprocess.PIPE) for _ in range(2)]
    for one in growing:
        assert one.stdout is not None
        assert one.stdout.readline()
        one.kill()
        one.wait()
        one.stdout.close()
    assert desk.store.ledger_size() > 0
    made = desk.ledger.checkpoint(SIGNER)
    assert (made.size, verdict(desk)) == (desk.store.last_seq(), [])
    desk.close()


def test_a_role_that_may_only_read_verifies_and_an_unknown_one_is_told_so(postgres_database: str) -> None:
    signed(postgres_database, 1, 3).close()
    with psycopg.connect(postgres_database, autocommit=True) as held:
        held.execute("DROP ROLE IF EXISTS auditor")
        held.execute("CREATE ROLE auditor LOGIN")
        held.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO auditor")
        parts = urlsplit(postgres_database)
        host = parts.netloc.rpartition("@")[2]
        address = urlunsplit(parts._replace(netloc=f"auditor@{host}"))
        with reading_from(address) as reading:
            found = LedgerVerifying(reading).verdict()
            assert (found.holds, found.checkpoints) == (True, 1)
        held.execute("REVOKE SELECT ON ALL TABLES IN SCHEMA public FROM auditor")
        with pytest.raises(Unavailable), reading_from(address) as reading:
            LedgerVerifying(reading).verdict()
        held.execute("DROP OWNED BY auditor; DROP ROLE auditor")
