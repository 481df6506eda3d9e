"""A certificate on paper: the boxes of its form, everything that was signed, and a code that anyone checks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from clearlane.keys import open_signer
from clearlane.model.refusals import Closed, NotFound, Unavailable
from clearlane.office.certificate_paper import code, paper, sheet
from clearlane.office.office import Office
from tests.office.risk_office import MORNING
from tests.office.tariffs import Clock
from tests.office.test_certificates import AEO, ORIGIN, SIGNER, said
from tests.web.declarations import XA

UNTIL = MORNING + timedelta(days=365)


@pytest.fixture
def office() -> Iterator[Office]:
    with Office.open(profile=XA, clock=Clock(MORNING)) as found:
        found.certificates.keys = lambda: SIGNER
        yield found


def issued(office: Office, subject: Any = ORIGIN, kind: Any = "origin") -> str:
    return office.certificates.issue(kind, subject, signer=SIGNER, by="D-7", until=UNTIL).number


def words(office: Office, number: str, language: str = "en") -> str:
    found = sheet(office, number, language)
    boxes = [found.title, *(line for box in found.boxes for line in (box.title, *box.lines)), *found.certified, found.left]
    return "\n".join(boxes + [cell for row in (found.goods.rows if found.goods else ()) for cell in row])


@pytest.mark.parametrize(("kind", "subject"), [("origin", {**ORIGIN, "remarks": "Issued afterwards", "producer": "P"}), ("aeo", AEO)])
@pytest.mark.parametrize("language", ["en", "vi"])
def test_everything_that_was_signed_stands_on_the_paper(office: Office, kind: str, subject: dict[str, Any], language: str) -> None:
    told = words(office, issued(office, subject, kind), language)
    values = [value for value in subject.values() if isinstance(value, str)] + [*subject.get("items", [{}])[0].values()]
    assert [value for value in values if value not in told] == []


def test_the_code_says_what_the_certificate_says_and_holds_until_it_is_withdrawn(office: Office) -> None:
    number = issued(office)
    text = code(office, number)
    assert said(office, text) == (True, "Issued by did:web:customs.example. It holds, and was not withdrawn as of 2026-02-10 06:00.")
    assert code(office, number) == text
    office.certificates.withdraw(number, by="D-8", why="")
    assert not said(office, text)[0]


def test_what_the_code_has_no_room_for_is_said_on_the_paper_and_by_whoever_checks(office: Office) -> None:
    rows = [
        {**ORIGIN["items"][0], "description": f"Coffee {place * 7919} of {place * 104729}", "quantity": str(place)} for place in range(150)
    ]
    number = issued(office, {**ORIGIN, "items": rows})
    assert "The code had no room for items[*].description" in words(office, number)
    assert "Not checked, since the code has no room for it: items[*].description" in said(office, code(office, number))[1]
    assert paper(office, number, "vi").startswith(b"%PDF")


def test_one_withdrawn_erased_or_of_another_name_is_not_printed(office: Office) -> None:
    number, other = issued(office), issued(office)
    office.certificates.withdraw(number, by="D-8", why="")
    with pytest.raises(Closed):
        paper(office, number, "en")
    office.certificates.keys = lambda: open_signer("memory:", "did:web:another.example")
    with pytest.raises(Unavailable):
        paper(office, other, "en")
    with pytest.raises(NotFound):
        paper(office, "ORIGIN-2026-000009", "en")


def test_an_office_without_a_key_issues_and_prints_nothing() -> None:
    with Office.open(profile=XA) as office, pytest.raises(Unavailable):
        office.certificates.keys()


@pytest.mark.parametrize("language", ["en", "vi"])
def test_what_a_certificate_says_is_never_read_as_instructions_of_the_typesetter(office: Office, language: str) -> None:
    number = issued(office, {**ORIGIN, "exporter": '#read("/etc/passwd") $x^2$ *A*'})
    assert paper(office, number, language).startswith(b"%PDF")
    assert '#read("/etc/passwd")' in words(office, number, language)
