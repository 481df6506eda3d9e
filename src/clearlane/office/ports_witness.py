"""Port of a witness: what it remembers."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from clearlane.model.witnessing import Evidence, Seen, WitnessAsked


class WitnessRecords(Protocol):
    """What a node remembers of logs it sees, and of who sees its own."""

    def turn(self) -> AbstractContextManager[None]:
        """Hold off every other writer until the block ends; then everything in it is kept, or nothing."""

    def close(self) -> None:
        """Let go of the file."""

    def trust(self, origin: str, vkey: str) -> None:
        """See a log from now on, by this key too."""

    def keys(self, origin: str) -> list[str]:
        """Return the public keys of a log; none where it is not known."""

    def origins(self) -> list[str]:
        """Return the names of the logs that are seen."""

    def keep(self, origin: str, seen: Seen) -> None:
        """Keep what was cosigned; what is kept of a size stays as it is."""

    def seen(self, origin: str, size: int | None = None) -> Seen | None:
        """Return what was cosigned of a log at a size, or last; None for nothing."""

    def history(self, origin: str, limit: int = 1000) -> list[Seen]:
        """Return what was cosigned of a log, latest first."""

    def testify(self, evidence: Evidence) -> None:
        """Keep evidence; the same is kept once."""

    def evidence(self) -> list[Evidence]:
        """Return the evidence, oldest first."""

    def ask(self, asked: WitnessAsked) -> None:
        """Ask a partner's node from now on, or know better how many records it saw."""

    def hand_over(self, note: str, old: str = "", new: str = "") -> None:
        """Keep the note by which a key hands over; where the old one is a witness's that is asked, ask it by the new one from now on."""

    def handovers(self) -> list[str]:
        """Return the notes by which keys handed over, oldest first."""

    def asked(self) -> list[WitnessAsked]:
        """Return the nodes that are asked."""

    def part(self, name: str) -> bool:
        """Neither ask a partner's node nor see its log any more; what was seen stays, and its keys. Return whether it was known."""

    def parted(self) -> list[str]:
        """Return the public keys of partners parted from, of logs and of witnesses."""

    def say(self, name: str, value: str) -> None:
        """Keep a word of this node about itself, such as its name."""

    def said(self, name: str) -> str:
        """Return a word of this node about itself; empty where there is none."""
