"""The leaf of a fact: a salted commitment to every column of its row. Who is not shown the fact learns nothing of it.

The salt is BLAKE2b of the place under the office's secret as its key (RFC 7693): the tree can be made anew from the log, and one salt
shown to a court tells nothing of the others.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b, sha256

from clearlane.model.ledger import StoredFact
from clearlane_verify.fact import FORM, SALT


def salt(secret: bytes, seq: int) -> bytes:
    """Return the salt of the fact at a place, 32 bytes."""
    return blake2b(b"%d" % seq, key=secret, digest_size=SALT).digest()


def commitments(secret: bytes, facts: Iterable[StoredFact]) -> list[bytes]:
    """Return what the leaves of facts hold, 32 bytes each."""
    return [
        sha256(
            blake2b(b"%d" % seq, key=secret, digest_size=SALT).digest()
            + FORM % (seq, len(at), at, len(subject), subject, len(kind), kind, len(body), body)
        ).digest()
        for seq, at, subject, kind, body in facts
    ]


def leaves(secret: bytes, facts: Iterable[StoredFact]) -> list[bytes]:
    """Return the hashes of the leaves of facts."""
    keyed, hashed, form = blake2b, sha256, FORM
    return [
        hashed(
            b"\x00"
            + hashed(
                keyed(b"%d" % seq, key=secret, digest_size=SALT).digest()
                + form % (seq, len(at), at, len(subject), subject, len(kind), kind, len(body), body)
            ).digest()
        ).digest()
        for seq, at, subject, kind, body in facts
    ]
