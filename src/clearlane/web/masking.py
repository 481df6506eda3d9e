"""Faceless work: where the law has it so, officers see no party's name, number or address until they open them, which is noted."""

from __future__ import annotations

from datetime import timedelta

from clearlane.office.office import Office
from clearlane.web.viewer import Viewer

OPENED = "parties"
"""What the log of readings calls it that an officer opened the parties of a case."""
HIDDEN = "••••••"
LASTS = timedelta(hours=8)
_LOOKED_AT = 200


def faceless(office: Office, viewer: Viewer) -> bool:
    """Say whether parties are masked for someone: for everybody of customs but the auditor, where the law has faceless work."""
    return office.profile.clearance.faceless and viewer.officer and not viewer.holds("auditor")


def masked(office: Office, viewer: Viewer, number: str) -> bool:
    """Say whether the parties of a declaration are masked for someone now: until he opens them, and again eight hours later.

    Args:
      office: The office.
      viewer: Who looks.
      number: The declaration.
    """
    if not faceless(office, viewer):
        return False
    who, since = viewer.person or viewer.party or viewer.name or viewer.role, office.clock() - LASTS
    noted = office.people.reads.list(who, number, limit=_LOOKED_AT)
    return not any(one.what == OPENED and one.at >= since for _, one in noted)


def unmask(office: Office, viewer: Viewer, number: str, why: str) -> None:
    """Note that someone opens the parties of a declaration, and why; from then on ``masked`` says no.

    Args:
      office: The office.
      viewer: Who opens them.
      number: The declaration.
      why: What for.
    """
    office.people.reads.note(viewer, OPENED, number, why)
