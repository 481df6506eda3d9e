"""On tariffs as they are published, random goods and the open declarations owe in columns what they owe alone."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from clearlane.assessment.assess import assess
from clearlane.assessment.columnar import assess_lines, assess_many
from clearlane.assessment.columnar_facts import lines_of
from clearlane.assessment.goods import Goods
from clearlane.lodgement.read import read
from clearlane.model.assessment import ValueLine
from clearlane.model.profile import Profile
from clearlane.model.tariff import Tariff
from clearlane.office.wiring import profile_named
from clearlane.tariff.load import read_tariff
from tests.assessment.test_columnar import one_by_one

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
ON = date(2026, 11, 20)
FILES = {"gb": ("uk-gt", "uk_ukgt_vs_eu_cet_2020-12.csv"), "us": ("us-hts", "us_hts_2025-04.csv")}


def law(name: str, data: Path) -> Profile:
    form, file = FILES[name]
    content, _ = read_tariff(data / "tariff" / "schedules" / file, form)
    assert content is not None
    return replace(profile_named(name), tariff=Tariff(content))


def some_goods(profile: Profile, chance: random.Random) -> Goods:
    assert profile.tariff is not None
    line = chance.choice([line for line in profile.tariff.content.lines[:9000] if len(line.code) >= 8])
    keys = {*chance.sample(["KGM", "NAR", "LTR", "ASV"], chance.randrange(5)), *line.units}
    return Goods(
        item=1,
        code=line.code,
        value=ValueLine(1, Decimal(chance.randrange(10**8)).scaleb(-2)),
        origin=chance.choice(["CN", "KR", "VN", "CA", "CU"]),
        procedure=chance.choice(["4000", None]),
        mode=chance.choice(["10", "40"]),
        claims=chance.choice([{}, {}, {"": chance.choice(list(profile.claims))}]),
        quantities={key: Decimal(chance.randrange(1, 10**6)).scaleb(-2) for key in sorted(keys)},
    )


@pytest.mark.parametrize("name", ["gb", "us"])
def test_goods_under_a_published_tariff_owe_the_same_line_by_line(name: str, shared_data: Path) -> None:
    profile, chance = law(name, shared_data), random.Random(7)
    shipments = [[some_goods(profile, chance) for _ in range(3)] for _ in range(150)]
    goods = [one for shipment in shipments for one in shipment]
    duties = assess_lines(lines_of(goods, [ON] * len(goods), [place // 3 for place in range(len(goods))]), profile)
    wanted = [found for shipment in shipments for found in one_by_one(shipment, profile, ON)]
    assert [duties.of(row) for row in range(len(goods))] == wanted
    assert sum(amount or 0 for found in wanted for _, _, amount in found) > 0


def test_the_open_declarations_come_to_the_same_totals(shared_data: Path) -> None:
    profile = law("gb", shared_data)
    declarations = [read(path.read_bytes()).declaration for path in sorted((shared_data / "wcodm" / "DEC").glob("*.xml"))]
    assert assess_many(declarations, profile, AT) == [assess(one, profile, AT).total for one in declarations]
