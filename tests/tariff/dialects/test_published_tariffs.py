"""Every rate of the published tariffs beside the checkout is read, and so many of them can be computed."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from clearlane.model.duty import Unpriceable
from clearlane.tariff.dialects import read_duty

US = ("us_hts_2025-04.csv", "us")
UK = ("uk_ukgt_vs_eu_cet_2020-12.csv", "taric")
COLUMNS = [
    (*US, "General Rate of Duty"),
    (*US, "Special Rate of Duty"),
    (*US, "Column 2 Rate of Duty"),
    (*US, "Additional Duties"),
    (*UK, "cet_duty_rate"),
    (*UK, "ukgt_duty_rate"),
]


def stated(shared_data: Path, file: str, column: str) -> list[str]:
    with (shared_data / "tariff" / "schedules" / file).open(encoding="utf-8-sig", newline="") as lines:
        return [row[column] for row in csv.DictReader(lines) if row[column]]


@pytest.mark.parametrize(("file", "dialect", "column"), COLUMNS, ids=lambda one: one)
def test_every_rate_is_read(file: str, dialect: str, column: str, shared_data: Path) -> None:
    for text in set(stated(shared_data, file, column)):
        assert read_duty(text, dialect).parts


def test_of_the_general_rates_of_the_united_states_few_refer_elsewhere(shared_data: Path) -> None:
    texts = stated(shared_data, US[0], "General Rate of Duty")
    expressions = [part.expression for text in texts for part in read_duty(text, "us").parts]
    elsewhere = [one for one in expressions if one and any(isinstance(term.part, Unpriceable) for term in one.terms)]
    assert len(texts) == 13_687
    assert 1 - len(elsewhere) / len(texts) >= 0.969


def test_none_of_the_rates_of_the_united_kingdom_refers_elsewhere(shared_data: Path) -> None:
    texts = set(stated(shared_data, UK[0], "ukgt_duty_rate"))
    expressions = [part.expression for text in texts for part in read_duty(text, "taric").parts]
    assert not [one for one in expressions if one is None or any(isinstance(term.part, Unpriceable) for term in one.terms)]
