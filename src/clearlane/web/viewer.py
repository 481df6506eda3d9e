"""Who looks at a page: what he may see follows from it."""

from __future__ import annotations

import re
from collections.abc import Callable
from ipaddress import ip_address

import msgspec
from starlette.requests import Request

from clearlane.model.case import Case
from clearlane.model.refusals import NotFound
from clearlane.office.access import Asker, Role, agent_of
from clearlane.office.explanation import told
from clearlane.office.office import Office
from clearlane.office.ports import Query

COOKIE = "as"
_NUMBER = re.compile(r"[\w./-]{1,35}", re.ASCII)


class Viewer(msgspec.Struct, frozen=True):
    """Whoever looks at a page.

    Attributes:
      role: What he is here as.
      declarant: The identification number a trader acts under: he sees this declarant's declarations only.
      acts_for: Those for whom he may lodge as agent.
      trying: Whether he may change his role freely, as on a machine where someone tries the office out.
    """

    role: Role
    declarant: str = ""
    acts_for: tuple[str, ...] = ()
    trying: bool = False

    @property
    def officer(self) -> bool:
        """Whether he may see lanes before they are told, reasons, and everyone's declarations."""
        return self.role in ("officer", "admin")

    def sees(self, case: Case) -> Case:
        """Return a case as far as he may know it: a trader learns the lane once the goods are presented."""
        return case if self.officer else told(case)


Who = Callable[[Request], Viewer | None]
"""From a request to whoever makes it; None where nobody is signed in."""


def may_see(office: Office, viewer: Viewer, case: Case) -> bool:
    """Whether a declaration is someone's to look at: an officer's, its declarant's, or its agent's who may act for him."""
    if viewer.officer:
        return True
    if not viewer.declarant:
        return False
    if case.declarant == viewer.declarant:
        return True
    try:
        return case.declarant in viewer.acts_for and agent_of(office.declaration(case)) == viewer.declarant
    except NotFound:
        return False


def signed_in(asker: Asker) -> Viewer:
    """Return the viewer that the holder of a token is."""
    return Viewer(asker.role, asker.party, asker.acts_for)


def trying(office: Office) -> Who:
    """Return the rule of an office someone tries out on his own machine: an officer, or with ``?as=trader`` a trader.

    A trader is the one named by ``declarant`` in the address, else the one chosen before, else whoever declared last.
    A request from another machine, or under a name that is not this machine's own, comes from nobody.

    Args:
      office: The office.
    """

    def viewer(request: Request) -> Viewer | None:
        if not _from_here(request):
            return None
        role, _, declarant = request.cookies.get(COOKIE, "").partition(".")
        role = request.query_params.get("as", role)
        if role != "trader":
            return Viewer("officer", trying=True)
        declarant = request.query_params.get("declarant", declarant)
        declarant = declarant if _NUMBER.fullmatch(declarant) else _latest(office)
        return Viewer("trader", declarant, trying=True)

    return viewer


def _from_here(request: Request) -> bool:
    try:
        near = ip_address(request.client.host if request.client else "").is_loopback
    except ValueError:
        return False
    return near and request.url.hostname in ("localhost", "127.0.0.1", "::1")


def _latest(office: Office) -> str:
    return next((case.declarant for case in office.cases(Query(limit=1))), "")
