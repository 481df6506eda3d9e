"""Documents opened on a page: pictures are drawn, XML is read as text, the rest is to be saved."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from clearlane.model.case import Case
from clearlane.office.documents import Supplied
from clearlane.office.masking import document_masked
from clearlane.office.office import Office
from clearlane.web.document_rows import IMAGES
from clearlane.web.raw import Raw, pretty
from clearlane.web.viewer import Viewer


class Leaf(msgspec.Struct, frozen=True):
    """A document that lies open.

    Attributes:
      supplied: The document.
      picture: Whether it is drawn.
      text: Its text, where it is XML.
      shut: Whether it is masked, since work is faceless.
    """

    supplied: Supplied
    picture: bool
    text: Raw | None
    shut: bool = False


def leaves(office: Office, viewer: Viewer, case: Case, every: Sequence[Supplied], asked: Sequence[str]) -> list[Leaf]:
    """Return the documents to lie open, of those a declaration has; what is named and is none of its is left out."""
    known = {one.document.digest: one for one in every}
    return [_leaf(office, viewer, case, known[digest]) for digest in asked if digest in known]


def _leaf(office: Office, viewer: Viewer, case: Case, one: Supplied) -> Leaf:
    if document_masked(office, viewer, case.number, one.document.digest):
        return Leaf(one, False, None, shut=True)
    if one.document.media_type != "application/xml":
        return Leaf(one, one.document.media_type in IMAGES, None)
    found, data = office.documents.read(case.number, one.document.digest)
    office.people.reads.note(viewer, "document", case.number, found.document.subject)
    return Leaf(one, False, pretty(data))
