"""What a dishonest firm does to one declaration of an invented country, and how it adapts once caught."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from clearlane.learning.benchmark.worlds.firms import KINDS, Firms
from clearlane.learning.benchmark.worlds.goods import PREFERENCE, Floats, Nomenclature


class Line(NamedTuple):
    """One declaration as written: place of its goods, countries, preference, value, and the duty lost by it."""

    goods: int
    origin: int
    departure: int
    pref: int
    value: float
    lost: float
    kind: str


def deceive(line: Line, vice: int, depth: float, goods: Nomenclature, duty: Floats, chance: np.random.Generator) -> Line | None:
    """Return the line as the firm declares it, or None where the lie would not pay.

    Args:
      line: The line as it is, honest.
      vice: A place in ``KINDS``.
      depth: How far the firm goes, 0 to 1.
      goods: The nomenclature.
      duty: Full duty of each code now, in per cent.
      chance: The chance to draw from.
    """
    return (_undervalue, _misclassify, _claim)[vice](line, depth, goods, duty, chance)


def _paid(line: Line, duty: Floats) -> float:
    return float(duty[line.goods]) * (PREFERENCE if line.pref else 1.0) / 100


def _undervalue(line: Line, depth: float, _goods: Nomenclature, duty: Floats, chance: np.random.Generator) -> Line | None:
    rate = _paid(line, duty)
    share = 1 - depth * chance.uniform(0.2, 0.7)
    if rate == 0:
        return None
    return line._replace(value=line.value * share, lost=line.value * (1 - share) * rate, kind=KINDS[0])


def _misclassify(line: Line, _depth: float, goods: Nomenclature, duty: Floats, chance: np.random.Generator) -> Line | None:
    """Declare a neighbouring code of a lower duty: of the same heading where there is one, else of the chapter."""
    for digits in (100, 10000):
        near = np.flatnonzero((goods.codes // digits == goods.codes[line.goods] // digits) & (duty < duty[line.goods]))
        if len(near):
            other = line._replace(goods=int(chance.choice(near)), kind=KINDS[1])
            return other._replace(lost=line.value * (_paid(line, duty) - _paid(other, duty)))
    return None


def _claim(line: Line, _depth: float, goods: Nomenclature, duty: Floats, chance: np.random.Generator) -> Line | None:
    """Claim a preference for goods of a country that has none; they still leave from there."""
    agreed = np.flatnonzero(goods.agreed)
    if line.pref or duty[line.goods] == 0 or len(agreed) == 0:
        return None
    other = line._replace(origin=int(chance.choice(agreed)), pref=1, kind=KINDS[2])
    return other._replace(lost=line.value * (_paid(line, duty) - _paid(other, duty)))


def adapt(firms: Firms, who: int, week: int, chance: np.random.Generator) -> None:
    """Let a firm that was caught keep quiet for weeks; then it goes less far, changes its vice, or comes back under a new number."""
    firms.quiet[who] = week + chance.integers(3, 12)
    way = chance.random()
    if way < 0.5:
        firms.depth[who] *= 0.7
    elif way < 0.8:
        firms.vice[who] = chance.integers(0, 3)
    else:
        firms.code[who] = firms.code.max() + 1
        firms.broker[who] = chance.choice(firms.broker)
