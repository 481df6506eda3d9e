"""Clearance from control to release and beyond: every act of officers and traders on a declaration. At ``office.clearance``."""

from __future__ import annotations

from clearlane.clearance.acts import Act, possible
from clearlane.clearance.clocks import Due, due
from clearlane.clearance.intent import Intent
from clearlane.clearance.situation import situation
from clearlane.model.situation import Situation
from clearlane.model.text import Text
from clearlane.office.clearing_contest import Contesting
from clearlane.office.clearing_control import Controlling
from clearlane.office.clearing_goods import DecidingOnGoods
from clearlane.office.clearing_record import known, settled
from clearlane.office.own_standing import OwnStanding, own_standing

__all__ = ["ClearanceDesk", "settled"]


class ClearanceDesk(Controlling, DecidingOnGoods, Contesting):
    """Clearance. Each act is one transaction: it reads the facts, looks whether it is possible, and writes what follows.

    An act decided upon an older view (``expect``) is refused with what changed since and by whom. The machine does not ask here who may
    do what: doors do, by the roles in ``clearance.acts``.
    """

    def situation(self, number: str) -> Situation:
        """Return where a declaration stands in full.

        Raises:
          NotFound: There is no such declaration.
        """
        return situation(known(self._store, number)[1])

    def possible(self, number: str, *, by: str = "") -> dict[Act, tuple[Text, ...]]:
        """Return every act with the reasons that stand in its way now; none where it can be done.

        Acts on one query, request, check or signature among several are answered in general: what is asked of them shows when it is done.

        Raises:
          NotFound: There is no such declaration.
        """
        return possible(Intent(self.situation(number), self.law, self._clock(), by))

    def own(self, number: str) -> OwnStanding:
        """Return where a declaration stands for its trader: what is asked of him, whose move it is, what he can do.

        Raises:
          NotFound: There is no such declaration.
        """
        return own_standing(known(self._store, number)[1], self._profile, self._clock())

    def due(self, number: str) -> tuple[Due, ...]:
        """Return what is due on a declaration, the earliest first.

        Raises:
          NotFound: There is no such declaration.
        """
        return due(known(self._store, number)[1], self.law)
