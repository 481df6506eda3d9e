"""A witness: it cosigns what follows from what it saw of a partner's log, and keeps what does not as evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from clearlane.keys.ports import Signer
from clearlane.ledger.witness import NotCosigned, judged, origin_in, read, turned_down
from clearlane.model.witnessing import Evidence, Seen
from clearlane.office.ports_witness import WitnessRecords
from clearlane_verify.checkpoint import Checkpoint, parse
from clearlane_verify.cosignature import line, message
from clearlane_verify.note import COSIGNATURE, Note, Verifier, demand_signed, verifier
from clearlane_verify.note import read as read_note
from clearlane_verify.refusal import Refused


class Witness:
    """A node that sees partners' logs.

    Args:
      book: What it remembers.
      signer: Its key, which signs cosignatures and nothing of a log of its own.
      clock: What tells the time.
    """

    def __init__(self, book: WitnessRecords, signer: Signer, clock: Callable[[], datetime]) -> None:
        self.book, self.signer, self._clock = book, signer, clock

    @property
    def key(self) -> Verifier:
        """Its public key, as partners hold it."""
        return Verifier(self.signer.name, COSIGNATURE, self.signer.public)

    def add_checkpoint(self, body: bytes) -> str:
        """Return the cosignature of a checkpoint, one line, once what was seen is kept.

        Args:
          body: What a log hands in, as C2SP tlog-witness has it.

        Raises:
          NotCosigned: It does not follow from what was seen, or is out of form. What contradicts itself is kept as evidence.
        """
        sent = read(body)
        found, note = judged(sent, self._keys)
        at = self._now()
        with self.book.turn():  # looked up, decided and kept as one act: of two requests at once the second sees the first
            latest, same = self.book.seen(found.origin), self.book.seen(found.origin, found.size)
            why = turned_down(sent, found, latest, same)
            if why is None:
                self.book.keep(found.origin, Seen(found.size, found.root, str(note), at))
            elif why.evidence and (before := same if why.evidence == "split" else latest):
                self.book.testify(Evidence(found.origin, why.evidence, before.note, str(note), at))
        if why is not None:
            raise why
        return str(line(self.key, at, self.signer.sign(message(note.text, at))))

    def compare(self, notes: Iterable[str]) -> list[Evidence]:
        """Return the evidence in checkpoints that another node saw: those that contradict what was cosigned here. It is kept.

        Args:
          notes: Signed checkpoints; those of logs not known here, or not signed by them, are passed over.
        """
        found = [one for note in notes if (one := self._contradiction(note))]
        with self.book.turn():
            for one in found:
                self.book.testify(one)
        return found

    def _contradiction(self, text: str) -> Evidence | None:
        try:
            other, note = self._known(text)
        except Refused:
            return None
        same = self.book.seen(other.origin, other.size)
        if same is None or same.root == other.root:
            return None
        return Evidence(other.origin, "split", same.note, str(note), self._now())

    def _known(self, text: str) -> tuple[Checkpoint, Note]:
        note = read_note(text)
        found = parse(note.text)
        demand_signed(note, self._keys(found.origin))
        return found, note

    def _keys(self, origin: str) -> list[Verifier]:
        return [verifier(vkey) for vkey in self.book.keys(origin)]

    def _now(self) -> int:
        return int(self._clock().timestamp())


__all__ = ["NotCosigned", "Witness", "origin_in"]
