"""What dishonest firms do to a declaration. Misconduct belongs to a firm, never to a country."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from clearlane.model.values import Amount
from clearlane.simulator.catalogue import PREFERENCE, RATE, products
from clearlane.simulator.chance import Chance
from clearlane.simulator.numbers import decimal
from clearlane.simulator.trade import Line, Shipment
from clearlane.simulator.truth import Goods, Irregularity, Kind

Deceit = tuple[tuple[Line, ...], tuple[Irregularity, ...], tuple[Goods, ...]]
"""The lines to declare, what is wrong with them, and goods that are not declared."""
_CONTRABAND = ("24022000", "22083000", "30049000", "71131900", "85171300", "24012000")
_PREFERRED = tuple(sorted(PREFERENCE))


def deceive(chance: Chance, shipment: Shipment) -> Deceit:
    """Return the lines as the firm declares them: as they are, or as its vice has it."""
    firm = shipment.firm
    if firm.vice is None or not chance.happens(firm.vice_share):
        return shipment.lines, (), ()
    if firm.vice is Kind.SMUGGLING:
        return _smuggle(chance, shipment)
    lines, wrong = [], []
    for item, line in enumerate(shipment.lines, 1):
        said, found = _DECEITS[firm.vice](chance, line, shipment.currency, item)
        lines.append(said)
        wrong += found
    return tuple(lines), tuple(wrong), ()


Lie = tuple[Line, list[Irregularity]]


def _at_share(chance: Chance, line: Line, currency: str, item: int, kind: Kind, shares: tuple[int, int]) -> Lie:
    """Declare a price lower than paid, at a share between two, in thousandths."""
    said = replace(line, value=max(1, line.value * chance.between(*shares) // 1000))
    paid = decimal(line.value)
    return said, [Irregularity(kind, item, True, decimal(said.value), paid, Amount(decimal(line.value - said.value), currency))]


def _undervalue(chance: Chance, line: Line, currency: str, item: int) -> Lie:
    return _at_share(chance, line, currency, item, Kind.UNDERVALUATION, (300, 700))


def _undervalue_and_go(chance: Chance, line: Line, currency: str, item: int) -> Lie:
    return _at_share(chance, line, currency, item, Kind.SHELL_IMPORTER, (200, 500))


def _misclassify(_chance: Chance, line: Line, currency: str, item: int) -> Lie:
    """Pass the goods off as others of a lower duty; without such others, tell the truth."""
    if not line.product.lookalike:
        return line, []
    other = products()[line.product.lookalike]
    said = replace(line, code=other.code, description=other.description, documents=other.documents)
    return said, [Irregularity(Kind.MISCLASSIFICATION, item, True, said.code, line.code, Amount(decimal(line.value), currency))]


def _claim_origin(chance: Chance, line: Line, currency: str, item: int) -> Lie:
    """Claim the preferential rate for goods made elsewhere."""
    if line.origin in PREFERENCE:
        return line, []
    said = replace(line, origin=chance.one(_PREFERRED), claimed=True)
    return said, [Irregularity(Kind.FALSE_ORIGIN, item, True, said.origin, line.origin, Amount(decimal(line.value), currency))]


def _shorten(chance: Chance, line: Line, currency: str, item: int) -> Lie:
    """Declare fewer goods than came."""
    share = chance.between(550, 850)
    quantity = max(1, line.quantity * share // 1000)
    if quantity == line.quantity:
        return line, []
    said = replace(
        line,
        quantity=quantity,
        value=max(1, line.value * quantity // line.quantity),
        net=max(1, line.net * quantity // line.quantity),
        gross=max(1, line.gross * quantity // line.quantity),
    )
    basis = Amount(decimal(line.value - said.value), currency)
    return said, [Irregularity(Kind.SHORT_QUANTITY, item, True, str(quantity), str(line.quantity), basis)]


_DECEITS: dict[Kind, Callable[[Chance, Line, str, int], Lie]] = {
    Kind.UNDERVALUATION: _undervalue,
    Kind.SHELL_IMPORTER: _undervalue_and_go,
    Kind.MISCLASSIFICATION: _misclassify,
    Kind.FALSE_ORIGIN: _claim_origin,
    Kind.SHORT_QUANTITY: _shorten,
}


def _smuggle(chance: Chance, shipment: Shipment) -> Deceit:
    """Hide goods behind the declared ones; the scales see them, the paper does not."""
    product = products()[chance.one(_CONTRABAND)]
    quantity = max(1, product.lot // chance.between(10, 40))
    worth = Amount(decimal(max(1, quantity * product.price * 1000 // RATE[shipment.currency])), shipment.currency)
    grams = quantity * product.grams
    hidden = Goods(product.code, product.description, shipment.tie.partner.code, quantity, product.unit, grams, worth)
    first = replace(shipment.lines[0], gross=shipment.lines[0].gross + grams // chance.between(1, 4))
    wrong = Irregularity(Kind.SMUGGLING, 0, True, "", f"{quantity} {product.unit} {product.description}", worth)
    return (first, *shipment.lines[1:]), (wrong,), (hidden,)
