"""The nouns of witnesses: what a node saw of a partner's log, what contradicts it, and who is asked to see ours."""

from __future__ import annotations

from typing import Literal, NamedTuple

from clearlane.model.text import Text

EvidenceKind = Literal["split", "unproved"]


class Seen(NamedTuple):
    """A checkpoint of a log that a node cosigned.

    Attributes:
      size: How many records the log had.
      root: The root over them, 32 bytes.
      note: The checkpoint as its keeper signed it.
      at: When it was cosigned, in seconds since 1970.
    """

    size: int
    root: bytes
    note: str
    at: int


class Evidence(NamedTuple):
    """Two checkpoints by one keeper that contradict each other, or of which it did not show that one follows from the other.

    Attributes:
      origin: The log's name.
      kind: ``split`` where both are of one size with different roots, which proves by itself that the keeper showed two histories;
        ``unproved`` where the keeper signed a longer log without showing that it holds what the shorter one held.
      first: The checkpoint that was seen first, signed.
      second: The other, signed.
      at: When the other was shown, in seconds since 1970.
    """

    origin: str
    kind: EvidenceKind
    first: str
    second: str
    at: int


class WitnessAsked(NamedTuple):
    """A partner's node that is asked to see our log.

    Attributes:
      vkey: Its public key.
      address: Where it is asked.
      size: How many records it last said to have seen.
    """

    vkey: str
    address: str
    size: int = 0


class Answered(NamedTuple):
    """What came of asking a witness.

    Attributes:
      name: Whose node.
      at: When it cosigned, in seconds since 1970; 0 where it did not.
      why: Why it did not; None where it did.
    """

    name: str
    at: int
    why: Text | None = None


class Invitation(NamedTuple):
    """What a partner hands over so that two nodes see each other's logs.

    Attributes:
      log: Public key of its log; empty where it keeps none.
      witness: Public key of its witness.
      address: Where its witness is asked.
      fingerprint: What the two sides read to each other before they rely on it.
    """

    log: str
    witness: str
    address: str
    fingerprint: str
