"""Partners on the page of the ledger: witnesses that lack, logs seen here, evidence, and a backlog that keeps itself up to date."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from clearlane.model.facts import Fact
from clearlane.model.witnessing import Evidence, Seen, WitnessAsked
from clearlane.office.office import Office
from clearlane.office.partners import ask_for
from clearlane.office.settings import Settings
from clearlane.store.witness_book import WitnessBook
from clearlane.web.words import WORDS
from clearlane_verify.note import COSIGNATURE
from clearlane_verify.note import read as read_note
from tests.office.ledgers import SIGNER
from tests.verify.logs import Key
from tests.web.declarations import XA, Clock, example
from tests.web.test_ledger import client


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office with a declaration signed for, and one that is not yet; of its partners it has none yet."""
    with Office.open(profile=XA, clock=Clock()) as found:
        found.lodge(example("A-1"))
        found.ledger.checkpoint(SIGNER)
        found.lodge(example("A-2"))
        found.ledger.settings = Settings(witness=str(tmp_path / "witness.db"))
        yield found


@pytest.fixture
def partners(office: Office, tmp_path: Path) -> WitnessBook:
    """Two witnesses of which one saw the checkpoint, a partner's log that is seen, and one that showed two histories."""
    book = WitnessBook(tmp_path / "witness.db")
    keys = [Key(name, COSIGNATURE) for name in ("a.example/w", "b.example/w")]
    for key in keys:
        book.ask(WitnessAsked(str(key.verifier), f"https://{key.verifier.name}"))
    for name in ("a.example/log", "b.example/log"):
        book.trust(name, str(Key(name).verifier))
        book.keep(name, Seen(1234, b"r" * 32, "seen", 1_795_000_000))
    book.testify(Evidence("b.example/log", "split", "first note", "second note", 1_795_000_001))
    [latest] = office.store.checkpoints()
    note = read_note(latest.note)
    cosigned = note._replace(signatures=(*note.signatures, keys[0].saw(note.text, 1_795_000_002)))
    with office.store.work() as work:
        work.put_checkpoint(latest._replace(note=str(cosigned)))
    return book


def test_lacking_witnesses_partners_logs_and_evidence_are_shown_to_everyone(office: Office, partners: WitnessBook) -> None:
    outside = client(office, open_demo=False)
    page = outside.get("/ledger").text
    assert "Only 1 of 2 saw it; needed: 2. Lacking: b.example/w." in page
    assert page.count("1,234 records") == 2
    assert (page.count("follows from what was seen"), page.count("signed two histories")) == (1, 1)
    assert [outside.get(f"/ledger/evidence/1/{part}").text for part in ("first", "second")] == ["first note", "second note"]
    assert {outside.get(f"/ledger/evidence/{one}").status_code for one in ("0/first", "2/first", "1/third", "x/first")} == {404}
    ask_for(partners, 1)
    assert "1 of 2 saw it; needed: 1." in outside.get("/ledger").text


def test_a_cosignature_that_does_not_hold_counts_as_lacking(office: Office, partners: WitnessBook) -> None:
    [latest] = office.store.checkpoints()
    note = read_note(latest.note)
    wrong = note._replace(signatures=(note.signatures[0], note.signatures[1]._replace(value=bytes(72))))
    with office.store.work() as work:
        work.put_checkpoint(latest._replace(note=str(wrong)))
    assert "Lacking: a.example/w, b.example/w." in client(office).get("/ledger").text


def test_the_backlog_keeps_itself_up_to_date_and_nothing_is_sent_twice(office: Office, partners: WitnessBook) -> None:
    outside = client(office, open_demo=False)
    first = outside.get("/ledger?part=live")
    assert '<dd id="backlog">7</dd>' in first.text
    assert "<html" not in first.text
    known = {"If-None-Match": first.headers["etag"]}
    assert outside.get("/ledger?part=live", headers=known).status_code == 304
    office.ledger.checkpoint(SIGNER)
    assert '<dd id="backlog">0</dd>' in outside.get("/ledger?part=live", headers=known).text


def test_a_node_without_partners_says_so_and_makes_no_book(office: Office, tmp_path: Path) -> None:
    assert "Chưa có đối tác" in client(office).get("/ledger", headers={"accept-language": "vi"}).text
    assert client(office).get("/ledger/evidence/1/first").status_code == 404
    assert not (tmp_path / "witness.db").exists()


def test_every_kind_of_act_has_a_name_in_both_languages() -> None:
    assert [kind for kind in get_args(Fact) if f"fact.{kind.__struct_config__.tag}" not in WORDS] == []
