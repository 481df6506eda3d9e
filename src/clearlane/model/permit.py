"""Permits of other agencies (licence, permit, certificate and other documents, LPCO), written off by quantity and value."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import msgspec

from clearlane.model.text import Text

IMPORT = ("import",)


class PermitKind(msgspec.Struct, frozen=True):
    """A kind of permit that is kept here as data. A document of any other kind is a paper, and is not looked up.

    Attributes:
      code: Category and type of the document (D031 and D006), such as ``L100``.
      name: What it is called.
      agency: Which agency gives it.
      reference: The law.
      demanded: Beginnings of commodity codes that need one; empty where none does.
      directions: For trade in which direction it is demanded.
    """

    code: str
    name: Text
    agency: Text
    reference: str
    demanded: tuple[str, ...] = ()
    directions: tuple[str, ...] = IMPORT


class Permit(msgspec.Struct, frozen=True, omit_defaults=True):
    """A permit, as the agency gave it.

    Attributes:
      number: Its number, unique here.
      kind: Code of its kind.
      holder: Identification number of the trader who may use it.
      commodities: Beginnings of the commodity codes it is for.
      since: The first day it holds.
      until: The last day it holds.
      unit: The unit of its quantity, as in the tariff (``KGM``).
      quantity: How much it is for; None for any quantity.
      value: What customs value it is for, in the currency of account; None for any value.
      origins: Countries of origin it is for; empty for all.
    """

    number: str
    kind: str
    holder: str
    commodities: tuple[str, ...]
    since: date
    until: date
    unit: str = ""
    quantity: Decimal | None = None
    value: Decimal | None = None
    origins: tuple[str, ...] = ()

    def covers(self, commodity: str, origin: str) -> bool:
        """Say whether it is for goods of a code and an origin."""
        return commodity.startswith(self.commodities) and (not self.origins or origin in self.origins)


class Drawing(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one goods item draws from a permit.

    Attributes:
      item: Its number in the declaration.
      quantity: In the permit's unit.
      value: Its customs value, in the currency of account.
    """

    item: int
    quantity: Decimal = Decimal(0)
    value: Decimal = Decimal(0)


def total(drawings: Iterable[Drawing]) -> tuple[Decimal, Decimal]:
    """Return the quantity and the value that several drawings come to."""
    many = list(drawings)
    return sum((one.quantity for one in many), Decimal(0)), sum((one.value for one in many), Decimal(0))


class PermitAccount(msgspec.Struct, frozen=True):
    """A permit with what was drawn from it.

    Attributes:
      permit: The permit.
      given_by: Who registered it.
      withdrawn: Whether it was withdrawn.
      drawn: What each declaration draws now, by its number; those that draw nothing any more are left out.
    """

    permit: Permit
    given_by: str
    withdrawn: bool = False
    drawn: dict[str, tuple[Drawing, ...]] = {}

    def left(self, without: str = "") -> tuple[Decimal | None, Decimal | None]:
        """Return the quantity and the value that are left, None where there is no bound.

        Args:
          without: A declaration whose own drawing is not counted.
        """
        quantity, value = total(one for number, many in self.drawn.items() if number != without for one in many)
        bound = self.permit
        return None if bound.quantity is None else bound.quantity - quantity, None if bound.value is None else bound.value - value
