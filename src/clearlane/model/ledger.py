"""The nouns of the ledger: a fact as its bytes lie in the store, tiles of the tree, checkpoints."""

from __future__ import annotations

from typing import Literal, NamedTuple

import msgspec

from clearlane.model.text import Text

FaultKind = Literal["fact", "missing", "rewritten", "tile", "checkpoint", "key", "secret", "document"]


class StoredFact(NamedTuple):
    """A row of the log, every column as its bytes lie there: to be committed to, not to be understood.

    Attributes:
      seq: Its place, from 1.
      at: When.
      subject: About what.
      kind: What kind of fact.
      body: The fact.
    """

    seq: int
    at: bytes
    subject: bytes
    kind: bytes
    body: bytes


class StoredTile(NamedTuple):
    """A tile of the tree as it is kept; the last of a level grows.

    Attributes:
      level: 0 for hashes of leaves.
      place: Which, from 0.
      body: Its hashes, 32 bytes each.
    """

    level: int
    place: int
    body: bytes


class StoredCheckpoint(NamedTuple):
    """A checkpoint as it is kept.

    Attributes:
      size: How many facts it covers.
      note: The signed note, with every cosignature.
    """

    size: int
    note: str


class LedgerFault(msgspec.Struct, frozen=True):
    """Something that does not hold.

    Attributes:
      kind: What: a fact, one that is missing, a stretch of the log that was rewritten together with its tree, or what the tree stands on.
      words: Which, and since when.
      seq: Its place in the log; 0 where it has none.
      subject: About what the fact is, as it stands there now.
      at: When it was recorded, as it stands there now.
    """

    kind: FaultKind
    words: Text
    seq: int = 0
    subject: str = ""
    at: str = ""


class LedgerVerdict(msgspec.Struct, frozen=True):
    """What verifying a store found.

    Attributes:
      facts: How many facts were read.
      covered: How many of them the latest checkpoint covers that holds.
      checkpoints: How many checkpoints hold.
      until: The moment of the latest of them, in seconds since 1970; 0 where none holds.
      keys: The public keys by which they were checked.
      documents: How many documents beside the log were checked.
      faults: What does not hold, in the order of the log.
    """

    facts: int
    covered: int
    checkpoints: int
    until: int
    keys: tuple[str, ...]
    documents: int
    faults: tuple[LedgerFault, ...]

    @property
    def holds(self) -> bool:
        """Whether everything that a checkpoint covers is as it was signed, and one does."""
        return not self.faults and self.checkpoints > 0
