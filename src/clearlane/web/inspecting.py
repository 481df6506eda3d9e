"""Inspection orders, and the page an inspector has on his phone, with or without a network."""

from __future__ import annotations

from clearlane.office.office import Office
from clearlane.web.doors import Door
from clearlane.web.risk_shell import Way


class InspectingPages:
    """Inspection orders, and the page an inspector has on his phone, with or without a network.

    Args:
      office: The office.
      door: Who may come in.
    """

    def __init__(self, office: Office, door: Door) -> None:
        self._office, self._door = office, door

    def ways(self) -> list[Way]:
        """Return the addresses of these pages."""
        return []
