"""Whole columns are rounded exactly as one figure is."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearlane.assessment.columnar_round import Whole, divide
from clearlane.model.money import Rounding

MANNERS = ("half-up", "down", "up", "half-even")
NEAR = [whole * 10 + tail for whole in (0, 1, 2, 3, 10**12, 4 * 10**16) for tail in (0, 1, 4, 5, 6, 9)]


def rounded(figures: list[int], by: int, manner: str, dtype: type, *, signed: bool = True) -> list[int]:
    column: Whole = np.array(figures, dtype=dtype)
    divide(column, by, manner, signed=signed)
    return [int(figure) for figure in column]


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("dtype", [np.int64, object])
def test_ties_and_their_neighbours_round_as_the_law_says_above_and_below_zero(manner: str, dtype: type) -> None:
    figures = [*NEAR, *(-figure for figure in NEAR)]
    wanted = [int(Rounding(manner, 0).of(Decimal(figure) / 10)) for figure in figures]
    assert rounded(figures, 10, manner, dtype) == wanted


@pytest.mark.parametrize("manner", MANNERS)
def test_where_nothing_is_negative_the_sign_need_not_be_asked_for(manner: str) -> None:
    assert rounded(NEAR, 10, manner, np.int64, signed=False) == rounded(NEAR, 10, manner, object)


@given(st.integers(-(2**61), 2**61), st.integers(1, 10**17), st.sampled_from(MANNERS))
def test_any_figure_by_any_divisor_rounds_alike_in_64_bits_and_without_limit(figure: int, by: int, manner: str) -> None:
    assert rounded([figure], by, manner, np.int64) == rounded([figure], by, manner, object)
