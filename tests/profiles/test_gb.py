"""The United Kingdom's law takes the messages its administration published."""

from __future__ import annotations

import doctest
from datetime import date
from pathlib import Path

import pytest

import clearlane_gb
from clearlane.lodgement.read import read
from clearlane.model.declaration import Declaration
from clearlane_gb import kinds
from tests.profiles.measure import verdicts

PROFILE = clearlane_gb.profile()
ON = date(2026, 11, 23)


@pytest.fixture(scope="module")
def published(shared_data: Path) -> list[Declaration]:
    return [read(path.read_bytes()).declaration for path in sorted((shared_data / "wcodm" / "DEC").glob("*.xml"))]


def test_no_published_declaration_is_blocked(published: list[Declaration]) -> None:
    blocked = {d.reference: rule for d in published for rule, severity in verdicts(d, PROFILE, ON) if severity == "blocking"}
    assert blocked == {}


def test_few_published_declarations_are_warned_of(published: list[Declaration]) -> None:
    warned = [any(verdicts(declaration, PROFILE, ON)) for declaration in published]
    assert sum(warned) < len(warned) / 4


def test_import_duty_and_vat_wait_for_measures_and_know_no_rates_of_their_own() -> None:
    assert [(tax.code, tax.rates) for tax in PROFILE.taxes if not tax.optional] == [(code, None) for code in ("A00", "A50", "B00", "B05")]


def test_vat_is_charged_on_duties_and_excise_and_on_the_union_s_duties_apart() -> None:
    base = {tax.code: tax.base for tax in PROFILE.taxes}
    assert base["B00"] == ("value", "A00", "A20", "A30", "A35", "A40", "A45", "EXC")
    assert base["B05"] == ("A50", "A70", "A80", "A85", "A90", "A95")


@pytest.mark.parametrize(
    ("stated", "borne"),
    [((), "A00"), (("NIDOM",), "A50"), (("NIIMP", "00500"), "A50"), (("NIIMP", "NIREM"), "A00")],
)
def test_goods_at_risk_in_northern_ireland_bear_the_duty_of_the_union_instead(stated: tuple[str, ...], borne: str) -> None:
    assert [tax.code for tax in PROFILE.taxes if not tax.optional and tax.code[0] == "A" and tax.borne(stated)] == [borne]


def test_every_claim_is_a_preference_that_can_be_declared() -> None:
    assert [code for code in PROFILE.claims if not PROFILE.code_lists["preferences"].holds(code, ON)] == []


def test_every_tax_relieved_is_a_tax_of_the_profile() -> None:
    known = {tax.code for tax in PROFILE.taxes}
    assert {code for relief in PROFILE.reliefs for code in relief.taxes} <= known


def test_the_examples_of_the_kinds_hold() -> None:
    assert doctest.testmod(kinds) == (0, 1)


@pytest.mark.parametrize(
    ("type_code", "moment"),
    [("IMA", "presented"), ("EXD", "pre-lodged"), ("IMK", "pre-lodged"), ("COJ", "presented"), ("IMZ", "supplementary")],
)
def test_a_type_code_tells_the_moment(type_code: str, moment: str) -> None:
    kind = PROFILE.kind(type_code)
    assert kind is not None
    assert kind.moment == moment
