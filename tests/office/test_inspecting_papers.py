"""Papers of an inspection: what the order and the report say, in both languages, without any criterion, and what becomes of their marks."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from clearlane.model.inspection import ItemResult
from clearlane.model.refusals import Conflict, NotFound
from clearlane.office.access import Asker
from clearlane.office.inspecting_acts import Begin, Conclude, InspectorAct, Photo, Sample, Seal, Step
from clearlane.office.inspecting_papers import paper, sheet
from tests.office.clearing_office import lodged, opened
from tests.office.test_documents import JPEG
from tests.office.test_inspecting import does
from tests.secrets_of_risk import codes, titles

if TYPE_CHECKING:
    from clearlane.model.sheet import Kind, Sheet
    from clearlane.office.office import Office

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
WRONG = Conclude(satisfied=False, results=(ItemResult(1, conform=False, category="quantity", revenue=Decimal(40)),), why="Short by two.")


@pytest.fixture
def desk() -> Office:
    return opened()


def said(desk: Office, number: str, kind: Kind, language: str = "en") -> Sheet:
    return sheet(desk, Asker("officer"), number, kind, language, "https://customs.example")


def ordered(desk: Office) -> str:
    number = lodged(desk, "RED")
    desk.inspections.order(number, "Quay 4", NOON, "physical", by="S-1")
    return number


def inspected(desk: Office) -> str:
    number = ordered(desk)
    acts: tuple[InspectorAct, ...] = (
        Begin(), Step(2, done=False, remark="Stowed to the wall."), Photo(sha256(JPEG).hexdigest(), 1, 20.86, 106.68),
        Sample("M-1", 1, Decimal("0.5"), "KGM", "Laboratory 1"), Seal("VN123", "broken"), WRONG,
    )  # fmt: skip
    for key, act in enumerate(acts):
        assert does(desk, number, f"key-{key}", act, photo=JPEG).refused is None
    return number


def test_an_order_says_where_when_and_what_to_look_at_with_room_to_write_and_no_criterion(desk: Office) -> None:
    number = ordered(desk)
    order = said(desk, number, "inspection-order")
    assert dict(order.facts)["Place"] == "Quay 4"
    goods, steps, seals, samples = order.tables
    assert goods.rows[1] == ("2", "620520", "Shirts for men, woven, of cotton", "XN", "1040 KGM")
    assert (steps.rows[0][1].startswith("Seals: compare"), {row[2] for row in steps.rows}) == (True, {"☐"})
    assert (len(seals.rows), len(samples.rows)) == (3, 3)
    assert [one for one in (*codes(desk.profile), *titles(desk.profile), "score", "red lane") if one in repr(order)] == []
    assert said(desk, number, "inspection-order", "vi").title.endswith("Lệnh kiểm tra thực tế hàng hóa")


def test_a_report_says_what_was_found_shown_drawn_and_sealed_and_who_signed(desk: Office) -> None:
    report = said(desk, inspected(desk), "inspection-report")
    assert dict(report.facts)["Signed by"] == "I-1"
    assert report.paragraphs == ("The goods cannot be released yet.", "Short by two.")
    tables = {table.title: table.rows for table in report.tables}
    assert tables["Result of each item"] == (("1", "Quantity", f"40 {desk.profile.currency}"),)
    assert tables["What to look at"][1][2:] == ("Not done", "Stowed to the wall.")
    ((item, _, where, digest),) = tables["Photographs"]
    assert (item, where, digest.replace("\n", "")) == ("1", "20.86000, 106.68000", sha256(JPEG).hexdigest())
    assert tables["Samples"] == (("M-1", "1", "0.5 KGM", "Laboratory 1", "awaited"),)
    assert tables["Seals"] == (("VN123", "Broken"),)


def test_there_is_no_paper_of_what_was_not_ordered_or_is_not_concluded(desk: Office) -> None:
    number = lodged(desk, "RED")
    kinds: tuple[Kind, ...] = ("inspection-order", "inspection-report")
    for kind in kinds:
        with pytest.raises(Conflict):
            said(desk, number, kind)


def test_a_mark_holds_until_another_order_or_the_conclusion_and_one_letter_more_is_none(desk: Office) -> None:
    number = ordered(desk)
    mark = said(desk, number, "inspection-order").code.rpartition("/")[2]
    assert desk.printing.check(number, "inspection-order", mark).latest
    with pytest.raises(NotFound):
        desk.printing.check(number, "inspection-order", mark[:-1])
    desk.inspections.order(number, "Quay 5", NOON, "physical", by="S-1")
    assert not desk.printing.check(number, "inspection-order", mark).latest


def test_what_an_officer_writes_is_printed_and_never_read_as_instructions(desk: Office) -> None:
    number = lodged(desk, "RED")
    desk.inspections.order(number, "#panic() $x$ *Quay*", NOON, "physical", by="S-1")
    assert paper(desk, Asker("officer"), number, "inspection-order", "vi", "https://customs.example").startswith(b"%PDF")
