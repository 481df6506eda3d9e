"""Renewing the key that signs for the log: the old one hands over, is put aside, and what it signed stays good."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from clearlane.keys import Signer, open_signer
from clearlane.model.refusals import Conflict
from clearlane.model.text import Text
from clearlane_verify.handover import Handover
from clearlane_verify.note import ED25519, Note, Signature, Verifier


def renewed(place: str, name: str, today: date) -> str:
    """Put the key in a file aside, make a new one in its place, and return the note by which the one hands over to the other.

    Args:
      place: The file, as the setting ``ledger_key`` names it.
      name: The log's name.
      today: The day.

    Raises:
      Conflict: There is no key in a file yet, or it was renewed today already.
      Unavailable: The key cannot be used.
    """
    path = Path(place)
    aside = path.with_name(f"{path.name}.until-{today}")
    if not path.exists() or aside.exists():
        raise Conflict(
            Text(
                en="There is no key in a file to renew, or it was renewed today already. A key in hardware is renewed in the hardware.",
                vi="Không có khóa trong tệp để thay, hoặc hôm nay đã thay rồi. Khóa trong thiết bị được thay ngay tại thiết bị.",
            )
        )
    old = open_signer(place, name)
    path.rename(aside)
    new = open_signer(place, name)
    text = str(Handover(_key(old), _key(new), today.isoformat()))
    return str(Note(text, tuple(Signature(name, _key(one).key, one.sign(text.encode())) for one in (old, new))))


def _key(signer: Signer) -> Verifier:
    return Verifier(signer.name, ED25519, signer.public)
