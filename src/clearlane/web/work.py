"""The worklist: cases that wait, with their clocks, and the next case."""

from __future__ import annotations

from clearlane.office.office import Office
from clearlane.web.doors import Door
from clearlane.web.risk_shell import Way


class WorkPages:
    """The worklist: cases that wait, with their clocks, and the next case.

    Args:
      office: The office.
      door: Who may come in.
    """

    def __init__(self, office: Office, door: Door) -> None:
        self._office, self._door = office, door

    def ways(self) -> list[Way]:
        """Return the addresses of these pages."""
        return []
