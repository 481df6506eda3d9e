"""The leaf of a fact: a salted commitment to every column of its row. Who is not shown the fact learns nothing of it.

The salt is HMAC-SHA256 of the place under the office's secret: the tree can be made anew from the log, and one salt shown to a court
tells nothing of the others.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from hashlib import sha256

from clearlane.model.ledger import StoredFact
from clearlane_verify.fact import FORM


def salt(secret: bytes, seq: int) -> bytes:
    """Return the salt of the fact at a place, 32 bytes."""
    return hmac.digest(secret, b"%d" % seq, "sha256")


def commitments(secret: bytes, facts: Iterable[StoredFact]) -> list[bytes]:
    """Return what the leaves of facts hold, 32 bytes each."""
    digest = hmac.digest
    return [
        sha256(
            digest(secret, b"%d" % seq, "sha256") + FORM % (seq, len(at), at, len(subject), subject, len(kind), kind, len(body), body)
        ).digest()
        for seq, at, subject, kind, body in facts
    ]


def leaves(secret: bytes, facts: Iterable[StoredFact]) -> list[bytes]:
    """Return the hashes of the leaves of facts."""
    return [sha256(b"\x00" + one).digest() for one in commitments(secret, facts)]
