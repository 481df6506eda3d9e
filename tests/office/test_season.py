"""A season of the imaginary country: what is lost is duty, and what is learned later reaches nothing earlier."""

from __future__ import annotations

from functools import cache
from itertools import islice

import numpy as np

from clearlane.assessment.assess import assess
from clearlane.learning.table import Floats
from clearlane.office.season import trade_season
from clearlane.office.season_goods import BEGINS, TradeSeason
from clearlane.office.season_loss import losses
from clearlane.office.wiring import profile_named
from clearlane.risk.history.definitions import micros
from clearlane.simulator import Economy, Kind, Simulated


@cache
def short(weeks: int) -> TradeSeason:
    return trade_season(profile_named("xa"), 11, weeks, 40)


def numbers(held: TradeSeason, name: str) -> Floats:
    return np.asarray(held.goods.fields[name], np.float64)


def lost(one: Simulated) -> dict[int, float]:
    law, declaration = profile_named("xa"), one.message.declaration
    return losses(declaration, assess(declaration, law, one.at), one.truth, law, one.at)


def first_with(kind: Kind) -> Simulated:
    every = islice(Economy.of(900, BEGINS, firms=60).stream(), 2600)
    return next(one for one in every if one.refers_to is None and {wrong.kind for wrong in one.truth.irregularities} == {kind})


def test_a_true_declaration_loses_nothing() -> None:
    every = islice(Economy.of(11, BEGINS).stream(), 200)
    true = [one for one in every if one.refers_to is None and not one.truth.irregularities]
    assert len(true) > 100
    assert not any(lost(one) for one in true)


def test_a_price_declared_too_low_loses_duty_on_the_difference() -> None:
    one = first_with(Kind.UNDERVALUATION)
    law, declaration = profile_named("xa"), one.message.declaration
    paid = assess(declaration, law, one.at).total
    assert paid is not None
    assert 0 < sum(lost(one).values()) < 4 * float(paid)


def test_goods_hidden_behind_others_lose_the_duty_on_them_as_a_whole() -> None:
    assert lost(first_with(Kind.SMUGGLING))[0] > 0


def test_results_are_known_from_the_monday_after() -> None:
    held = short(3)
    monday = micros(BEGINS) / 86_400_000_000 + 7 * (held.weeks + 1)
    assert np.array_equal(held.became.known, monday)
    known = numbers(held, "importer.results_365d")
    assert np.nanmax(known[held.weeks == 0]) == 0
    assert np.nanmax(known[held.weeks == 1]) > 0


def test_a_longer_season_changes_nothing_known_earlier() -> None:
    short_one, longer = short(3), short(4)
    many = len(short_one.goods)
    assert len(longer.goods) > many
    for name in ("importer.find_rate_365d", "up_z", "price_ratio", "code_origin.find_rate_365d"):
        assert np.array_equal(numbers(longer, name)[:many], numbers(short_one, name), equal_nan=True)
