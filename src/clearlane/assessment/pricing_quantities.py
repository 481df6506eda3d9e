"""Which of the quantities given stands for the one a rate asks for, and how it is converted."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from clearlane.model.assessment import Step
from clearlane.model.duty import Measurement
from clearlane.model.measuring import in_words
from clearlane.model.text import Text
from clearlane.model.units import UNITS

CONTENT = "content"
"""The qualifier of a quantity that says “of the dutiable content” without naming it."""

_ONLY_ITSELF = frozenset(("other-pieces",))


class Quantity(NamedTuple):
    """A quantity found.

    Attributes:
      figure: How many of the unit wanted; of the kind of number asked for.
      steps: How it was found, where it was not given just so.
    """

    figure: Any
    steps: tuple[Step, ...] = ()


def quantity(wanted: Measurement, given: Mapping[str, Decimal], number: type) -> Quantity | None:
    """Return the quantity a rate asks for; None where none given can stand for it.

    The quantity itself comes first, then one in another unit of the same kind, then what exceeds a threshold, then the quantity of
    the goods where that of a part of them was asked for, which the steps then say.

    Args:
      wanted: What the rate asks for.
      given: What is known, by ``Measurement.key``.
      number: ``Decimal``, or ``Fraction`` where a division does not end.
    """
    exact = given.get(wanted.key)
    if exact is not None:
        return Quantity(number(exact))
    found = _converted(wanted, wanted.qualifier, given, number)
    if found is not None:
        return found
    if not wanted.qualifier:
        return _pure_alcohol(wanted, given, number)
    way, dash, limit = wanted.qualifier.partition("-")
    if dash and limit.isdecimal() and way in ("over", "under"):
        return _beyond(wanted, way, int(limit), given, number)
    if wanted.qualifier in _ONLY_ITSELF:
        return None
    for qualifier in (CONTENT, ""):
        near = _named(wanted, qualifier, given, number)
        if near is not None:
            return Quantity(near.figure, (*near.steps, Step(remark=_taken_for(wanted, qualifier))))
    return None


def _named(wanted: Measurement, qualifier: str, given: Mapping[str, Decimal], number: type) -> Quantity | None:
    key = f"{wanted.unit}:{qualifier}" if qualifier else wanted.unit
    if key in given:
        return Quantity(number(given[key]))
    return _converted(wanted, qualifier, given, number)


def _converted(wanted: Measurement, qualifier: str, given: Mapping[str, Decimal], number: type) -> Quantity | None:
    """Find a quantity of the same kind in another unit, first come first taken."""
    own = UNITS.get(wanted.unit)
    if own is None:
        return None
    for key, figure in given.items():
        unit, _, of = key.partition(":")
        other = UNITS.get(unit)
        if of != qualifier or other is None or other.base != own.base:
            continue
        result = number(figure) * number(other.factor) / number(own.factor)
        shown = f":{qualifier}" if qualifier else ""
        return Quantity(result, (Step(f"{figure} {key} = {result} {wanted.unit}{shown}"),))
    return None


def _beyond(wanted: Measurement, way: str, limit: int, given: Mapping[str, Decimal], number: type) -> Quantity | None:
    whole = _named(wanted, "", given, number)
    if whole is None:
        return None
    least = number(0)
    figure = max(least, whole.figure - limit if way == "over" else limit - whole.figure)
    formula = f"max(0, {whole.figure} - {limit})" if way == "over" else f"max(0, {limit} - {whole.figure})"
    return Quantity(figure, (*whole.steps, Step(f"{formula} = {figure} {wanted.key}")))


def _pure_alcohol(wanted: Measurement, given: Mapping[str, Decimal], number: type) -> Quantity | None:
    """Find pure alcohol from a volume and its strength."""
    unit = UNITS.get(wanted.unit)
    if unit is None or unit.base != "LPA" or "ASV" not in given:
        return None
    volume = _named(Measurement("LTR"), "", given, number)
    if volume is None:
        return None
    figure = volume.figure * number(given["ASV"]) / 100 / number(unit.factor)
    by = "" if unit.factor == 1 else f" / {unit.factor}"
    return Quantity(figure, (*volume.steps, Step(f"{volume.figure} LTR x {given['ASV']} ASV / 100{by} = {figure} {wanted.unit}")))


def _taken_for(wanted: Measurement, qualifier: str) -> Text:
    en, vi = in_words(wanted)
    near_en, near_vi = in_words(Measurement(wanted.unit, qualifier))
    return Text(
        en=f"No quantity is given as {en}; the quantity as {near_en} is taken for it.",
        vi=f"Không có số lượng tính theo {vi}; lấy số lượng theo {near_vi} thay thế.",
    )
