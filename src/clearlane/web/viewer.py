"""Who looks at a page: what he may see follows from it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from starlette.requests import Request

from clearlane.model.case import Case, Query
from clearlane.model.person import Grant
from clearlane.office.access import Asker, Role, at_this_machine
from clearlane.office.explanation import told
from clearlane.office.office import Office

COOKIE = "as"
PERSONS: dict[str, Role] = {
    "tariff-1": "tariff",
    "tariff-2": "tariff",
    "analyst-1": "analyst",
    "analyst-2": "analyst",
    "manager-1": "manager",
    "auditor-1": "auditor",
    "officer-1": "officer",
    "officer-2": "officer",
    "inspector-1": "inspector",
    "supervisor-1": "supervisor",
    "cashier-1": "cashier",
    "admin-1": "admin",
}
"""Persons to try out what is one person's, and two where it takes two."""
_ALWAYS = date(1970, 1, 1)
_NUMBER = re.compile(r"[\w./-]{1,35}", re.ASCII)


class Viewer(Asker, frozen=True):
    """Whoever looks at a page.

    Attributes:
      trying: Whether he may change his role freely, as on a machine where someone tries the office out.
    """

    trying: bool = False

    def sees(self, case: Case) -> Case:
        """Return a case as far as he may know it: a trader learns the lane once the goods are presented."""
        return case if self.officer else told(case)


Who = Callable[[Request], Viewer | None]
"""From a request to whoever makes it; None where nobody is signed in."""


def signed_in(asker: Asker) -> Viewer:
    """Return the viewer that the holder of a token is."""
    known: dict[str, Any] = {field: getattr(asker, field) for field in Asker.__struct_fields__}
    return Viewer(**known)


def tried_out(person: str, competences: tuple[str, ...] = ()) -> Viewer:
    """Return a person of those to try out: with the one role, at every customs office, and with these competences."""
    number, role = person.upper(), PERSONS[person]
    party = "" if role == "admin" else number
    grants = (Grant(1, role, _ALWAYS),)
    return Viewer(role, party, name=number, person=number, grants=grants, competences=competences, trying=True)


def trying(office: Office) -> Who:
    """Return the rule of an office someone tries out on his own machine: an officer, or with ``?as=trader`` a trader.

    A trader is the one named by ``declarant`` in the address, else the one chosen before, else whoever declared last.
    A request from another machine, or under a name that is not this machine's own, comes from nobody.

    Args:
      office: The office.
    """

    fit = tuple(one.name for one in office.profile.clearance.competences)

    def viewer(request: Request) -> Viewer | None:
        client = request.client.host if request.client else ""
        if not at_this_machine(client, request.url.hostname or ""):
            return None
        role, _, declarant = request.cookies.get(COOKIE, "").partition(".")
        role = request.query_params.get("as", role)
        if role in PERSONS:
            return tried_out(role, fit)
        if role != "trader":
            return Viewer("officer", trying=True)
        declarant = request.query_params.get("declarant", declarant)
        declarant = declarant if _NUMBER.fullmatch(declarant) else _latest(office)
        return Viewer("trader", declarant, trying=True)

    return viewer


def _latest(office: Office) -> str:
    return next((case.declarant for case in office.cases(Query(limit=1))), "")
