"""Duty that others computed, from real systems and published exercises, reached by the same functions as any declaration.

The cases lie beside the checkout. What is not matched is listed by its id with the reason; nothing else may differ.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest

from clearlane.assessment.apportion import apportion
from clearlane.assessment.assess import assess
from clearlane.model.dated import ExchangeRates
from clearlane.model.duty import AdValorem, Specific
from clearlane.model.facts import Assessed
from clearlane.model.money import Rounding
from clearlane.model.profile import Profile
from tests.assessment.country import AT, ON, charge, charges, country, declared, expression, item, measure, per, tariff, tax

Case = dict[str, Any]
NOT_MATCHED: dict[str, str] = {}
"""Clean cases whose figure we do not reach, with the reason."""
WAY = charges(AB="b", AC="c", AE="e", PACK="addition", ASSIST="addition", COM="addition")


@pytest.fixture(scope="module")
def cases(shared_data: Path) -> list[Case]:
    lines = (shared_data / "tariff" / "duty-cases.jsonl").read_text().splitlines()
    return [case for case in map(json.loads, lines) if case["clean"]]


def rounding(name: str) -> Rounding:
    manner, places = name.rsplit("-", 1)
    return Rounding(manner, int(places))


def of(cases: list[Case], *suites: str, kind: str = "") -> Iterator[tuple[str, Case, Case]]:
    found = [case for case in cases if case["suite"] in suites and kind in ("", case["kind"]) and case["id"] not in NOT_MATCHED]
    assert found
    yield from ((case["id"], case["inputs"], case["expected"]) for case in found)


def assessed(price: str, currency: str, law: Profile, **more: Any) -> Assessed:
    whole = {name: more.pop(name) for name in ("valuation", "term") if name in more}
    return assess(declared(item(price, currency, **more), **whole), law, AT)


def amounts(found: Assessed) -> dict[str, Decimal | None]:
    return {line.tax: line.amount for line in found.lines}


def test_every_ad_valorem_line_comes_to_the_cent(cases: list[Case]) -> None:
    for name, given, expected in of(cases, "cds-line", "asycuda-line", "cbp-7501"):
        less = Specific(Decimal(given.get("deduct", "0")), given["currency"])
        rate = AdValorem(Decimal(given["rate_pct"]))
        duty = expression(("+", rate), ("-", less)) if less.amount else expression(("+", rate))
        law = country(tax("T", law=(measure("law", duty, code=""),), rounding=rounding(given["rounding"])), currency=given["currency"])
        assert (name, assessed(given["base"], given["currency"], law).total) == (name, Decimal(expected["assessed"]))


def test_every_line_on_a_quantity_comes_to_the_unit(cases: list[Case]) -> None:
    for name, given, expected in of(cases, "asycuda-specific"):
        duty = expression(("+", per(given["amount_per_kg"], "KGM", currency="ALL")))
        law = country(tax("T", (), law=(measure("law", duty, code=""),), rounding=rounding(given["rounding"])), currency="ALL")
        mass = f'<NetNetWeightMeasure unitCode="KGM">{given["net_kg"]}</NetNetWeightMeasure>'
        assert (name, assessed("1", "ALL", law, measure=mass).total) == (name, Decimal(expected["assessed"]))


def test_every_item_of_the_british_system_comes_to_the_penny(cases: list[Case]) -> None:
    for name, given, expected in of(cases, "cds-item"):
        rule, duties = rounding(given["rounding"]), [one for one in given["measures"] if not one["tax_type"].startswith("B")]
        codes = [one["tax_type"] for one in duties]
        bases = {one["tax_type"]: ("value", *(codes if one["tax_type"].startswith("B") else ())) for one in given["measures"]}
        rates = [tax(code, base, percent, rounding=rule) for code, base, percent in _rated(given, bases)]
        found = assessed(given["invoice"]["amount"], given["invoice"]["ccy"], country(*rates, currency="GBP", value_rounding=rule))
        assert (name, amounts(found)) == (name, {line["tax_type"]: Decimal(line["assessed"]) for line in expected["lines"]})


def _rated(given: Case, bases: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, tuple[str, ...], str]]:
    yield from ((one["tax_type"], bases[one["tax_type"]], one["rate_pct"]) for one in given["measures"])


def test_every_price_is_exchanged_to_the_unit(cases: list[Case]) -> None:
    for name, given, expected in of(cases, "asycuda-fx"):
        exchange = ExchangeRates({"EUR": ((ON, Decimal(given["rate"])),)}, "Bulletin")
        law = country(currency="ALL", exchange=exchange, value_rounding=rounding(given["rounding"]))
        assert (name, assessed(given["amount"], "EUR", law).values[0].value) == (name, Decimal(expected["amount"]))


def test_shares_are_near_those_of_a_system_that_rounds_each_alone_and_sum_exactly(cases: list[Case]) -> None:
    for name, given, expected in of(cases, "asycuda-apportion"):
        shares = apportion(Decimal(given["total"]), [Decimal(one) for one in given["items"]], 0)
        far = [one for one, other in zip(shares, expected["shares"], strict=True) if abs(one - Decimal(other)) > Decimal("1.13")]
        assert (name, far, sum(shares)) == (name, [], Decimal(given["total"]))


def test_shares_sum_to_the_whole_where_others_lost_a_cent(cases: list[Case]) -> None:
    for name, given, expected in of(cases, "apportion-sum"):
        shares = apportion(Decimal(given["total"]), [Decimal(one) for one in given["items"]], given["decimals"])
        assert (name, sum(shares)) == (name, Decimal(expected["sum"]))


def test_taxes_on_duties_come_out_as_published(cases: list[Case]) -> None:
    for name, given, expected in of(cases, "cascade"):
        law = country(tax("duty", percent=given["duty_pct"]), tax("vat", ("value", "duty"), given["vat_pct"]), valuation=WAY)
        shown = charge("AB", given["freight"], "ARD") + charge("AC", given.get("insurance", "0"), "ARD")
        found = assessed(given["goods"], "ARD", law, valuation=shown, term="FOB")
        assert (name, amounts(found)) == (name, {key: Decimal(expected[key]) for key in ("duty", "vat")})


def test_a_price_at_the_destination_is_taken_back_to_the_port_of_export(cases: list[Case]) -> None:
    for name, given, expected in of(cases, "valuation"):
        fob = msgspec.structs.replace(WAY, basis="FOB")
        parts = {"AB": "freight", "AC": "insurance", "PACK": "packing_by_buyer", "ASSIST": "assist"}
        shown = "".join(charge(code, given[part], "USD") for code, part in parts.items())
        law = replace(country(currency="USD"), valuation=fob)
        found = assessed(given["invoice"], "USD", law, valuation=shown, term=given["incoterm"])
        assert (name, found.values[0].value) == (name, Decimal(expected["customs_value"]))


def test_the_exercise_of_viet_nam_comes_out_to_the_dong(cases: list[Case]) -> None:
    for name, given, expected in of(cases, "vn-exercise"):
        rule, additions = rounding(given["rounding"]), given["additions"]
        exchange = ExchangeRates({"USD": ((ON, Decimal(given["fx"])),)}, "Bulletin")
        taxes = (
            tax("import", ("value",), given["rates"]["import"], rounding=rule),
            tax("vat", ("value", "import"), given["rates"]["vat"], rounding=rule),
        )
        law = country(*taxes, currency="VND", exchange=exchange, value_rounding=rule, valuation=WAY)
        shown = charge("AB", additions["freight"]) + charge("AC", additions["insurance"]) + charge("COM", additions["selling_commission"])
        shown += charge("AE", given["excluded"]["unloading_and_storage_after_arrival"])
        found = assessed(given["invoice"], "USD", law, valuation=shown, term=given["incoterm"])
        reached = {"customs_value": found.values[0].value, "total": found.total, **amounts(found)}
        assert (name, reached) == (name, {key: Decimal(expected[key]) for key in ("customs_value", "import", "vat", "total")})


def test_value_added_tax_is_charged_on_value_and_duty(cases: list[Case]) -> None:
    for name, given, expected in of(cases, "hott", kind="vat"):
        flat = measure("103", f"{Decimal(given['duty_total']) / Decimal(given['customs_value']) * 100}")
        duty = tax("duty", series=("third-country",))
        law = country(duty, tax("vat", ("value", "duty"), given["vat_rate_pct"]), tariff=tariff(flat))
        assert (name, amounts(assessed(given["customs_value"], "ARD", law))["vat"]) == (name, Decimal(expected["vat"]))


def test_a_fee_is_kept_between_its_bounds(cases: list[Case]) -> None:
    for name, given, expected in of(cases, "fee-clamp"):
        bounds = expression(
            ("+", AdValorem(Decimal(given["rate_pct"]))),
            ("min", Specific(Decimal(given["min"]), "ARD")),
            ("max", Specific(Decimal(given["max"]), "ARD")),
        )
        law = country(msgspec.structs.replace(tax("fee", law=(measure("fee", bounds, code=""),)), scope="declaration"))
        assert (name, assessed(given["base"], "ARD", law).total) == (name, Decimal(expected["amount"]))
