"""Clearance from control to release and beyond: every act of officers and traders on a declaration. At ``office.clearance``."""

from __future__ import annotations

from msgspec.structs import replace

from clearlane.clearance.acts import ACTS, Act, possible
from clearlane.clearance.clocks import Due, due
from clearlane.clearance.intent import Intent
from clearlane.clearance.situation import situation
from clearlane.model.clearance_facts import RequestMade
from clearlane.model.declaration import Declaration
from clearlane.model.facts import Difference
from clearlane.model.refusals import NotAllowed, NotFound
from clearlane.model.situation import Situation
from clearlane.model.text import Text
from clearlane.office.access import Asker
from clearlane.office.clearing_allowed import CLOSING, allowed, fit
from clearlane.office.clearing_contest import Contesting
from clearlane.office.clearing_control import Controlling
from clearlane.office.clearing_extension import Extending
from clearlane.office.clearing_goods import DecidingOnGoods
from clearlane.office.clearing_matters import Matters, matters
from clearlane.office.clearing_record import known, settled
from clearlane.office.clearing_requested import requested
from clearlane.office.offered import OFFICERS, Offered, offered
from clearlane.office.own_standing import OwnStanding, own_standing
from clearlane.office.query_words import in_words

__all__ = ["ClearanceDesk", "Due", "settled"]


class ClearanceDesk(Controlling, Extending, DecidingOnGoods, Contesting):
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

    def allowed(self, act: Act, asker: Asker, number: str, *, red: bool = False, uplift: bool = False) -> Text | None:
        """Return why an act on a declaration is not someone's; None where it is. ``red`` and ``uplift`` as of ``clearing_allowed.allowed``.

        Raises:
          NotFound: There is no such declaration.
        """
        return allowed(act, asker, known(self._store, number)[0], self.law, red=red, uplift=uplift)

    def demand(self, act: str, asker: Asker, number: str, *, satisfied: bool = False, uplift: bool = False) -> Act:
        """Return an act of officers by its name, if it is someone's on a declaration.

        Raises:
          NotFound: There is no such act, or no such declaration.
          NotAllowed: It is not his, with the reason.
        """
        found = next((one for one in OFFICERS if one == act), None)
        if found is None:
            raise NotFound(Text(en="There is no such act.", vi="Không có thao tác này."))
        why = self.allowed(found, asker, number, red=found in CLOSING or (found == "end-check" and satisfied), uplift=uplift)
        if why is not None:
            raise NotAllowed(why)
        return found

    def matters(self, number: str) -> Matters:
        """Return what is open on a declaration, to be read before it is decided.

        Raises:
          NotFound: There is no such declaration.
        """
        return matters(self._store, in_words(self._store, known(self._store, number)[1]))

    def requested(self, number: str, request: RequestMade) -> tuple[Declaration, Declaration, tuple[Difference, ...]] | None:
        """Return a declaration before and after what a request for an amendment asks; None where that cannot be told.

        Raises:
          NotFound: There is no such declaration.
        """
        return requested(self._store, known(self._store, number)[0], request)

    def own(self, number: str) -> OwnStanding:
        """Return where a declaration stands for its trader: what is asked of him, whose move it is, what he can do.

        Raises:
          NotFound: There is no such declaration.
        """
        return own_standing(in_words(self._store, known(self._store, number)[1]), self._profile, self._clock())

    def offered(self, number: str, asker: Asker) -> tuple[Offered, ...]:
        """Return every act of an officer on a declaration, those that are not possible now with the reason; none for others.

        Raises:
          NotFound: There is no such declaration.
        """
        case, records = known(self._store, number)
        every = offered(
            situation(records), self.law, self._clock(), asker.party, lambda act: asker.holds(*ACTS[act].roles, office=case.office)
        )
        return tuple(replace(one, why_not=one.why_not or fit(one.act, asker, case, self.law)) for one in every)

    def due(self, number: str) -> tuple[Due, ...]:
        """Return what is due on a declaration, the earliest first.

        Raises:
          NotFound: There is no such declaration.
        """
        return due(known(self._store, number)[1], self.law)
