"""Certificates an office issues: checked by anybody with its key and its list, withdrawn, and told by the log without what they say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from secrets import token_bytes
from typing import Any

import pytest

from clearlane.keys import open_signer
from clearlane.model.certificate_facts import SUBJECT
from clearlane.model.refusals import Closed, NotAllowed, NotFound, Refusal, Unreadable
from clearlane.office.certificate_checks import seen
from clearlane.office.certificate_index import CertificateIndex
from clearlane.office.certificates import CertificateDesk
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
    found = seen(shown.encode(), [did], [status], office.clock(), days)
    return found.holds, found.words.en


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
        seen(body, [], [], MORNING, 7)


def test_a_full_list_is_followed_by_the_next_and_each_certificate_is_withdrawn_in_its_own(office: Office) -> None:
    office.certificates.index.room = 2
    made = [office.certificates.issue("aeo", AEO, signer=SIGNER, by="D-7") for _ in range(5)]
    office.certificates.withdraw(made[3].number, by="D-7", why="")
    lists = [json.dumps(office.certificates.status(SIGNER, which)).encode() for which in (1, 2, 3)]
    did = json.dumps(office.certificates.did(SIGNER)).encode()
    found = [seen(json.dumps(one.document).encode(), [did], lists, office.clock(), 7).holds for one in made]
    assert found == [True, True, True, False, True]
    addresses = [one.document["credentialStatus"]["statusListCredential"] for one in made if one.document]
    assert [len({*addresses[:2]}), len({*addresses})] == [1, 3]
    with pytest.raises(NotFound):
        office.certificates.status(SIGNER, 4)


def test_places_are_known_again_after_the_office_was_closed_and_opened(office: Office) -> None:
    made = [office.certificates.issue("aeo", AEO, signer=SIGNER, by="D-7") for _ in range(3)]
    office.certificates.withdraw(made[1].number, by="D-7", why="")
    fresh = CertificateIndex()
    assert fresh.withdrawn(office.store) == {1: {made[1].place}}
    drawn = iter([one.place.to_bytes(4, "big") for one in made] + [bytes(4)])
    assert fresh.draw(office.store, lambda size: next(drawn)) == (1, 0)


def test_what_is_recorded_elsewhere_meanwhile_is_followed(office: Office) -> None:
    other = CertificateDesk(office.store, office.clock, token_bytes)
    number = office.certificates.issue("aeo", AEO, signer=SIGNER, by="D-7").number
    assert other.index.withdrawn(office.store) == {1: set()}
    place = other.withdraw(number, by="D-8", why="").place
    assert office.certificates.index.withdrawn(office.store) == {1: {place}}
