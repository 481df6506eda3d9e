"""The office's papers: what they say is what was decided, in the reader's language, and one that was altered is found out."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from clearlane.model.case import Query
from clearlane.model.payment_reference import number_in
from clearlane.model.refusals import Conflict, NotFound
from clearlane.model.sheet import Sheet
from clearlane.office.office import Office
from clearlane.paper.typeset import pdf, qr
from tests.office.risk_office import office, trade
from tests.secrets_of_risk import codes, titles

ADDRESS = "https://customs.example/"


@pytest.fixture(scope="module")
def desk() -> Office:
    made = office()
    list(made.lodge_many(trade(60)))
    return made


def numbers(desk: Office, state: str) -> Iterator[str]:
    return (case.number for case in desk.cases(Query(state=state)))


def mark_on(sheet: Sheet) -> str:
    return sheet.code.rpartition("/")[2]


def test_an_assessment_notice_states_every_line_its_law_and_the_total(desk: Office) -> None:
    number = next(numbers(desk, "released"))
    case = desk.store.case(number)
    assert case is not None
    sheet = desk.printing.sheet(number, "assessment", "en", ADDRESS)
    assert dict(sheet.facts)["Total"] == f"{case.duty:,} {case.currency}"
    assert number_in(dict(sheet.facts)["Pay under the reference"]) == case.number
    assert sheet.tables[0].total[4] == f"{case.duty:,}"
    assert all(row[5] for row in sheet.tables[0].rows)
    assert sheet.code.startswith(f"https://customs.example/check/{number}/assessment/")


def test_a_paper_in_vietnamese_says_the_same_in_its_own_figures(desk: Office) -> None:
    number = next(numbers(desk, "released"))
    english, vietnamese = (desk.printing.sheet(number, "assessment", language, ADDRESS) for language in ("en", "vi"))
    assert vietnamese.title == "Thông báo tiền thuế"
    assert vietnamese.code == english.code
    swapped = english.tables[0].total[4].translate(str.maketrans(",.", ".,"))
    assert vietnamese.tables[0].total[4] == swapped


def test_a_release_note_tells_the_goods_and_nothing_of_risk(desk: Office) -> None:
    secrets = [*codes(desk.profile), *titles(desk.profile), "green lane", "red lane", "score"]
    for number in numbers(desk, "released"):
        said = msgspec.json.encode(desk.printing.sheet(number, "release", "en", ADDRESS)).decode()
        assert not [word for word in secrets if word in said]
        assert desk.printing.sheet(number, "release", "en", ADDRESS).tables[0].rows


def test_what_is_not_released_has_no_release_note(desk: Office) -> None:
    with pytest.raises(Conflict):
        desk.printing.sheet(next(numbers(desk, "under-control")), "release", "en", ADDRESS)
    with pytest.raises(NotFound):
        desk.printing.sheet("26XA00000000000000", "release", "en", ADDRESS)


def test_a_paper_is_known_by_its_mark_and_no_other_is(desk: Office) -> None:
    first, second, *_ = numbers(desk, "released")
    shown = mark_on(desk.printing.sheet(first, "release", "en", ADDRESS))
    found = desk.printing.check(first, "release", shown)
    case = desk.store.case(first)
    assert case is not None
    assert (found.latest, found.total) == (True, f"{case.duty} {case.currency}")
    assert desk.printing.check(first, "release", shown.upper()) == found
    for number, mark in (
        (second, shown),
        (first, shown[:-1] + ("0" if shown[-1] != "0" else "1")),
        (first, ""),
        (first, "ế"),
        ("no such", shown),
    ):
        with pytest.raises(NotFound):
            desk.printing.check(number, "release", mark)
    with pytest.raises(NotFound):
        desk.printing.check(first, "assessment", shown)


def test_a_pdf_is_made_in_both_languages_and_for_archives(desk: Office) -> None:
    number = next(numbers(desk, "released"))
    for language in ("en", "vi"):
        made = desk.printing.pdf(number, "release", language, ADDRESS)
        assert made.startswith(b"%PDF-1.7")
        assert b"pdfaid" in made


def test_words_that_look_like_instructions_to_the_typesetter_are_only_words() -> None:
    hostile = '#read("/etc/passwd") $x$ *b* _i_ @a <l> `c` \\ "q" ] } #import "@preview/a:0.1.0": *'
    sheet = Sheet("en", hostile, hostile, hostile, ((hostile, hostile),), (hostile,), (), (hostile,), hostile, hostile)
    assert pdf(sheet).startswith(b"%PDF")


def test_a_qr_code_is_drawn_as_svg() -> None:
    assert qr("https://customs.example/check/1/release/a").startswith("<svg")
