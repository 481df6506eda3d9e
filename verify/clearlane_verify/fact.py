"""A fact of a customs log as its tree commits to it: a salt of its own, and every column of its row.

Whoever is handed salt and row can tell that it is the very fact that stands in the log; whoever is not learns nothing of it.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import NamedTuple

from clearlane_verify.merkle import leaf_hash
from clearlane_verify.refusal import Malformed

FORM = b"clearlane-fact/1 %d %d:%b%d:%b%d:%b%d:%b"
SALT = 32
_HEAD = re.compile(rb"clearlane-fact/1 ([1-9][0-9]{0,18}) ")
_LONG = re.compile(rb"(0|[1-9][0-9]{0,9}):")


class Row(NamedTuple):
    """A row of the log.

    Attributes:
      seq: Its place, from 1.
      at: When it was recorded, in UTC.
      subject: About what: the number of a declaration, or what else.
      kind: What kind of fact.
      body: The fact, as JSON.
    """

    seq: int
    at: bytes
    subject: bytes
    kind: bytes
    body: bytes


def row_of(fact: Row | tuple[int, bytes, bytes, bytes, bytes]) -> bytes:
    """Return the bytes committed to: the place, then every other column after its length.

    >>> row_of(Row(7, b"2026", b"26XA1", b"accepted", b"{}"))
    b'clearlane-fact/1 7 4:20265:26XA18:accepted2:{}'
    """
    seq, at, subject, kind, body = fact
    return FORM % (seq, len(at), at, len(subject), subject, len(kind), kind, len(body), body)


def read_row(committed: bytes) -> Row:
    """Read the bytes committed to.

    Raises:
      Malformed: They are no row.

    >>> read_row(row_of(Row(7, b"2026", b"26XA1", b"accepted", b"{}"))).kind
    b'accepted'
    """
    head = _HEAD.match(committed)
    columns, place = list[bytes](), head.end() if head else 0
    for _ in range(4):
        long = _LONG.match(committed, place)
        if head is None or long is None:
            raise Malformed("That is no record of a customs log.", "Đây không phải bản ghi của sổ hải quan.")
        columns.append(committed[long.end() : long.end() + int(long[1])])
        place = long.end() + int(long[1])
    found = Row(int(head[1]) if head else 0, *columns)
    if row_of(found) != committed:
        raise Malformed("That is no record of a customs log.", "Đây không phải bản ghi của sổ hải quan.")
    return found


def leaf_of(salt: bytes, committed: bytes) -> bytes:
    """Return the hash of the leaf that commits to a row under a salt."""
    return leaf_hash(sha256(salt + committed).digest())


def opened(extra: bytes | None) -> tuple[bytes, Row]:
    """Return the leaf's hash and the row out of what a proof hands over with it: the salt, then the row.

    Raises:
      Malformed: It hands over no row.
    """
    given = extra or b""
    return leaf_of(given[:SALT], given[SALT:]), read_row(given[SALT:])
