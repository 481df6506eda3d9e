"""The how-to for a country's profile does what it says: its files make a profile in order, with the duty it names."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from clearlane.assessment.assess import assess
from clearlane.lodgement.check import check
from clearlane.lodgement.json_form import read_json
from clearlane.model.declaration import Declaration
from clearlane.model.profile import Profile
from clearlane.office.conformance import conformance

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "write-your-countrys-profile.md"
FILE = re.compile(r"`profiles/zz/([^`]+)`:\n\n```\w+\n(.*?)```", re.DOTALL)
AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Profile]:
    for name, text in FILE.findall(PAGE.read_text("utf-8")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield importlib.import_module("clearlane_zz").profile()
    del sys.modules["clearlane_zz"]


def example(profile: Profile, direction: str) -> Declaration:
    return read_json(profile.examples[direction]).declaration


def test_the_profile_of_the_page_conforms(profile: Profile) -> None:
    assert conformance(profile) == []


@pytest.mark.parametrize("direction", ["import", "export"])
def test_nothing_is_found_in_the_declarations_of_the_page(profile: Profile, direction: str) -> None:
    assert [finding.message.en for finding in check(example(profile, direction), profile, AT.date())] == []


def test_the_duty_is_the_one_the_page_names(profile: Profile) -> None:
    assessed = assess(example(profile, "import"), profile, AT)
    assert [line.amount for line in assessed.lines] == [Decimal("54.00"), Decimal("226.80")]
    assert "54.00 + 226.80" in PAGE.read_text("utf-8")


def test_without_an_importer_the_page_s_rule_speaks(profile: Profile) -> None:
    declaration = example(profile, "import")
    assert declaration.goods_shipment is not None
    without = msgspec.structs.replace(declaration, goods_shipment=msgspec.structs.replace(declaration.goods_shipment, importer=None))
    assert [finding.rule for finding in check(without, profile, AT.date())] == ["ZZ-201"]
