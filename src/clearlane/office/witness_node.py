"""A node for one's own and partners' logs, as the settings describe it: its book, its key beside it, its name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from clearlane.keys import open_signer
from clearlane.keys.ports import Signer
from clearlane.model.refusals import Conflict
from clearlane.model.text import Text
from clearlane.office.key_renewal import witness_renewed
from clearlane.office.ledger_signing import BY_PROFILE
from clearlane.office.ports_witness import WitnessRecords
from clearlane.office.settings import Settings
from clearlane.office.witness import Witness
from clearlane_verify.note import fits

_NAME = "name"


@contextmanager
def book_of(found: Settings) -> Iterator[WitnessRecords]:
    """Open the book of a node, made where there is none, and let go of it afterwards."""
    from clearlane.store.witness_book import WitnessBook  # noqa: PLC0415 - only what asks for it opens it

    book = WitnessBook(Path(found.witness))
    try:
        yield book
    finally:
        book.close()


def knows_partners(found: Settings) -> bool:
    """Say whether this node ever had partners."""
    return Path(found.witness).exists()


@contextmanager
def witness_of(found: Settings, name: str | None = None) -> Iterator[Witness]:
    """Open the witness of a node.

    Args:
      found: The settings.
      name: Its name, as it is first given; kept for good.

    Raises:
      Conflict: It has another name already, or the name has white space or plus signs.
      Unavailable: Its key cannot be used.
    """
    with book_of(found) as book:
        yield Witness(book, _signer(found, book, name), lambda: datetime.now(UTC))


def renewed(found: Settings) -> str:
    """Renew the key of this node's witness, and return the note by which the old key hands over, for partners.

    Raises:
      Conflict: There is no witness here yet, or its key was renewed today already.
      Unavailable: The key cannot be used.
    """
    with book_of(found) as book:
        return witness_renewed(_key_file(found), book.said(_NAME), book, datetime.now(UTC).date())


def _key_file(found: Settings) -> str:
    return str(Path(found.witness).with_suffix(".key"))


def _signer(found: Settings, book: WitnessRecords, name: str | None) -> Signer:
    kept = book.said(_NAME)
    if name and (not fits(name) or kept not in {"", name}):
        raise Conflict(
            Text(
                en=f"This witness is called {kept}; partners know it by that name." if kept else "A name has no spaces and no plus signs.",
                vi=f"Bên chứng kiến này tên là {kept}; đối tác biết đến tên đó." if kept else "Tên không có khoảng trắng và dấu cộng.",
            )
        )
    log = found.ledger_name if found.ledger_name != BY_PROFILE else f"clearlane/{found.profile}"
    if not kept:
        kept = name or f"{log}/witness"
        book.say(_NAME, kept)
    return open_signer(_key_file(found), kept)
