"""Chance that falls the same on every machine.

Every draw is integer arithmetic: no floating point, no hash of the process, no order of a set. The
generator is SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).
A deviate of the normal kind is what Galton's board gives: the ones among 64 tosses, smoothed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from hashlib import blake2b
from itertools import accumulate
from math import isqrt
from typing import Generic, TypeVar

T = TypeVar("T")

_WORD = (1 << 64) - 1
_STEPS = 4096
"""Steps in an octave: a doubling is cut into so many equal ratios."""


def _octave() -> tuple[int, ...]:
    """Return 2 to the power of i/4096 in 32-bit fixed point, from exact integer square roots."""
    roots, root = [], 2 << 96
    for _ in range(12):
        root = isqrt(root << 96)
        roots.append(root)
    table = []
    for step in range(_STEPS):
        product = 1 << 96
        for place, factor in enumerate(roots):
            if step >> (11 - place) & 1:
                product = product * factor >> 96
        table.append(product >> 64)
    return tuple(table)


_POWER = _octave()


def scaled(value: int, steps: int) -> int:
    """Return a value multiplied by 2 to the power of steps/4096, rounded down.

    >>> scaled(1000, 4096), scaled(1000, -4096), scaled(1000, 2048)
    (2000, 500, 1414)
    """
    doublings, step = divmod(steps, _STEPS)
    product = value * _POWER[step]
    return product >> (32 - doublings) if doublings <= 32 else product << (doublings - 32)


class Choice(Generic[T]):
    """Things to choose among, each with a weight."""

    __slots__ = ("total", "upto", "values")

    def __init__(self, values: Sequence[T], weights: Sequence[int]) -> None:
        """Take the values and their weights, which are whole numbers and not all nought."""
        self.values = tuple(values)
        self.upto = tuple(accumulate(weights))
        self.total = self.upto[-1]


class Chance:
    """One stream of chance, named by a seed and words; streams with other words are independent."""

    __slots__ = ("_state",)

    def __init__(self, seed: int, *words: str) -> None:
        """Begin the stream of this seed and these words."""
        name = "/".join((str(seed), *words)).encode()
        self._state = int.from_bytes(blake2b(name, digest_size=8).digest(), "big")

    def word(self) -> int:
        """Return the next 64 bits."""
        self._state = z = (self._state + 0x9E3779B97F4A7C15) & _WORD
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _WORD
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _WORD
        return z ^ (z >> 31)

    def below(self, end: int) -> int:
        """Return a whole number from 0 to less than the end."""
        return self.word() * end >> 64

    def between(self, least: int, most: int) -> int:
        """Return a whole number from the least to the most, both included."""
        return least + (self.word() * (most - least + 1) >> 64)

    def happens(self, permille: int) -> bool:
        """Say whether something befalls that befalls so often in a thousand."""
        return self.word() * 1000 >> 64 < permille

    def one(self, values: Sequence[T]) -> T:
        """Return one of the values, each as likely as another."""
        return values[self.word() * len(values) >> 64]

    def of(self, choice: Choice[T]) -> T:
        """Return one of the values by their weights."""
        return choice.values[bisect_right(choice.upto, self.word() * choice.total >> 64)]

    def steps(self, spread: int) -> int:
        """Return a normal deviate in steps of 1/4096 octave.

        Args:
          spread: The standard deviation, in thousandths of an octave.
        """
        tosses = (self.word().bit_count() - 32) * _STEPS + (self.word() >> 52) - _STEPS // 2
        return tosses * spread // 4000

    def around(self, median: int, spread: int) -> int:
        """Return a log-normal whole number, 1 at least.

        Args:
          median: Half of the numbers lie below it.
          spread: The standard deviation of the logarithm, in thousandths of an octave (a doubling).
        """
        return max(1, scaled(median, self.steps(spread)))

    def wait(self, mean: int) -> int:
        """Return an exponential waiting time with this mean, in the mean's unit."""
        draw = self.word() | 1
        zeros = 64 - draw.bit_length()
        fraction = bisect_right(_POWER, draw << zeros >> 31) - 1
        octaves = (zeros + 1) * _STEPS - fraction
        return mean * octaves * 45426 // (_STEPS << 16)
