"""The log's service: whoever reads it needs no office, learns no fact, and believes nothing that does not lead to the signed root."""

from __future__ import annotations

import base64
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from clearlane.api.ledger import ledger_app
from clearlane.api.turnstile import Turnstile
from clearlane.office.office import Office
from clearlane_verify.checkpoint import signed as signed_by
from clearlane_verify.merkle import consistency_holds, leaf_hash
from clearlane_verify.note import verifier
from clearlane_verify.proof import demand, read
from clearlane_verify.tiles import Tile, TileTree, entries_of
from tests.office.ledgers import SIGNER, signed
from tests.office.risk_office import office

KEYS = [verifier(SIGNER.vkey)]


@pytest.fixture(scope="module")
def desk() -> Iterator[Office]:
    made = signed("sqlite:///:memory:", 3, 20)
    yield made
    made.close()


@pytest.fixture
def service(desk: Office) -> TestClient:
    return TestClient(ledger_app(desk.store, Turnstile(0)))


def test_a_reader_gets_checkpoint_tiles_and_commitments_and_finds_them_whole(service: TestClient) -> None:
    checkpoint, _ = signed_by(service.get("/checkpoint").content, KEYS)
    log = TileTree(checkpoint.size, checkpoint.root, lambda tile: service.get(f"/{tile.path}").content)
    rest = checkpoint.size % 256
    log.demand_entries(checkpoint.size // 256, entries_of(service.get(f"/{Tile(-1, checkpoint.size // 256, rest).path}").content))
    assert "immutable" in service.get("/tile/0/000").headers["cache-control"]
    assert service.get("/tile/0/000.p/7").content == service.get("/tile/0/000").content[: 7 * 32]


def test_a_record_is_proved_to_whoever_has_its_leaf_and_told_to_nobody(service: TestClient, desk: Office) -> None:
    entries = entries_of(service.get("/tile/entries/000").content)
    for number in (1, 2, 255):
        proof = read(service.get(f"/proof/{number}").text)
        assert (proof.index, proof.extra) == (number - 1, None)
        demand(proof, leaf_hash(entries[number - 1]), KEYS)


def test_every_older_checkpoint_is_shown_to_be_held(service: TestClient, desk: Office) -> None:
    new, _ = signed_by(service.get("/checkpoint").content, KEYS)
    for kept in desk.store.checkpoints():
        old, _ = signed_by(kept.note, KEYS)
        hashes = [base64.b64decode(line) for line in service.get(f"/consistency/{old.size}").text.splitlines()]
        consistency_holds(old.size, old.root, new.size, new.root, hashes)


NUMBERS = ["proof/0", "proof/99999", "proof/-1", "proof/x", "proof/٣", "consistency/0", "consistency/99999", "nothing"]
TILES = [
    "0/001.p/0",
    "0/001.p/256",
    "0/x001",
    "0/1",
    "0/-1",
    "0/-01",
    "0/+01",
    "0/1_0",
    "0/٠٠١",
    "0/000.p/-1",
    "0/000.p/+7",
    "00/000",
    "64/000",
    "-1/000",
    "0/000/..",
    "0/900",
    "entries/900",
]
ENDLESS = [f"proof/{'9' * 40}", f"tile/{'9' * 30}/000", f"tile/0/{'x999/' * 9}999"]


@pytest.mark.parametrize("path", [*NUMBERS, *(f"tile/{one}" for one in TILES), *ENDLESS])
def test_what_there_is_not_is_answered_so(path: str, service: TestClient) -> None:
    assert service.get(f"/{path}").status_code == 404


def test_nothing_is_taken_and_a_person_is_told_what_is_here(service: TestClient) -> None:
    assert {service.post("/checkpoint").status_code, service.delete("/tile/0/000").status_code} == {405}
    assert service.get("/keys").text == f"{SIGNER.vkey}\n"
    assert service.get("/handovers").json() == []
    assert SIGNER.vkey in service.get("/").text
    assert "Đã ký cho" in service.get("/?language=vi").text


def test_who_asks_too_often_is_told_to_wait(desk: Office) -> None:
    service = TestClient(ledger_app(desk.store, Turnstile(2, lambda: 0.0)))
    answers = [service.get("/checkpoint") for _ in range(3)]
    assert [one.status_code for one in answers] == [200, 200, 429]
    assert answers[2].headers["retry-after"] == "30"


def test_a_log_that_nobody_signed_for_has_nothing_to_hand_out() -> None:
    service = TestClient(ledger_app(office().store, Turnstile(0)))
    assert [service.get(path).status_code for path in ("/", "/checkpoint", "/proof/1", "/tile/0/000")] == [200, 404, 404, 404]
