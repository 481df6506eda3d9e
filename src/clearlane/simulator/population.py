"""How the firms of Arcadia come, grow and go."""

from __future__ import annotations

from datetime import date

import msgspec

from clearlane.simulator.chance import Chance, Choice
from clearlane.simulator.firms import Firm, found, found_broker, found_shell

_GOES = 6
"""Firms in a thousand that close in a month; as many are founded."""
_SHELLS = 8
"""Shell importers founded in a month for every thousand firms."""


class Population:
    """The firms that trade, day by day."""

    def __init__(self, seed: int, day: date, count: int) -> None:
        """Found the brokers and the firms.

        Args:
          seed: The seed of the economy.
          day: The first day.
          count: How many firms trade; brokers come on top.
        """
        self._chance = Chance(seed, "firms")
        self._count = count
        self._serial = 0
        self._day = day.toordinal()
        self.brokers = tuple(found_broker(self._chance, self._next()) for _ in range(max(3, count // 20)))
        self.firms = [found(self._chance, self._next(), self._day, self.brokers) for _ in range(count)]
        self._found_shells()
        self._choice = self._weigh()

    def on(self, day: date) -> Choice[Firm]:
        """Return the firms that trade on a day, weighted by their declarations in thousandths; days run forward only."""
        ordinal = day.toordinal()
        while self._day < ordinal:
            self._day += 1
            if date.fromordinal(self._day).day == 1:
                self._renew()
            self._choice = self._weigh()
        return self._choice

    def _weigh(self) -> Choice[Firm]:
        return Choice(self.firms, [firm.busy(self._day) for firm in self.firms])

    def _next(self) -> int:
        self._serial += 1
        return self._serial

    def _renew(self) -> None:
        """Let a month pass: firms close, others are founded, shells come."""
        left = [firm for firm in self.firms if not firm.until or firm.until > self._day]
        self.firms = [self._closing(firm) for firm in left]
        staying = sum(1 for firm in self.firms if not firm.until)
        while staying < self._count:
            self.firms.append(found(self._chance, self._next(), self._day + self._chance.below(28), self.brokers))
            staying += 1
        self._found_shells()

    def _closing(self, firm: Firm) -> Firm:
        if firm.until or not self._chance.happens(_GOES):
            return firm
        return msgspec.structs.replace(firm, until=self._day + self._chance.between(1, 28))

    def _found_shells(self) -> None:
        permille = _SHELLS * self._count
        for _ in range(permille // 1000 + self._chance.happens(permille % 1000)):
            self.firms.append(found_shell(self._chance, self._next(), self._day + self._chance.below(28), self.brokers))
