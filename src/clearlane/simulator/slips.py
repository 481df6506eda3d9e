"""What honest people get wrong: most of what is irregular at a border."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from clearlane.model.values import Amount
from clearlane.simulator.catalogue import products
from clearlane.simulator.chance import Chance, Choice
from clearlane.simulator.numbers import decimal
from clearlane.simulator.trade import Line
from clearlane.simulator.truth import Irregularity, Kind

Slip = tuple[Line, list[Irregularity]]


def slip(chance: Chance, lines: tuple[Line, ...], currency: str) -> tuple[tuple[Line, ...], tuple[Irregularity, ...]]:
    """Return the lines with one honest error in one of them, and the error; none where it came to nothing."""
    place = chance.below(len(lines))
    said, wrong = chance.of(_SLIPS)(chance, lines[place], currency, place + 1)
    return (*lines[:place], said, *lines[place + 1 :]), tuple(wrong)


def _type_wrongly(chance: Chance, line: Line, currency: str, item: int) -> Slip:
    """Swap two neighbouring digits of the price."""
    digits = list(str(line.value))
    place = chance.below(max(1, len(digits) - 2))
    digits[place : place + 2] = reversed(digits[place : place + 2])
    value = int("".join(digits)) or 1
    if value == line.value:
        return line, []
    basis = Amount(decimal(max(0, line.value - value)), currency)
    return replace(line, value=value), [Irregularity(Kind.TYPING_SLIP, item, False, decimal(value), decimal(line.value), basis)]


def _round(_chance: Chance, line: Line, currency: str, item: int) -> Slip:
    """Round the price to whole hundreds."""
    value = line.value // 10_000 * 10_000
    if value in (0, line.value):
        return line, []
    basis = Amount(decimal(line.value - value), currency)
    return replace(line, value=value), [Irregularity(Kind.ROUNDING, item, False, decimal(value), decimal(line.value), basis)]


def _mistake_unit(_chance: Chance, line: Line, _currency: str, item: int) -> Slip:
    """Give kilograms as tonnes, or pieces as dozens."""
    ratio = 1000 if line.product.unit in ("KGM", "LTR") else 12
    quantity = line.quantity // ratio
    if not quantity:
        return line, []
    net = line.net // ratio if line.product.unit == "KGM" else line.net
    return replace(line, quantity=quantity, net=net), [Irregularity(Kind.WRONG_UNIT, item, False, str(quantity), str(line.quantity))]


def _forget_document(_chance: Chance, line: Line, _currency: str, item: int) -> Slip:
    """Leave out a certificate."""
    if not line.documents:
        return line, []
    return replace(line, documents=line.documents[:-1]), [Irregularity(Kind.FORGOTTEN_DOCUMENT, item, False, "", line.documents[-1])]


def _misread_tariff(chance: Chance, line: Line, currency: str, item: int) -> Slip:
    """Take a neighbouring code, to one's gain or to one's loss."""
    near = [code for code in products() if code[:2] == line.code[:2] and code != line.code]
    if not near:
        return line, []
    code = chance.one(near)
    basis = Amount(decimal(line.value), currency)
    return replace(line, code=code), [Irregularity(Kind.MISREAD_TARIFF, item, False, code, line.code, basis)]


def _mistake_origin(chance: Chance, line: Line, currency: str, item: int) -> Slip:
    """Name another country where such goods are made, without claiming anything."""
    others = [code for code in line.product.origins if code != line.origin]
    if not others:
        return line, []
    said = replace(line, origin=chance.one(others), claimed=False)
    return said, [Irregularity(Kind.MISTAKEN_ORIGIN, item, False, said.origin, line.origin, Amount(decimal(line.value), currency))]


_SLIPS: Choice[Callable[[Chance, Line, str, int], Slip]] = Choice(
    (_type_wrongly, _round, _mistake_unit, _forget_document, _misread_tariff, _mistake_origin), (26, 12, 14, 22, 18, 8)
)
