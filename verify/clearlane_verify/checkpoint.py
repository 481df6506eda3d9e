"""Checkpoints (C2SP tlog-checkpoint): how many records a log has, and their root, in words that its keeper signs."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable
from typing import NamedTuple

from clearlane_verify.merkle import EMPTY, LONGEST
from clearlane_verify.note import Note, Verifier, demand_signed
from clearlane_verify.note import read as read_note
from clearlane_verify.refusal import Malformed

_SIZE = re.compile(r"0|[1-9][0-9]{0,18}")
_HEAD = 3


class Checkpoint(NamedTuple):
    """What a log says of itself at one moment.

    Attributes:
      origin: The log's name, such as ``customs.example/log``.
      size: How many records it has.
      root: The root over them, 32 bytes.
      extensions: Further lines.
    """

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def __str__(self) -> str:
        lines = (self.origin, str(self.size), base64.b64encode(self.root).decode(), *self.extensions)
        return "".join(f"{line}\n" for line in lines)


def parse(text: str) -> Checkpoint:
    """Read the text of a checkpoint.

    Raises:
      Malformed: It is none.
    """
    lines = text.split("\n")
    if len(lines) <= _HEAD or lines.pop() or not all(lines):
        raise Malformed(
            "A checkpoint has a name, a size and a root, a line each.", "Điểm kiểm tra gồm tên, số bản ghi và mã gốc, mỗi mục một dòng."
        )
    origin, size, root, *extensions = lines
    if not _SIZE.fullmatch(size) or int(size) > LONGEST:
        raise Malformed(f"{size!r} is no number of records.", f"{size!r} không phải số bản ghi.")
    try:
        raw = base64.b64decode(root, validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != len(EMPTY) or base64.b64encode(raw).decode() != root:
        raise Malformed("The root of a checkpoint is 32 bytes in base64.", "Mã gốc của điểm kiểm tra phải là 32 byte dạng base64.")
    return Checkpoint(origin, int(size), raw, tuple(extensions))


def signed(text: str | bytes, keys: Iterable[Verifier]) -> tuple[Checkpoint, Note]:
    """Read a signed checkpoint.

    Args:
      text: The signed note.
      keys: The keys of the log; one of them must have signed.

    Raises:
      Malformed: It is no signed checkpoint.
      SignatureRefused: None of the keys signed it, or a signature does not hold.
    """
    note = read_note(text)
    demand_signed(note, keys)
    return parse(note.text), note
