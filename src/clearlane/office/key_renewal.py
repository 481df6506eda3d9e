"""Renewing a key in a file: the old one hands over to a new one, is put aside, and what it signed stays good."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import date
from pathlib import Path

from clearlane.keys import Signer, open_signer
from clearlane.model.refusals import Conflict
from clearlane.model.text import Text
from clearlane.office.ledger_keys import demand_own
from clearlane.office.ports import Store
from clearlane.office.ports_witness import WitnessRecords
from clearlane_verify.handover import Handover
from clearlane_verify.note import COSIGNATURE, ED25519, Note, Signature, Verifier


class KeyChange:
    """One renewal. It may be broken off at any moment, and is gone on with when it is begun again.

    Args:
      place: The file with the key.
      name: Who signs.
      today: The day.
      algorithm: What the key signs: a log, or the cosignatures of a witness.

    Raises:
      Conflict: There is no key in a file yet, or it was renewed today already.
      Unavailable: The key cannot be used.
    """

    def __init__(self, place: str, name: str, today: date, algorithm: int = ED25519) -> None:
        self._path, self._today, self._algorithm = Path(place), today, algorithm
        self._aside = self._path.with_name(f"{self._path.name}.until-{today}")
        self._next = self._path.with_name(f"{self._path.name}.next")
        if not self._path.exists() or (self._aside.exists() and not self._next.exists()):
            raise Conflict(
                Text(
                    en="There is no key in a file to renew, or it was renewed today already. A key in hardware is renewed in the hardware.",
                    vi="Không có khóa trong tệp để thay, hoặc hôm nay đã thay rồi. Khóa trong thiết bị được thay ngay tại thiết bị.",
                )
            )
        self.old, self.new = open_signer(place, name), open_signer(str(self._next), name)

    def note(self) -> str:
        """Return the note by which the old key hands over to the new one, signed by both."""
        text = str(Handover(self._key(self.old), self._key(self.new), self._today.isoformat()))
        both = ((Verifier(one.name, ED25519, one.public), one) for one in (self.old, self.new))
        return str(Note(text, tuple(Signature(key.name, key.key, one.sign(text.encode())) for key, one in both)))

    def done(self) -> None:
        """Put the old key aside and the new one in its place; at no moment is there none."""
        with suppress(FileExistsError):
            os.link(self._path, self._aside)
        self._next.replace(self._path)

    def _key(self, signer: Signer) -> Verifier:
        return Verifier(signer.name, self._algorithm, signer.public)


def renewed(place: str, name: str, store: Store, today: date) -> str:
    """Renew the key that signs for a log, and return the note of it, which the store keeps too.

    Args:
      place: The file, as the setting ``ledger_key`` names it.
      name: The log's name.
      store: The store of the log.
      today: The day.

    Raises:
      Conflict: There is no key in a file yet, it was renewed today already, or it is not the log's.
      Unavailable: The key cannot be used.
    """
    change = KeyChange(place, name, today)
    if store.ledger_keys()[-1:] == [change.new.vkey]:  # broken off after it was kept
        note = store.ledger_handovers()[-1]
    else:
        note = change.note()
        with store.work() as work:
            demand_own(work.ledger_keys(), change.old)
            for key in (change.old, change.new):
                work.put_ledger_key(key.vkey)
            work.put_ledger_handover(note)
    change.done()
    return note


def taken_up(signer: Signer, store: Store) -> None:
    """Go on with a key although the one before is lost and could not hand over: whoever verifies is told, until given both keys.

    Raises:
      Conflict: The key signed for this log already.
    """
    with store.work() as work:
        if signer.vkey in work.ledger_keys():
            raise Conflict(
                Text(en="This key is known to the log already: nothing is lost.", vi="Sổ đã biết khóa này: không có khóa nào bị mất.")
            )
        work.put_ledger_key(signer.vkey)


def witness_renewed(place: str, name: str, book: WitnessRecords, today: date) -> str:
    """Renew the key of a witness, and return the note of it, which the book keeps too.

    Raises:
      Conflict: There is no key in a file yet, or it was renewed today already.
      Unavailable: The key cannot be used.
    """
    change = KeyChange(place, name, today, COSIGNATURE)
    note = change.note()
    book.hand_over(note)
    change.done()
    return note
