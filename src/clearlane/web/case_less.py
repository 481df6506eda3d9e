"""The amounts of a form by which duty falls: a field for each tax on each goods item."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

import msgspec

from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text
from clearlane.office.office import Office
from clearlane.web.words import WORDS

REDUCTION_GROUNDS = ("error", "customs-error", "defective", "other-procedure")
"""Why duty falls that nobody contested."""
_FIELD = "less."


class Falling(msgspec.Struct, frozen=True):
    """A tax on a goods item, of which something can be taken off.

    Attributes:
      item: The goods item.
      tax: The tax, by its code.
      name: What it is called.
      stands: What stands of it.
    """

    item: int
    tax: str
    name: Text
    stands: Decimal

    @property
    def field(self) -> str:
        """The name of its field."""
        return f"{_FIELD}{self.item}.{self.tax}"


def falling(office: Office, number: str) -> tuple[Falling, ...]:
    """Return every tax on every goods item of a declaration of which something can be taken off."""
    names = {tax.code: tax.name for tax in office.profile.taxes}
    stands = office.clearance.stands(number)
    return tuple(Falling(item, tax, names.get(tax, Text(en=tax, vi=tax)), amount) for (item, tax), amount in stands.items())


def less_of(typed: Mapping[str, str]) -> dict[tuple[int, str], Decimal]:
    """Return the amounts typed, by goods item and tax; fields left empty are no amounts.

    Args:
      typed: What was typed.

    Raises:
      Unreadable: An amount is no figure.

    >>> less_of({"less.1.A00": "120.50", "less.2.A00": " ", "why": "x"})
    {(1, 'A00'): Decimal('120.50')}
    """
    found: dict[tuple[int, str], Decimal] = {}
    for name, words in typed.items():
        item, _, tax = name.removeprefix(_FIELD).partition(".")
        if name.startswith(_FIELD) and item.isdecimal() and len(item) < 6 and words.strip():
            found[int(item), tax] = _figure(words)
    return found


def _figure(words: str) -> Decimal:
    try:
        figure = Decimal(words.strip())
    except InvalidOperation:
        raise Unreadable(WORDS["acts.less.figure"]) from None
    if not figure.is_finite() or abs(figure.adjusted()) > 20:
        raise Unreadable(WORDS["acts.less.figure"])
    return figure
