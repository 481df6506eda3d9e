"""Duties that others computed or read, from real systems, come out the same at the command line. The cases lie beside the checkout."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Clearlane, Said

Case = dict[str, Any]
KINDS = {"free": "free", "ad_valorem": "ad-valorem", "specific": "specific", "reference": "reference"}


@pytest.fixture(scope="module")
def cases(shared_data: Path) -> list[Case]:
    lines = (shared_data / "tariff" / "duty-cases.jsonl").read_text().splitlines()
    return [case for case in map(json.loads, lines) if case["clean"]]


def of(cases: list[Case], *suites: str, kind: str = "") -> Iterator[tuple[str, Case, Case]]:
    found = [case for case in cases if case["suite"] in suites and kind in ("", case["kind"])]
    assert found
    yield from ((case["id"], case["inputs"], case["expected"]) for case in found)


def asked(clearlane: Clearlane, given: Case) -> Said:
    words = ["tariff", "price", given["expression"], "--json"]
    words += [word for unit, figure in given.get("qty", {}).items() for word in ("--quantity", f"{unit}={figure}")]
    words += ["--value", given["customs_value"]] if "customs_value" in given else []
    words += ["--currency", given.get("currency", "GBP")]
    words += ["--rate", f"EUR={given['fx_gbp_per_eur']}"] if "fx_gbp_per_eur" in given else []
    words += ["--round", given["rounding"].replace("-2", ":2")] if "rounding" in given else []
    return clearlane(*words)


def test_every_expression_comes_to_the_duty_that_others_computed(cases: list[Case], clearlane: Clearlane) -> None:
    for name, given, expected in of(cases, "hott", "us-mfn", kind="expression"):
        (answer,) = asked(clearlane, given).answers
        assert abs(Decimal(answer["duty"]) - Decimal(expected["duty"])) < Decimal("0.005"), name


def test_every_rate_of_the_united_states_is_of_the_kind_that_others_read(cases: list[Case], clearlane: Clearlane) -> None:
    for name, given, expected in of(cases, "us-parse"):
        (answer,) = asked(clearlane, given).answers
        assert answer["kind"] == KINDS.get(expected["kind"], "compound"), name
        percents = [Decimal(part["percent"]) for part in answer["parts"] if "percent" in part]
        amounts = [Decimal(part["amount"]) for part in answer["parts"] if "amount" in part]
        assert "ad_valorem_pct" not in expected or percents == [Decimal(expected["ad_valorem_pct"])], name
        assert "usd" not in expected or amounts == [Decimal(expected["usd"])], name


def test_every_text_of_an_integrated_tariff_is_read_or_refused_as_others_do(cases: list[Case], clearlane: Clearlane) -> None:
    for name, given, expected in of(cases, "taric-parse"):
        said = asked(clearlane, given)
        assert (said.code == 0) == expected.get("valid", True), name
        if said.code == 0:
            (answer,) = said.answers
            seasons = [[one["rate"], *map(int, _day(one["since"])), *map(int, _day(one["until"]))] for one in answer["seasons"]]
            assert seasons == expected.get("seasons", []), name
            assert len(answer["conditions"]) == expected.get("conditions", 0), name


def _day(written: str) -> list[str]:
    return written.split("-")[::-1]


def test_the_share_of_the_value_is_as_others_computed_or_refused(cases: list[Case], clearlane: Clearlane) -> None:
    for name, given, expected in of(cases, "us-ave"):
        said = clearlane("tariff", "price", given["expression"], "--value", given["unit_value"], "--quantity", "KG=1", "--json")
        if expected["ave_pct"] is None:
            assert said.code == 2, name
        else:
            duty = Decimal(said.answers[0]["duty"])
            assert duty / Decimal(given["unit_value"]) * 100 == Decimal(expected["ave_pct"]), name


def test_a_fee_is_held_between_its_bounds(cases: list[Case], clearlane: Clearlane) -> None:
    for name, given, expected in of(cases, "fee-clamp"):
        text = f"{given['rate_pct']}% MIN {given['min']} USD MAX {given['max']} USD"
        (answer,) = clearlane("tariff", "price", text, "--value", given["base"], "--json").answers
        assert Decimal(answer["duty"]) == Decimal(expected["amount"]), name


def test_an_amount_for_each_kilogram_is_rounded_as_others_did(cases: list[Case], clearlane: Clearlane) -> None:
    for name, given, expected in of(cases, "asycuda-specific"):
        text = f"{given['amount_per_kg']} {given['currency']} / kg"
        (answer,) = clearlane("tariff", "price", text, "--quantity", f"KGM={given['net_kg']}", "--round", "half-up:0", "--json").answers
        assert answer["duty"] == expected["assessed"], name
