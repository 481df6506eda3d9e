"""What an office signs of its ledger: a checkpoint with the moment it was made."""

from __future__ import annotations

from typing import NamedTuple

from clearlane_verify.checkpoint import Checkpoint, parse
from clearlane_verify.note import Note, Signature, Verifier, verifier
from clearlane_verify.refusal import Malformed

_TIME = "time "
_LAST = 10**11


class Statement(NamedTuple):
    """A checkpoint of an office.

    Attributes:
      checkpoint: Name, size and root of the log.
      at: When it was made, in seconds since 1970; 0 where it does not say.
    """

    checkpoint: Checkpoint
    at: int


class Stop(NamedTuple):
    """A place up to which a log was signed for.

    Attributes:
      size: How many facts.
      root: The root over them.
      at: When, in seconds since 1970.
      outside: Whether it was kept elsewhere.
    """

    size: int
    root: bytes
    at: int
    outside: bool = False


def stated(origin: str, size: int, root: bytes, at: int) -> str:
    """Return the text to be signed.

    Args:
      origin: The log's name.
      size: How many facts it has.
      root: The root over them.
      at: Now, in seconds since 1970.
    """
    return str(Checkpoint(origin, size, root, (f"{_TIME}{at}",)))


def read(text: str) -> Statement:
    """Read the text of a checkpoint.

    Raises:
      Malformed: It is none.
    """
    found = parse(text)
    said = [line.removeprefix(_TIME) for line in found.extensions if line.startswith(_TIME)]
    if said and (not said[0].isdecimal() or int(said[0]) > _LAST):
        raise Malformed("The moment of a checkpoint is a number of seconds.", "Thời điểm của điểm kiểm tra phải là số giây.")
    return Statement(found, int(said[0]) if said else 0)


def signed_by(text: str, vkey: str, signature: bytes) -> str:
    """Return the signed note of a text, by the key that signed it."""
    key: Verifier = verifier(vkey)
    return str(Note(text, (Signature(key.name, key.key, signature),)))
