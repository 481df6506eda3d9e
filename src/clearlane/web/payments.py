"""The cashier's pages: the day, credits without our reference, deferment, refunds."""

from __future__ import annotations

from clearlane.office.office import Office
from clearlane.web.doors import Door
from clearlane.web.risk_shell import Way


class PaymentPages:
    """The cashier's pages: the day, credits without our reference, deferment, refunds.

    Args:
      office: The office.
      door: Who may come in.
    """

    def __init__(self, office: Office, door: Door) -> None:
        self._office, self._door = office, door

    def ways(self) -> list[Way]:
        """Return the addresses of these pages."""
        return []
