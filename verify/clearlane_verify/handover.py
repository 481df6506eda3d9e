"""How a key is renewed: a note, signed by the old key and by the new one, that says from which day the new one signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from clearlane_verify.note import ED25519, Verifier, demand_signed, verifier
from clearlane_verify.note import read as read_note
from clearlane_verify.refusal import Malformed, SignatureRefused

HEAD = "clearlane-key/1"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Handover(NamedTuple):
    """That one key follows another.

    Attributes:
      old: The key that signed until then, of a log or a witness; what it signed stays good.
      new: The key that signs from then on, of the same name and kind.
      since: The day, such as ``2026-11-23``.
    """

    old: Verifier
    new: Verifier
    since: str

    def __str__(self) -> str:
        return f"{HEAD}\nold {self.old}\nnew {self.new}\nsince {self.since}\n"


def read(text: str | bytes, keys: Sequence[Verifier]) -> Handover:
    """Read a handover, by the keys known so far.

    Raises:
      Malformed: It is none.
      SignatureRefused: The old key is not known, or one of the two did not sign.
    """
    note = read_note(text)
    lines = [line.partition(" ") for line in note.text.split("\n")]
    if [line[0] for line in lines] != [HEAD, "old", "new", "since", ""] or not _DAY.fullmatch(lines[3][2]):
        raise Malformed("That is no handover of a key.", "Đây không phải văn bản chuyển khóa.")
    found = Handover(verifier(lines[1][2]), verifier(lines[2][2]), lines[3][2])
    alike = found.old.name == found.new.name and found.old.algorithm == found.new.algorithm
    both = [key._replace(algorithm=ED25519) for key in found[:2]]  # a witness signs this note plainly, not as a cosignature
    if found.old not in keys or not alike or len(set(demand_signed(note, both))) < 2:
        raise SignatureRefused("The key that is known did not hand over to this one.", "Khóa đã biết không chuyển giao cho khóa này.")
    return found
