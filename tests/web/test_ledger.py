"""The page of the ledger: open to everyone as far as it is signed for, proofs to those who may see an act, files to any program."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from clearlane.office.office import Office
from clearlane.web.pages import pages
from clearlane_verify.checkpoint import signed
from clearlane_verify.fact import opened
from clearlane_verify.note import verifier
from clearlane_verify.proof import demand, read
from clearlane_verify.tiles import Tile, TileTree, entries_of
from tests.office.ledgers import SIGNER
from tests.web.declarations import XA, Clock, example

KEYS = [verifier(SIGNER.vkey)]


def client(office: Office, *, open_demo: bool = True) -> TestClient:
    app = FastAPI()
    app.include_router(pages(office, open_demo=open_demo))
    return TestClient(app, base_url="http://127.0.0.1", client=("127.0.0.1", 50000))


@pytest.fixture
def office() -> Iterator[Office]:
    with Office.open(profile=XA, clock=Clock()) as found:
        yield found


@pytest.fixture
def number(office: Office) -> str:
    """A declaration signed for, and one that is not yet."""
    found = office.lodge(example("A-1")).case.number
    office.ledger.checkpoint(SIGNER)
    office.lodge(example("A-2"))
    return found


def test_everyone_reads_how_far_the_log_is_signed_for_without_signing_in(office: Office, number: str) -> None:
    page = client(office, open_demo=False).get("/ledger")
    assert page.status_code == 200
    assert all(word in page.text for word in (SIGNER.vkey, "customs.example/log", "Not signed for yet"))
    assert 'name="number"' not in page.text


def test_before_the_first_checkpoint_the_page_says_so(office: Office) -> None:
    assert "Nothing was signed for yet." in client(office).get("/ledger").text
    assert client(office).get("/ledger/checkpoint").status_code == 404


def test_a_program_reads_checkpoint_tiles_and_records_and_finds_them_whole(office: Office, number: str) -> None:
    outside = client(office, open_demo=False)
    checkpoint, _ = signed(outside.get("/ledger/checkpoint").content, KEYS)
    log = TileTree(checkpoint.size, checkpoint.root, lambda tile: outside.get(f"/ledger/{tile.path}").content)
    log.demand_entries(0, entries_of(outside.get(f"/ledger/{Tile(-1, 0, checkpoint.size).path}").content))
    for path in ("tile/0/000", "tile/entries/000", "tile/9/000", "tile/x", f"tile/entries/000.p/{checkpoint.size + 1}"):
        assert outside.get(f"/ledger/{path}").status_code == 404


def proof_of(answer: str) -> str:
    proof = read(answer)
    leaf, row = opened(proof.extra)
    demand(proof, leaf, KEYS)
    return row.kind.decode()


def test_an_officer_downloads_the_proof_of_any_act_of_a_case_and_the_reading_is_noted(office: Office, number: str) -> None:
    desk = client(office)
    desk.get("/?as=officer-1")
    page = desk.get(f"/ledger?number={number}").text
    acts = office.store.facts_of(number)
    assert page.count('.tlog-proof" download') == len(acts)
    assert desk.get(f"/ledger?number={acts[0].seq}").text.count('.tlog-proof" download') == 1
    assert [proof_of(desk.get(f"/ledger/proofs/{one.seq}.tlog-proof").text) for one in acts] == [
        one.fact.__struct_config__.tag for one in acts
    ]
    assert {reading.what for _, reading in office.store.reads(subject=str(acts[0].seq))} == {"proof"}


def test_a_trader_is_given_what_he_was_told_of_and_nothing_of_risk_or_of_others(office: Office, number: str) -> None:
    case = office.store.case(number)
    assert case is not None
    desk = client(office)
    desk.get(f"/?as=trader&declarant={case.declarant}")
    assert desk.get(f"/ledger?number={number}").status_code == 200
    for record in office.store.facts_of(number):
        answer = desk.get(f"/ledger/proofs/{record.seq}.tlog-proof")
        tag = record.fact.__struct_config__.tag
        assert answer.status_code == (403 if tag in {"scored", "selected", "routed"} else 200), tag
    desk.get("/?as=trader&declarant=XA999")
    assert desk.get(f"/ledger?number={number}").status_code == 404
    assert desk.get("/ledger/proofs/1.tlog-proof").status_code == 404


def test_what_no_checkpoint_covers_or_is_not_there_is_said_so(office: Office, number: str) -> None:
    desk = client(office)
    desk.get("/?as=officer-1")
    assert desk.get(f"/ledger/proofs/{office.store.last_seq()}.tlog-proof").status_code == 400
    assert desk.get("/ledger/proofs/99999.tlog-proof").status_code == 404
    assert client(office, open_demo=False).get("/ledger/proofs/1.tlog-proof", follow_redirects=False).status_code == 303


def test_records_that_are_no_declaration_s_are_proved_to_the_auditor(office: Office, number: str) -> None:
    office.risk.draws.commit(
        "2026-11-21", office.clock() + timedelta(seconds=1), 0.05, {"H-1": "first words of mine", "H-2": "second words of mine"}, 2
    )
    office.ledger.checkpoint(SIGNER)
    seq = office.store.last_seq()
    desk: TestClient = client(office)
    for person, status in (("officer-1", 404), ("auditor-1", 200)):
        desk.get(f"/?as={person}")
        assert desk.get(f"/ledger?number={seq}").status_code == status
        assert desk.get(f"/ledger/proofs/{seq}.tlog-proof").status_code == status


def test_the_page_of_a_declaration_shows_the_proof_of_each_act_one_sees(office: Office, number: str) -> None:
    case = office.store.case(number)
    assert case is not None
    officer, trader = client(office), client(office)
    officer.get("/?as=officer-1")
    trader.get(f"/?as=trader&declarant={case.declarant}")
    acts = [one.seq for one in office.store.facts_of(number)]
    page = officer.get(f"/declarations/{number}?lang=en").text
    size = office.store.checkpoint()
    assert size is not None
    assert page.count(".tlog-proof") == len(acts)
    assert f"under checkpoint {size.size}, signed" in page
    own = trader.get(f"/declarations/{number}?lang=en").text
    linked = [seq for seq in acts if f"/ledger/proofs/{seq}.tlog-proof" in own]
    assert 0 < len(linked) < len(acts)
    assert {trader.get(f"/ledger/proofs/{seq}.tlog-proof").status_code for seq in linked} == {200}


def test_an_act_that_no_checkpoint_covers_yet_is_said_so_on_its_page(office: Office, number: str) -> None:
    desk = client(office)
    desk.get("/?as=officer-1")
    later = office.lodge(example("A-3")).case.number
    page = desk.get(f"/declarations/{later}?lang=en").text
    assert "not signed for yet" in page
    assert ".tlog-proof" not in page
