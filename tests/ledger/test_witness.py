"""What a witness decides, with its book in a file and its service answering."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from clearlane.api.witness import witness_app
from clearlane.keys import open_signer
from clearlane.ledger.witness import NotCosigned, Submission
from clearlane.office.witness import Witness
from clearlane.store.witness_book import WitnessBook
from clearlane_verify.checkpoint import signed
from clearlane_verify.cosignature import cosigned
from clearlane_verify.merkle import leaf_hash
from clearlane_verify.note import ED25519, Verifier, read
from tests.verify.logs import LOG, checkpoint, leaves, tree

ORIGIN = "customs.example/log"
FORK = [*leaves(6), leaf_hash(b"rewritten")]
SIGSUM = Verifier(
    "sigsum.org/v1/tree/4d6d8825a6bb689d459628312889dfbb0bcd41b5211d9e1ce768b0ff0309e562",
    ED25519,
    bytes.fromhex("ffdc2d4d98e4124d3feaf788c0c2f9abfd796083d1f0495437f302ec79cf100f"),
)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[WitnessBook]:
    book = WitnessBook(tmp_path / "witness.db")
    book.trust(ORIGIN, str(LOG.verifier))
    yield book
    book.close()


@pytest.fixture
def witness(book: WitnessBook) -> Witness:
    return Witness(book, open_signer("memory:", "witness.example/w"), lambda: datetime(2026, 11, 23, tzinfo=UTC))


@pytest.fixture
def service(witness: Witness) -> TestClient:
    return TestClient(witness_app(witness))


def sent(old: int, size: int, hashes: list[bytes] | None = None) -> bytes:
    """A checkpoint of a log with the proof that it grew."""
    proof = tree(size, hashes or ()).consistency(old) if old else []
    return str(Submission(old, tuple(proof), checkpoint(size, hashes or ()))).encode()


def test_a_log_that_only_grew_is_cosigned_each_time(service: TestClient, witness: Witness) -> None:
    for old, size in [(0, 3), (3, 3), (3, 7), (7, 600)]:
        answer = service.post("/add-checkpoint", content=sent(old, size))
        assert answer.status_code == 200
        _, note = signed(checkpoint(size) + answer.text, [LOG.verifier])
        assert [one.at for one in cosigned(note, [witness.key])] == [1795392000]


@pytest.mark.parametrize(("old", "size"), [(0, 3), (3, 7), (6, 7), (0, 7), (0, 8)])
def test_who_is_out_of_step_is_told_the_size_seen(old: int, size: int, service: TestClient) -> None:
    service.post("/add-checkpoint", content=sent(0, 5))
    answer = service.post("/add-checkpoint", content=sent(old, size))
    assert (answer.status_code, answer.text, answer.headers["content-type"]) == (409, "5\n", "text/x.tlog.size")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"\xff", 400),
        (sent(0, 3).replace(b"old 0", b"old 00"), 400),
        (sent(0, 3).replace(b"old 0", b"old 4"), 400),
        (sent(0, 3).replace(b"old 0\n", b"old 0\nAAAA\n"), 400),
        (sent(0, 3).replace(b"\n3\n", b"\n03\n"), 400),
        (sent(0, 3).replace(b"\n", b"\r\n"), 400),
        (sent(0, 3).replace(b"old 0", b"old -1"), 400),
        (sent(0, 3).replace(b"\n\n", b"\n", 1), 400),
        (sent(0, 3).replace(b"old 0\n", b"old 0\n" + b"A" * 43 + b"=\n" * 64), 400),
        (b"old 0\n" + b"A" * 70_000, 413),
        (sent(0, 3).replace(b"customs.example/log\n", b"another.example\n", 1), 404),
        (sent(0, 3).replace(b"\n3\n", b"\n4\n"), 403),
        (str(Submission(0, (leaves(1)[0],), checkpoint(3))).encode(), 422),
    ],
)  # fmt: skip
def test_what_is_out_of_form_or_not_the_logs_is_refused_and_leaves_nothing(
    body: bytes, status: int, service: TestClient, book: WitnessBook
) -> None:
    assert service.post("/add-checkpoint", content=body).status_code == status
    assert (book.history(ORIGIN), book.evidence()) == ([], [])


def test_a_split_view_is_refused_and_both_checkpoints_are_kept_as_evidence(service: TestClient, book: WitnessBook) -> None:
    service.post("/add-checkpoint", content=sent(0, 7))
    service.post("/add-checkpoint", content=sent(7, 9))
    for old in (0, 7):
        assert service.post("/add-checkpoint", content=sent(old, 7, FORK)).status_code == 409
    [one] = book.evidence()
    checkpoints = [signed(text, [LOG.verifier])[0] for text in (one.first, one.second)]
    assert (one.kind, {found.size for found in checkpoints}, len({found.root for found in checkpoints})) == ("split", {7}, 2)
    assert service.get("/evidence").json()[0]["first"] == one.first


def test_a_keeper_that_lies_without_end_fills_no_disk(witness: Witness, book: WitnessBook) -> None:
    witness.add_checkpoint(sent(0, 7))
    for lie in range(110):
        with pytest.raises(NotCosigned):
            witness.add_checkpoint(sent(7, 7, [*leaves(6), leaf_hash(b"%d" % lie)]))
    assert len(book.evidence()) == 100


def test_a_person_sees_whose_logs_are_seen_and_the_evidence(service: TestClient, witness: Witness) -> None:
    assert "There is no evidence" in service.get("/").text
    service.post("/add-checkpoint", content=sent(0, 7))
    service.post("/add-checkpoint", content=sent(7, 7, FORK))
    shown = service.get("/", headers={"accept-language": "vi"})
    assert "hai lịch sử" in shown.text
    assert str(witness.key) in shown.text
    assert "two histories" in service.get("/?language=en", headers={"accept-language": "vi"}).text
    assert service.get("/evidence/1/second").text == checkpoint(7, FORK)
    assert [service.get(f"/evidence/{place}/first").status_code for place in (0, 1, 2)] == [404, 200, 404]
    assert service.get("/key").text == f"{witness.key}\n"


def test_a_rewritten_log_that_grew_is_refused_and_what_its_keeper_signed_is_kept(service: TestClient, book: WitnessBook) -> None:
    service.post("/add-checkpoint", content=sent(0, 7))
    answer = service.post("/add-checkpoint", content=sent(7, 8, [*FORK, leaves(8)[7]]))
    assert answer.status_code == 422
    assert [one.kind for one in book.evidence()] == ["unproved"]
    assert book.seen(ORIGIN) == book.seen(ORIGIN, 7)


def test_two_nodes_that_were_shown_different_logs_find_it_by_comparing(witness: Witness, tmp_path: Path) -> None:
    witness.add_checkpoint(sent(0, 7))
    assert witness.compare([checkpoint(7), checkpoint(8), "no note"]) == []
    [one] = witness.compare([checkpoint(7, FORK)])
    assert witness.book.evidence() == [one]
    assert read(one.first).text != read(one.second).text


def test_of_requests_at_once_none_rolls_another_back(witness: Witness, tmp_path: Path) -> None:
    other = Witness(
        WitnessBook(tmp_path / "witness.db"), open_signer("memory:", "witness.example/w"), lambda: datetime(2026, 11, 23, tzinfo=UTC)
    )
    service, second = TestClient(witness_app(witness)), TestClient(witness_app(other))
    service.post("/add-checkpoint", content=sent(0, 2))
    bodies = [sent(2, size) for size in range(3, 23)]
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit((service, second)[place % 2].post, "/add-checkpoint", content=body) for place, body in enumerate(bodies)]
    assert sorted(one.result().status_code for one in asked) == [200] + [409] * 19
    assert [one.size for one in witness.book.history(ORIGIN)] == [max(one.size for one in witness.book.history(ORIGIN)), 2]


def test_what_was_cosigned_outlives_the_process(witness: Witness, tmp_path: Path) -> None:
    witness.add_checkpoint(sent(0, 7))
    witness.book.close()
    again = WitnessBook(tmp_path / "witness.db")
    assert (again.seen(ORIGIN) or again.history(ORIGIN)[0]).size == 7
    again.close()


def test_what_another_witness_was_asked_is_answered_alike(shared_data: Path, tmp_path: Path) -> None:
    """Where that one answers 403 to an unknown log, the protocol as it stands now says 404."""
    folder = shared_data / "trust" / "witness" / "cmd" / "litewitness" / "testdata"
    asked = 0
    for name in ("litewitness.txt", "sumdb.txt", "bastion.txt"):
        book = WitnessBook(tmp_path / f"{name}.db")
        book.trust(SIGSUM.name, str(SIGSUM))
        book.trust("go.sum database tree", "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8")
        service = TestClient(witness_app(Witness(book, open_signer("memory:", "example.com/witness"), lambda: datetime.now(UTC))))
        for body, status, how, want in exchanges((folder / name).read_text()):
            answer = service.post("/add-checkpoint", content=body.encode())
            assert answer.status_code == (404 if want == "unknown log" else int(status)), (name, want, answer.text)
            assert answer.text == want.replace("\\n", "\n") if how == "==" else want in answer.text
            asked += 1
        book.close()
    assert asked > 10


def exchanges(text: str) -> list[tuple[str, str, str, str]]:
    """Request, status, how the answer is compared, and with what."""
    return re.findall(r'add-checkpoint\n```\n(.*?\n)```\nHTTP (\d+)\n\[Asserts\]\nbody (==|contains) "(.*?)"\n', text, re.DOTALL)


def test_a_log_handed_in_too_often_is_told_to_wait_and_another_is_not(witness: Witness) -> None:
    seconds = [0.0]
    service = TestClient(witness_app(witness, lambda: seconds[0]))
    another = sent(0, 3).replace(b"customs.example/log\n", b"another.example\n", 1)
    answers = [service.post("/add-checkpoint", content=sent(0, 3)) for _ in range(61)]
    assert [one.status_code for one in answers[-2:]] == [409, 429]
    assert answers[-1].headers["retry-after"] == "1"
    assert service.post("/add-checkpoint", content=another).status_code == 404
    seconds[0] = 1.0
    assert service.post("/add-checkpoint", content=sent(0, 3)).status_code == 409


def test_an_address_that_hands_in_logs_without_end_is_told_to_wait(witness: Witness) -> None:
    service = TestClient(witness_app(witness, lambda: 0.0))
    bodies = [sent(0, 3).replace(b"customs.example/log\n", b"log%d.example\n" % name, 1) for name in range(241)]
    assert [service.post("/add-checkpoint", content=body).status_code for body in bodies] == [404] * 240 + [429]
