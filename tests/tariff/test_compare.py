"""What differs between two tariffs: told by what officers know things by, and nothing where nothing differs."""

from __future__ import annotations

from datetime import date

import msgspec
from hypothesis import given

from clearlane.model.edition import TariffChange
from clearlane.model.measure import Measure
from clearlane.model.nomenclature import TariffLine
from clearlane.model.tariff import TariffContent, TariffHeader
from clearlane.tariff.compare import differences
from tests.tariff.tariffs import contents, duty

OLD = TariffContent(
    TariffHeader("XA", "1", "T"),
    lines=(TariffLine(1, "0101", 0, {"en": "Horses"}), TariffLine(2, "0102", 0, {"en": "Cattle"})),
    measures=(Measure("a", "0101", "103", duty("5")), Measure("b", "0102", "103", duty("7"))),
)


@given(contents())
def test_a_tariff_does_not_differ_from_itself(content: TariffContent) -> None:
    assert list(differences(content, content)) == []


@given(contents())
def test_what_one_way_adds_the_other_way_removes(content: TariffContent) -> None:
    added = [(one.what, one.code, one.after) for one in differences(OLD, content) if one.kind == "added"]
    removed = [(one.what, one.code, one.before) for one in differences(content, OLD) if one.kind == "removed"]
    assert sorted(added) == sorted(removed)


def test_a_changed_rate_is_one_change_with_both_texts() -> None:
    changed = msgspec.structs.replace(OLD, measures=(Measure("x", "0101", "103", duty("6")), OLD.measures[1]))
    assert list(differences(OLD, changed)) == [TariffChange("changed", "measure", "0101", "duty", "103", "1011", "5 %", "6 %")]


def test_new_identifiers_alone_are_no_change() -> None:
    renamed = tuple(msgspec.structs.replace(one, id=f"new-{one.id}") for one in OLD.measures)
    assert list(differences(OLD, msgspec.structs.replace(OLD, measures=renamed))) == []


def test_a_text_and_an_end_that_change_are_told_apart() -> None:
    line = TariffLine(1, "0101", 0, {"en": "Horses, live"}, until=date(2026, 12, 31))
    found = list(differences(OLD, msgspec.structs.replace(OLD, lines=(line, OLD.lines[1]))))
    assert [(one.field, one.before, one.after) for one in found] == [("text.en", "Horses", "Horses, live"), ("until", "", "2026-12-31")]


def test_a_line_that_only_moved_a_row_down_is_no_change() -> None:
    new = TariffLine(1, "0100", 0, {"en": "Asses"})
    moved = tuple(msgspec.structs.replace(line, place=line.place + 1) for line in OLD.lines)
    found = list(differences(OLD, msgspec.structs.replace(OLD, lines=(new, *moved))))
    assert [(one.kind, one.code) for one in found] == [("added", "0100")]


def test_one_text_read_differently_is_a_change() -> None:
    reread = msgspec.structs.replace(duty("6"), text="5 %")
    found = list(differences(OLD, msgspec.structs.replace(OLD, measures=(Measure("a", "0101", "103", reread), OLD.measures[1]))))
    assert [(one.kind, one.field) for one in found] == [("changed", "duty")]
