"""A profile out of order is told what is wrong with it, by reading it and by rehearsing with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from clearlane.model.dated import CodeList, DatedCode, DatedRate, ExchangeRates, RateTable
from clearlane.model.declaration import Declaration
from clearlane.model.duty import percentage
from clearlane.model.facts import Lane
from clearlane.model.findings import Finding
from clearlane.model.measure import Condition, Measure
from clearlane.model.money import Rounding
from clearlane.model.profile import CodeRule, Profile
from clearlane.model.tariff import Tariff
from clearlane.model.tax import Relief
from clearlane.model.text import Text
from clearlane.office.conformance import conformance
from clearlane.office.wiring import profile_named

SOUND = profile_named("xa")
NAME = Text(en="name", vi="tên")
DUTY = SOUND.taxes[0]
NUMBER = SOUND.further_rules[0]
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


def complaints(**changes: Any) -> list[str]:
    return [complaint.rule for complaint in conformance(replace(SOUND, **changes), lambda: AT)]


def with_first_further(**changes: Any) -> dict[str, Any]:
    return {"further_rules": (msgspec.structs.replace(NUMBER, **changes), *SOUND.further_rules[1:])}


def stray(declaration: Declaration, on: date) -> tuple[Finding, ...]:
    return (*SOUND.check_further(declaration, on), msgspec.structs.replace(NUMBER, code="XA-999", severity="warning").at("", NAME, NAME))


def wordless(declaration: Declaration, on: date) -> tuple[Finding, ...]:
    found = SOUND.check_further(declaration, on)
    return tuple(msgspec.structs.replace(one, remedy=Text(en="Give it.", vi="")) if one.rule == NUMBER.code else one for one in found)


def failing(declaration: Declaration, on: date) -> tuple[Finding, ...]:
    raise ZeroDivisionError("by nought")


def with_rates(*periods: tuple[date, date | None]) -> dict[str, Any]:
    rates = tuple(DatedRate(Decimal(5), "Act", since, until) for since, until in periods)
    return {"taxes": (msgspec.structs.replace(DUTY, rates=RateTable({"01": rates})), *SOUND.taxes[1:])}


def with_list(*codes: DatedCode) -> dict[str, Any]:
    return {"code_lists": {**SOUND.code_lists, "extra": CodeList.of(NAME, codes)}}


def with_tariff(*more: Measure, **changes: Any) -> dict[str, Any]:
    assert SOUND.tariff is not None
    content = SOUND.tariff.content
    return {"tariff": Tariff(msgspec.structs.replace(content, measures=(*content.measures, *more), **changes))}


def with_acts(**changes: Any) -> dict[str, Any]:
    return {"acts": (msgspec.structs.replace(SOUND.acts[0], **changes), *SOUND.acts[1:])}


def of_coffee(since: date, until: date | None = None, **changes: Any) -> Measure:
    plain = Measure(f"103.{since}", "0901", "103", percentage(Decimal(5)), since=since, until=until)
    return msgspec.structs.replace(plain, **changes)


def with_first_tax(**changes: Any) -> dict[str, Any]:
    return {"taxes": (msgspec.structs.replace(DUTY, **changes), *SOUND.taxes[1:])}


NEW_YEAR, SUMMER = date(2026, 1, 1), date(2026, 7, 1)
UNNOTICED = msgspec.structs.replace(SOUND.lanes, control_notice={"green": NAME, "blue": NAME, "red": NAME})
_LANES: tuple[Lane, ...] = ("green", "yellow", "red")
NO_BLUE = msgspec.structs.replace(
    SOUND.lanes,
    names={lane: SOUND.lanes.names[lane] for lane in _LANES},
    control_notice={lane: SOUND.lanes.control_notice[lane] for lane in _LANES},
)
BLUE = 'profile XA-B "Afterwards" scope item when hs starts with "61" then lane blue'
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
    "a tax on a tax that is not there": ("taxes", with_first_tax(base=("value", "B99"))),
    "a relief from no tax": ("taxes", {"reliefs": (Relief("C07", ("B99",), NAME),)}),
    "a measure beside another": ("dates", with_tariff(of_coffee(date(2030, 1, 1)))),
    "a measure that ends before it begins": ("dates", with_tariff(of_coffee(date(2010, 1, 1), date(2009, 1, 1), area="XN"))),
    "a gap between two rates": ("dates", with_tariff(of_coffee(date(2010, 1, 1), date(2010, 12, 31)))),
    "a measure of an unknown type": ("references", with_tariff(of_coffee(NEW_YEAR, type="999"))),
    "a measure on no line": ("references", with_tariff(of_coffee(NEW_YEAR, code="0988"))),
    "a measure for an unknown area": ("references", with_tariff(of_coffee(NEW_YEAR, area="9999"))),
    "a measure with an unknown footnote": ("references", with_tariff(of_coffee(NEW_YEAR, area="XN", footnotes=("N1",)))),
    "a measure with an unknown certificate": (
        "references",
        with_tariff(of_coffee(NEW_YEAR, area="XN", conditions=(Condition("B", ("Q001",)),))),
    ),
    "a claim for an unknown area": ("references", {"claims": {"300": msgspec.structs.replace(SOUND.claims["300"], areas=("9999",))}}),
    "an act that concerns nothing here": ("acts", with_acts(concerns=("B99",))),
    "an act that stands twice": ("acts", {"acts": (*SOUND.acts, SOUND.acts[0])}),
    "a tax without an act": ("acts", {"acts": tuple(act for act in SOUND.acts if "B00" not in act.concerns)}),
    "a tax on nothing": ("taxes", with_first_tax(base=(), series=())),
    "a tax that stands twice": ("taxes", {"taxes": (*SOUND.taxes, SOUND.taxes[0])}),
    "a rounding nobody knows": ("taxes", {"value_rounding": Rounding("sideways", 2)}),
    "a rule of a kind nobody knows": ("kinds", {"code_rules": (CodeRule("XA-1", "TypeCode", "countries", types=("ZZZ",)),)}),
    "a score beyond one": ("lanes", {"lanes": msgspec.structs.replace(SOUND.lanes, red_from=1.5)}),
    "a lane without a notice": ("lanes", {"lanes": UNNOTICED}),
    "a risk profile twice": ("risk", {"risk_profiles": (SOUND.risk_profiles[0], SOUND.risk_profiles[0])}),
    "a risk profile that cannot be read": ("risk", {"risk_profiles": ("profile X",)}),
    "a risk profile into a lane without name": ("risk", {"lanes": NO_BLUE, "risk_profiles": (BLUE,)}),
    "a further rule with the code of another": ("rules", {"further_rules": (NUMBER, *SOUND.further_rules)}),
    "a further rule with a code of every country": ("rules", with_first_further(code="CL-101")),
    "a further rule with a code of the office": ("rules", with_first_further(code="CL-501")),
    "a further rule without Vietnamese": ("words", with_first_further(title=Text(en="Number", vi=""))),
    "no example of an export": ("examples", {"examples": {"import": SOUND.examples["import"]}}),
    "an example that cannot be read": ("examples", {"examples": {**SOUND.examples, "export": b"{"}}),
    "an example of the other direction": ("examples", {"examples": {**SOUND.examples, "export": SOUND.examples["import"]}}),
}


@pytest.mark.parametrize("what", OUT_OF_ORDER)
def test_a_profile_out_of_order_gets_one_complaint(what: str) -> None:
    rule, changes = OUT_OF_ORDER[what]
    assert complaints(**changes) == [rule]


REHEARSED: Mapping[str, tuple[dict[str, Any], tuple[str, str]]] = {
    "an example that is rejected": (
        {"examples": {**SOUND.examples, "import": SOUND.examples["import"].replace(b"090111", b"999999")}},
        ("examples", "import: XA-305 /Declaration/GoodsShipment/GovernmentAgencyGoodsItem[1]/Commodity/Classification[1]/ID: "),
    ),
    "an example with a warning": (
        {"examples": {**SOUND.examples, "import": SOUND.examples["import"].replace(b'"MethodCode": "1"', b'"MethodCode": ""', 1)}},
        ("examples", "import: "),
    ),
    "an example that is refused": (
        {"examples": {**SOUND.examples, "again": SOUND.examples["export"].replace(b"Kolmstad", b"Varnhavn")}},
        ("examples", "again: The reference XA-EXAMPLE-EXPORT-1 already stands for another declaration"),
    ),
    "a further rule that does not fail": (
        with_first_further(failing=NUMBER.passing),
        ("rules", "XA-301: the failing example brings no blocking finding of the rule."),
    ),
    "a further rule that does not pass": (
        with_first_further(passing=NUMBER.failing),
        ("rules", "XA-301, passing: XA-301 /Declaration/Declarant/ID: "),
    ),
    "a further rule graver in words than in deed": (
        with_first_further(severity="warning"),
        ("rules", "XA-301: the failing example brings no warning finding of the rule."),
    ),
    "a further rule shown on nothing": (
        with_first_further(failing={"Declarant/Shoe/ID": "1"}),
        ("rules", "XA-301: it cannot be worked with (KeyError: 'Shoe')."),
    ),
    "a finding without a language": ({"check_further": wordless}, ("words", "XA-301: a finding lacks a language.")),
    "a finding of a rule that is not registered": (
        {"check_further": stray},
        ("rules", "check_further finds XA-999, which is not among the further rules."),
    ),
    "checks that fail themselves": (
        {"check_further": failing},
        ("examples", "import: it cannot be worked with (ZeroDivisionError: by nought)."),
    ),
}


@pytest.mark.parametrize("what", REHEARSED)
def test_what_shows_only_in_rehearsal_is_complained_of_in_words(what: str) -> None:
    changes, (rule, words) = REHEARSED[what]
    found = [(one.rule, one.words.en) for one in conformance(replace(SOUND, **changes), lambda: AT)]
    assert any(said_rule == rule and said.startswith(words) for said_rule, said in found), found


def test_the_examples_of_a_profile_that_demands_signatures_are_rehearsed_unsigned() -> None:
    assert complaints(signature_required=True) == []


def test_the_remark_that_goods_are_awaited_is_no_complaint() -> None:
    assert complaints(examples={**SOUND.examples, "import": SOUND.examples["import"].replace(b'"IMA"', b'"IMD"')}) == []


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
