"""The documents of a declaration as its page lists them, and who may put one there."""

from __future__ import annotations

import msgspec

from clearlane.model.case import Case
from clearlane.model.refusals import NotAllowed
from clearlane.office.documents import Supplied
from clearlane.office.office import Office
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

IMAGES = ("image/png", "image/jpeg", "image/webp")
"""What a browser shows as a picture."""


class Documents(msgspec.Struct, frozen=True):
    """What the page shows of documents.

    Attributes:
      rows: The documents, in the order they came.
      puts: Whether the viewer may put one there.
      looks: Whether the viewer may look at two beside each other.
    """

    rows: list[Supplied]
    puts: bool
    looks: bool


def documents_of(office: Office, viewer: Viewer, case: Case) -> Documents:
    """Return a declaration's documents for someone who may see the declaration."""
    return Documents(office.documents.of(case.number), may_put(office, viewer, case), viewer.officer)


def may_put(office: Office, viewer: Viewer, case: Case) -> bool:
    """Say whether someone may put a document: the trader's side, and officers of controls at the declaration's office."""
    if case.state in ("rejected", "cancelled"):
        return False
    return _of_the_trader(viewer) or (viewer.controls() and office.people.may_control(viewer, case.number))


def signer(viewer: Viewer) -> str:
    """Return by whom an officer's document stands; empty for the trader's side.

    Raises:
      NotAllowed: It is neither the trader's side nor an officer of controls.
    """
    if _of_the_trader(viewer):
        return ""
    if not viewer.controls():
        raise NotAllowed(WORDS["documents.not-yours"])
    return viewer.party or viewer.person or "officer"


def _of_the_trader(viewer: Viewer) -> bool:
    return viewer.trades and not viewer.officer
