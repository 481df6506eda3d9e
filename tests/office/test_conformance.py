"""A profile out of order is told what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from clearlane.model.dated import CodeList, DatedCode, DatedRate, ExchangeRates, RateTable
from clearlane.model.money import Rounding
from clearlane.model.profile import CodeRule, Profile
from clearlane.model.text import Text
from clearlane.office.conformance import conformance
from clearlane.office.wiring import profile_named

SOUND = profile_named("xa")
NAME = Text(en="name", vi="tên")
DUTY = SOUND.taxes[0]


def complaints(**changes: Any) -> list[str]:
    return [complaint.rule for complaint in conformance(replace(SOUND, **changes))]


def with_rates(*periods: tuple[date, date | None]) -> dict[str, Any]:
    rates = tuple(DatedRate(Decimal(5), "Act", since, until) for since, until in periods)
    return {"taxes": (msgspec.structs.replace(DUTY, rates=RateTable({"01": rates})), *SOUND.taxes[1:])}


def with_list(*codes: DatedCode) -> dict[str, Any]:
    return {"code_lists": {**SOUND.code_lists, "extra": CodeList.of(NAME, codes)}}


def with_first_tax(**changes: Any) -> dict[str, Any]:
    return {"taxes": (msgspec.structs.replace(DUTY, **changes), *SOUND.taxes[1:])}


NEW_YEAR, SUMMER = date(2026, 1, 1), date(2026, 7, 1)
OUT_OF_ORDER: Mapping[str, tuple[str, dict[str, Any]]] = {
    "rates with a gap": ("dates", with_rates((NEW_YEAR, date(2026, 3, 31)), (SUMMER, None))),
    "rates that overlap": ("dates", with_rates((NEW_YEAR, SUMMER), (SUMMER, None))),
    "a rate that ends before it begins": ("dates", with_rates((SUMMER, NEW_YEAR))),
    "a code in force twice": ("dates", with_list(DatedCode("A", NAME, NEW_YEAR), DatedCode("A", NAME, SUMMER))),
    "rates of exchange out of order": (
        "dates",
        {"exchange": ExchangeRates({"USD": ((SUMMER, Decimal(1)), (NEW_YEAR, Decimal(1)))}, "bulletin")},
    ),
    "a rate of exchange of nought": ("dates", {"exchange": ExchangeRates({"USD": ((SUMMER, Decimal(0)),)}, "bulletin")}),
    "a rule of a list that is not there": ("lists", {"code_rules": (CodeRule("XA-1", "TypeCode", "nothing"),)}),
    "a rule of a list that is empty": (
        "lists",
        {"code_rules": (CodeRule("XA-1", "TypeCode", "extra"),), "code_lists": {"extra": CodeList.of(NAME, ())}},
    ),
    "a rule of a place that is not there": ("places", {"code_rules": (CodeRule("XA-1", "Declarant/Shoe", "countries"),)}),
    "a rule of a second part that is not there": (
        "places",
        {"code_rules": (CodeRule("XA-1", "TypeCode+Shoe", "countries"),)},
    ),
    "a field name of a place that is not there": ("places", {"field_names": {"Shoe": NAME}}),
    "a text without Vietnamese": ("words", {"name": Text(en="Arcadia", vi=" ")}),
    "a code without English": ("words", with_list(DatedCode("A", Text(en="", vi="tên")))),
    "a tax on a later tax": ("taxes", with_first_tax(base=("value", "B00"))),
    "a tax on nothing": ("taxes", with_first_tax(base=())),
    "a tax that stands twice": ("taxes", {"taxes": (*SOUND.taxes, SOUND.taxes[0])}),
    "a rounding nobody knows": ("taxes", {"value_rounding": Rounding("sideways", 2)}),
    "a rule of a kind nobody knows": ("kinds", {"code_rules": (CodeRule("XA-1", "TypeCode", "countries", types=("ZZZ",)),)}),
    "a score beyond one": ("lanes", {"lanes": msgspec.structs.replace(SOUND.lanes, red_from=1.5)}),
    "a lane without a notice": ("lanes", {"lanes": msgspec.structs.replace(SOUND.lanes, control_notice={"green": NAME, "red": NAME})}),
    "a code for two rules": ("rules", {"risk_rules": (SOUND.risk_rules[0], SOUND.risk_rules[0])}),
    "no example of an export": ("examples", {"examples": {"import": SOUND.examples["import"]}}),
    "an example that cannot be read": ("examples", {"examples": {**SOUND.examples, "export": b"{"}}),
    "an example of the other direction": ("examples", {"examples": {**SOUND.examples, "export": SOUND.examples["import"]}}),
}


@pytest.mark.parametrize("what", OUT_OF_ORDER)
def test_a_profile_out_of_order_gets_one_complaint(what: str) -> None:
    rule, changes = OUT_OF_ORDER[what]
    assert complaints(**changes) == [rule]


def test_a_profile_without_exports_lacks_a_kind_and_an_example() -> None:
    imports = {code: kind for code, kind in SOUND.kinds.items() if kind.direction == "import"}
    no_types: dict[str, Any] = {"code_rules": (), "obligations": ()}
    assert complaints(kinds=imports, **no_types) == ["kinds", "examples"]


def test_a_code_may_be_withdrawn_and_come_back() -> None:
    codes = (DatedCode("A", NAME, NEW_YEAR, date(2026, 3, 31)), DatedCode("A", NAME, SUMMER))
    assert complaints(**with_list(*codes)) == []


def test_a_profile_in_order_gets_no_complaint() -> None:
    sound: Profile = SOUND
    assert conformance(sound) == []
