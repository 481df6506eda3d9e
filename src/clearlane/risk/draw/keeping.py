"""One draw for one consignment: an amendment, or a second lodging under the same transport document, keeps the first draw.

Otherwise a trader who was drawn would cancel and lodge again until he is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec


class EarlierDraw(msgspec.Struct, frozen=True):
    """A draw already made.

    Attributes:
      number: The number it was over: the first declaration's.
      importer: The importer's identification.
      transport: References of the transport documents.
      period: Whose key decided.
      proof: Its proof in hexadecimal where it was drawn; empty where it was not.
      seq: Its place in the log; the lowest is the first.
    """

    number: str
    importer: str
    transport: tuple[str, ...]
    period: str
    proof: str
    seq: int

    @property
    def drawn(self) -> bool:
        """Whether it was drawn."""
        return bool(self.proof)


def kept(number: str, importer: str, transport: Sequence[str], earlier: Iterable[EarlierDraw]) -> EarlierDraw | None:
    """Return the first draw under the same number, or the same importer and one same transport document; None where a new one is due.

    Args:
      number: The declaration's own number; an amendment bears the first one's.
      importer: Its importer's identification; empty where missing, and then only the number counts.
      transport: References of its transport documents.
      earlier: Draws made before, cancelled declarations' among them; at least those of this importer.
    """
    wanted, who = {plain(reference) for reference in transport} - {""}, plain(importer)
    same = [
        one
        for one in earlier
        if one.number == number or (who and plain(one.importer) == who and wanted & {plain(reference) for reference in one.transport})
    ]
    return min(same, key=lambda one: one.seq, default=None)


def plain(reference: str) -> str:
    """Return a reference without what people write differently: case, spaces, strokes and dots."""
    return "".join(filter(str.isalnum, reference)).casefold()
