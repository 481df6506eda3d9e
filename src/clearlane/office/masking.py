"""Faceless work: where the law has it so, officers see no party's name, number or address until they open them, which is noted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from html import escape

from clearlane.model import parties
from clearlane.model.case import Case
from clearlane.model.group import Group
from clearlane.model.refusals import Conflict, NotAllowed, NotFound
from clearlane.model.text import Text
from clearlane.office.access import Asker
from clearlane.office.office import Office

OPENED, DOCUMENT_OPENED = "parties", "document-opened"
"""What the log of readings calls it that an officer opened the parties of a case, and one document of it."""
HIDDEN = "••••••"
LASTS = timedelta(hours=8)
_LOOKED_AT, _SHORTEST = 200, 3
_NOBODY_S = ("type_code", "role_code", "function_code", "category_code", "country_code", "city_name", "authentication")
"""What a party declares that does not say who it is."""


def faceless(office: Office, asker: Asker) -> bool:
    """Say whether parties are masked for someone: for everybody of customs but the auditor, where the law has faceless work."""
    return office.profile.clearance.faceless and asker.officer and not asker.holds("auditor")


def masked(office: Office, asker: Asker, number: str) -> bool:
    """Say whether the parties of a declaration are masked for someone now: until he opens them, and again eight hours later.

    Args:
      office: The office.
      asker: Who looks.
      number: The declaration.
    """
    return faceless(office, asker) and not _opened(office, asker, number, OPENED)


def document_masked(office: Office, asker: Asker, number: str, digest: str) -> bool:
    """Say whether a document is shut for someone now: until he opens the parties, or this document, with a reason.

    Args:
      office: The office.
      asker: Who looks.
      number: The declaration.
      digest: The document's digest.
    """
    return masked(office, asker, number) and not _opened(office, asker, number, DOCUMENT_OPENED, digest)


def demand_open(office: Office, asker: Asker, number: str, digest: str = "") -> None:
    """Refuse what names the parties to whom they are masked; a document where one is named.

    Raises:
      NotAllowed: It is masked.
    """
    if document_masked(office, asker, number, digest) if digest else masked(office, asker, number):
        raise NotAllowed(
            Text(
                en="The parties of this declaration are hidden. Open them with a reason first; that is noted.",
                vi="Thông tin các bên của tờ khai này đang được ẩn. Hãy nêu lý do và mở xem trước; việc mở xem được ghi lại.",
            )
        )


def unmask(office: Office, asker: Asker, number: str, why: str, digest: str = "") -> None:
    """Note that someone opens the parties of a declaration, or one document of it, and why; from then on they are not masked.

    Args:
      office: The office.
      asker: Who opens them.
      number: The declaration.
      why: What for.
      digest: The digest of the document, or of a photograph of the inspection; empty for the parties.

    Raises:
      NotAllowed: It is nothing of the asker's.
      Conflict: No reason is given.
      NotFound: It is no document of the declaration.
    """
    case = office.store.case(number)
    if case is None or not (asker.controls(case.office) or asker.holds("supervisor", office=case.office)):
        raise NotAllowed(
            Text(
                en="Parties are opened by officers of the customs office concerned.",
                vi="Thông tin các bên do công chức của đơn vị hải quan liên quan mở xem.",
            )
        )
    if not why.strip():
        raise Conflict(Text(en="Say why the parties are to be seen.", vi="Hãy nêu lý do cần xem thông tin các bên."))
    if digest and not _known(office, number, digest):
        raise NotFound(Text(en="The declaration has no such document.", vi="Tờ khai không có chứng từ này."))
    office.people.reads.note(asker, DOCUMENT_OPENED if digest else OPENED, number, why, digest)


def _known(office: Office, number: str, digest: str) -> bool:
    """Say whether a declaration has a document, or its inspection a photograph."""
    return any(one.document.digest == digest for one in office.documents.of(number)) or digest in office.inspections.pictures(number)


def hidden(office: Office, asker: Asker, case: Case) -> tuple[str, ...]:
    """Return what is not to be shown of a declaration's parties to someone now: names, numbers and addresses, of every generation.

    Args:
      office: The office.
      asker: Who looks.
      case: The declaration.
    """
    return party_words(office, case) if masked(office, asker, case.number) else ()


def party_words(office: Office, case: Case) -> tuple[str, ...]:
    """Return the names, numbers and addresses of a declaration's parties, of every generation, the longest first."""
    words = {case.declarant}
    for generation in range(1, case.generation + 1):
        try:
            words.update(_parties(office.declaration(case, generation)))
        except NotFound:  # its content was erased
            continue
    words |= {made for word in words for made in (escape(word), json.dumps(word)[1:-1])}
    return tuple(sorted((word for word in words if len(word) >= _SHORTEST), key=len, reverse=True))


def mask(text: str, words: tuple[str, ...]) -> str:
    """Return a text without what is not to be shown."""
    for word in words:
        text = text.replace(word, HIDDEN)
    return text


def _opened(office: Office, asker: Asker, number: str, what: str, part: str = "") -> bool:
    who, since = asker.person or asker.party or asker.name or asker.role, office.clock() - LASTS
    noted = office.people.reads.list(who, number, limit=_LOOKED_AT)
    return any(one.what == what and one.at >= since and one.part == part for _, one in noted)


def _parties(group: Group, *, inside: bool = False) -> Iterator[str]:
    """Yield what parties declared of themselves, wherever they stand in a declaration."""
    inside = inside or type(group).__module__ == parties.__name__
    for field in group.__struct_fields__:
        value = getattr(group, field)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Group):
                yield from _parties(one, inside=inside)
            elif inside and isinstance(one, str) and field not in _NOBODY_S:
                yield one
