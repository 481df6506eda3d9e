"""Certificates an office issues: checked by anybody with its key and its list, withdrawn, and told by the log without what they say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from clearlane.keys import open_signer
from clearlane.model.certificate_facts import SUBJECT
from clearlane.model.refusals import Closed, NotAllowed, NotFound, Refusal, Unreadable
from clearlane.office.certificate_checks import checked
from clearlane.office.office import Office
from clearlane.office.wiring import store_from
from tests.office.risk_office import MORNING
from tests.office.tariffs import Clock
from tests.web.declarations import XA

SIGNER = open_signer("memory:", "did:web:customs.example")
AEO = {"operator": "XA1234567897", "programme": "AEO-S", "status": "authorised"}
ORIGIN: dict[str, Any] = {
    "agreement": "Northern Sea Partnership", "exporter": "Amberby Growers", "consignee": "Tolvik Trading", "originCountry": "XA",
    "invoices": ["AC-118"], "transport": "by sea",
    "items": [{"description": "Coffee", "classification": "090111", "originCriterion": "WO", "quantity": "1200", "unit": "KGM"}],
}  # fmt: skip


@pytest.fixture(params=["sqlite", "postgresql"])
def office(request: pytest.FixtureRequest) -> Iterator[Office]:
    address = "sqlite:///:memory:" if request.param == "sqlite" else request.getfixturevalue("postgres_database")
    with Office(XA, store_from(address), clock=Clock(MORNING)) as found:
        yield found


def said(office: Office, document: object, days: int = 7) -> tuple[bool, str]:
    """What someone is told who has the key and the list of now, of a document or the code from its paper."""
    made = [office.certificates.did(SIGNER), office.certificates.status(SIGNER)]
    did, status = (json.dumps(one).encode() for one in made)
    shown = document if isinstance(document, str) else json.dumps(document)
    holds, words = checked(shown.encode(), [did], [status], office.clock(), days)
    return holds, words.en


def test_a_certificate_is_issued_checked_and_withdrawn(office: Office) -> None:
    made = office.certificates.issue("origin", ORIGIN, signer=SIGNER, by="D-7", until=MORNING + timedelta(days=365))
    assert (made.number, made.by, office.certificates.every()) == ("ORIGIN-2026-000001", "D-7", [made])
    assert said(office, made.document)[0]
    assert office.certificates.withdraw(made.number, by="D-8", why="Roasted abroad.").withdrawn_at is not None
    with pytest.raises(Closed):
        office.certificates.withdraw(made.number, by="D-8", why="Roasted abroad.")
    assert said(office, made.document) == (False, "Issued by did:web:customs.example. It was withdrawn, as of 2026-02-10 06:00.")


def test_one_withdrawn_leaves_the_others_in_force(office: Office) -> None:
    made = [office.certificates.issue("aeo", AEO, signer=SIGNER, by="D-7") for _ in range(5)]
    office.certificates.withdraw(made[2].number, by="D-7", why="")
    assert [said(office, one.document)[0] for one in made] == [True, True, False, True, True]
    assert len({one.place for one in made}) == 5


def test_each_value_changed_is_refused(office: Office) -> None:
    document = office.certificates.issue("aeo", AEO, signer=SIGNER, by="D-7").document
    assert document is not None
    for name in AEO:
        other = {**document, "credentialSubject": {**document["credentialSubject"], name: "another"}}
        assert said(office, other) == (False, "The signature does not hold: a field was changed, or another signed it.")


def test_the_log_holds_the_digest_and_nothing_that_is_said(office: Office) -> None:
    made = office.certificates.issue("origin", ORIGIN, signer=SIGNER, by="D-7")
    (fact,) = office.store.stored_facts(0)
    assert not any(word in fact.body for word in (b"Amberby", b"Tolvik", b"AC-118"))
    record = office.store.facts_of(SUBJECT + made.number)[0].fact
    with office.store.work() as work:
        work.erase(record.document)  # type: ignore[union-attr]
    assert office.certificates.find(made.number).document is None
    office.rebuild()
    assert office.certificates.find(made.number).number == made.number


@pytest.mark.parametrize(
    ("kind", "subject", "lacks"),
    [("aeo", {}, "operator, programme, status"), ("release", {"declaration": "26XA1"}, "declarant, releasedAt"),
     ("origin", {**ORIGIN, "items": [{**ORIGIN["items"][0], "originCriterion": ""}, "x"]}, "items[1].originCriterion, items[2].desc"),
     ("origin", {**ORIGIN, "items": "x"}, "items[1].description")],
)  # fmt: skip
def test_what_a_certificate_must_say_and_does_not_is_named_and_nothing_issued(kind: Any, subject: Any, lacks: str, office: Office) -> None:
    with pytest.raises(Unreadable) as refusal:
        office.certificates.issue(kind, subject, signer=SIGNER, by="D-7")
    assert lacks in refusal.value.words.en
    assert office.certificates.every() == []


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ({"by": " "}, NotAllowed),
        ({"until": MORNING - timedelta(days=1)}, Unreadable),
        ({"subject": {**AEO, "more": 2**60 + 1}}, Unreadable),
    ],
)
def test_what_nobody_signs_for_is_over_or_cannot_be_signed_is_not_issued(how: dict[str, Any], why: type[Refusal], office: Office) -> None:
    given = {"subject": AEO, "by": "D-7", **how}
    with pytest.raises(why):
        office.certificates.issue("aeo", signer=SIGNER, **given)
    assert office.store.last_seq() == 0


def test_a_certificate_that_was_not_issued_here_is_not_known(office: Office) -> None:
    with pytest.raises(NotFound):
        office.certificates.withdraw("AEO-2026-000009", by="D-7", why="")


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"proof": 1}'])
def test_what_is_no_certificate_is_refused_as_such(body: bytes) -> None:
    with pytest.raises(Unreadable):
        checked(body, [], [], MORNING, 7)
