"""Cosignatures (C2SP tlog-cosignature, version 1): a witness saw this checkpoint at this time, and nothing that contradicts it."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from typing import NamedTuple

from clearlane_verify.note import COSIGNATURE, Note, Signature, Verifier
from clearlane_verify.refusal import SignatureRefused

_TIME = 8
_LONG = _TIME + 64
_SIGN = 0x80
"""No moment is of 2^63 seconds or later, so the first bit is never set."""


class Cosigned(NamedTuple):
    """That a witness cosigned a checkpoint.

    Attributes:
      witness: Its key.
      at: When, in seconds since 1970.
    """

    witness: Verifier
    at: int


def message(text: str, at: int) -> bytes:
    """Return what a witness signs: that it saw the text of a checkpoint at a time, in seconds since 1970."""
    return f"cosignature/v1\ntime {at}\n{text}".encode()


def line(witness: Verifier, at: int, signature: bytes) -> Signature:
    """Return the line of signature of a cosignature."""
    return Signature(witness.name, witness.key, struct.pack(">Q", at) + signature)


def cosigned(note: Note, witnesses: Iterable[Verifier]) -> tuple[Cosigned, ...]:
    """Return which of some witnesses cosigned a note, in the order in which they are named there.

    Raises:
      SignatureRefused: A cosignature by one of them does not hold.
    """
    known = {(one.name, one.key): one for one in witnesses if one.algorithm == COSIGNATURE}
    found: dict[Verifier, Cosigned] = {}
    for signature in note.signatures:
        one = known.get((signature.name, signature.key))
        if one is None or one in found:
            continue
        if len(signature.value) != _LONG or signature.value[0] >= _SIGN:
            raise SignatureRefused(f"The cosignature of {one.name} is out of form.", f"Chữ ký chứng kiến của {one.name} sai dạng.")
        at: int = struct.unpack(">Q", signature.value[:_TIME])[0]
        one.demand(message(note.text, at), signature.value[_TIME:])
        found[one] = Cosigned(one, at)
    return tuple(found.values())
