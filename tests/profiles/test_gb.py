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


def test_duty_is_unpriced_until_a_tariff_is_loaded() -> None:
    assert [(tax.code, tax.rates) for tax in PROFILE.taxes] == [("A00", None), ("B00", None)]


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
