"""One draw for one consignment: an amendment, or a second lodging under the same transport document, keeps the first draw.

Otherwise a trader who was drawn would cancel and lodge again until he is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

import msgspec


class EarlierDraw(msgspec.Struct, frozen=True):
    """A draw already made.

    Attributes:
      number: The number it was over: the first declaration's.
      consignments: What it concerned, as ``consignments`` gives it.
      period: Whose key decided.
      proof: Its proof in hexadecimal where it was drawn; empty where it was not.
      seq: Its place in the log; the lowest is the first.
    """

    number: str
    consignments: tuple[str, ...]
    period: str
    proof: str
    seq: int

    @property
    def drawn(self) -> bool:
        """Whether it was drawn."""
        return bool(self.proof)


def kept(number: str, of: Sequence[str], earlier: Iterable[EarlierDraw]) -> EarlierDraw | None:
    """Return the first draw under the same number or for a same consignment; None where a new one is due.

    Args:
      number: The declaration's own number; an amendment bears the first one's.
      of: Its consignments, as ``consignments`` gives them.
      earlier: Draws made before, those of cancelled declarations among them; others' do no harm.
    """
    same = (one for one in earlier if one.number == number or not set(of).isdisjoint(one.consignments))
    return min(same, key=lambda one: one.seq, default=None)


def consignments(importer: str, transport: Iterable[str]) -> tuple[str, ...]:
    """Return what an importer's transport documents stand for, as digests, sorted; nothing where importer or document is missing.

    What people write differently does not count: case, spaces, strokes and dots.

    >>> consignments("QX0001", ["BL 77/1"]) == consignments("qx-0001", ["bl771", "-"])
    True
    """
    who = _plain(importer)
    plain = {_plain(reference) for reference in transport} - {""}
    return tuple(sorted(sha256(f"{who}\0{one}".encode()).hexdigest() for one in plain)) if who else ()


def _plain(reference: str) -> str:
    return "".join(filter(str.isalnum, reference)).casefold()
