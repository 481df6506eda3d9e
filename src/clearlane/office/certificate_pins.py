"""Keys and lists of partners that this office pinned: files in a folder, as partners handed them over."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from clearlane_verify.code import opened
from clearlane_verify.credential import listed
from clearlane_verify.did_web import pinned
from clearlane_verify.refusal import Refused
from clearlane_verify.status import LISTED

NONE = "none"
_LONGEST = 8_000_000


class Pins(NamedTuple):
    """What was pinned.

    Attributes:
      dids: Issuers' DID documents.
      lists: Signed lists of status.
    """

    dids: tuple[dict[str, Any], ...] = ()
    lists: tuple[dict[str, Any], ...] = ()


def pins_in(folder: str) -> Pins:
    """Return what the files of a folder pin: each ``.json`` one DID document or one list of status. Anything else in it is passed over.

    Args:
      folder: The folder; ``none`` for none.
    """
    dids: list[dict[str, Any]] = []
    lists: list[dict[str, Any]] = []
    for file in sorted(Path(folder).glob("*.json")) if folder != NONE else ():
        try:
            found = opened(file.read_bytes()) if file.stat().st_size <= _LONGEST else {}
            if LISTED in listed(found.get("type")):
                lists.append(found)
            else:
                pinned([found])
                dids.append(found)
        except (OSError, Refused):
            continue
    return Pins(tuple(dids), tuple(lists))
