"""One small file that proves an act (C2SP tlog-proof): what was recorded, where it stands, and a checkpoint that covers it."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable
from dataclasses import dataclass

from clearlane_verify.checkpoint import Checkpoint, signed
from clearlane_verify.merkle import inclusion_holds
from clearlane_verify.note import Note, Verifier
from clearlane_verify.policy import Policy
from clearlane_verify.refusal import Malformed

HEAD = "c2sp.org/tlog-proof@v1"
_INDEX = re.compile(r"index (0|[1-9][0-9]{0,18})")
_MOST = 63


@dataclass(frozen=True, slots=True)
class TlogProof:
    """A proof of inclusion that stands by itself.

    Attributes:
      index: The place of the record in the log, from 0.
      hashes: The proof.
      checkpoint: The signed checkpoint, as text.
      extra: What else is handed over; None for nothing. It is not covered by the proof unless the leaf commits to it.
    """

    index: int
    hashes: tuple[bytes, ...]
    checkpoint: str
    extra: bytes | None = None

    def __str__(self) -> str:
        extra = [] if self.extra is None else [f"extra {base64.b64encode(self.extra).decode()}"]
        lines = [HEAD, *extra, f"index {self.index}", *(base64.b64encode(one).decode() for one in self.hashes)]
        return "".join(f"{line}\n" for line in lines) + "\n" + self.checkpoint


def read(text: str | bytes) -> TlogProof:
    """Read a proof.

    Raises:
      Malformed: It is none.
    """
    try:
        plain = text.decode() if isinstance(text, bytes) else text
    except UnicodeDecodeError:
        plain = ""
    head, mark, checkpoint = plain.partition("\n\n")
    first, *lines = head.split("\n")
    if first != HEAD or not mark:
        raise Malformed(f"A proof begins with {HEAD}.", f"Tệp bằng chứng phải bắt đầu bằng {HEAD}.")
    extra = _decoded(lines.pop(0).removeprefix("extra ")) if lines and lines[0].startswith("extra ") else None
    index = _INDEX.fullmatch(lines.pop(0)) if lines else None
    if index is None or len(lines) > _MOST:
        raise Malformed("A proof says at which place its record stands.", "Tệp bằng chứng phải nêu vị trí của bản ghi.")
    return TlogProof(int(index[1]), tuple(map(_decoded, lines)), checkpoint, extra)


def _decoded(line: str) -> bytes:
    try:
        raw = base64.b64decode(line, validate=True)
    except (binascii.Error, ValueError):
        raw = None
    if raw is None or base64.b64encode(raw).decode() != line:
        raise Malformed("A line of the proof is not base64.", "Một dòng trong tệp bằng chứng không phải base64.")
    return raw


def demand(proof: TlogProof, leaf: bytes, keys: Iterable[Verifier], policy: Policy = Policy()) -> tuple[Checkpoint, Note]:  # noqa: B008 - a value
    """Return the checkpoint that covers a leaf, once the proof was found to hold.

    Args:
      proof: The proof.
      leaf: Hash of the leaf.
      keys: Keys of the log.
      policy: Which witnesses must have seen the checkpoint.

    Raises:
      Refused: It does not hold.
    """
    checkpoint, note = signed(proof.checkpoint, keys)
    policy.demand(note)
    inclusion_holds(leaf, proof.index, checkpoint.size, proof.hashes, checkpoint.root)
    return checkpoint, note
