"""What of the ledger is shown to whom: everybody its checkpoint, each who may see an act the proof of it."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec

from clearlane.ledger.statement import read
from clearlane.model.certificate_facts import SUBJECT
from clearlane.model.facts import Record
from clearlane.model.refusals import NotAllowed, NotFound
from clearlane.model.text import Text
from clearlane.office.access import Asker
from clearlane.office.ledger_partners import Partners, evidence_of, partners_of
from clearlane.office.masking import demand_open
from clearlane.office.office import Office
from clearlane.office.ports_ledger import LedgerReading
from clearlane_verify.note import read as read_note

TOLD = frozenset(
    {
        "lodged", "rejected", "registered", "presented", "accepted", "assessed", "documents-demanded", "released", "amended",
        "amendment-rejected", "cancelled", "paid", "secured", "answered", "bound", "cleared", "gate-passed",
    }
)  # fmt: skip
"""The acts whose proof a trader is given: what he was told of, and nothing of risk."""


_DIGITS = 19


class Standing(msgspec.Struct, frozen=True):
    """How far the ledger is.

    Attributes:
      name: The log's name; empty before the first checkpoint.
      keys: Its public keys, as they are handed on, oldest first.
      facts: How many facts the log has.
      tree: How many of them are in the tree.
      size: How many the latest checkpoint covers.
      at: When that was made.
      note: The checkpoint itself.
      partners: Who of the witnesses saw it, and the logs seen here.
    """

    name: str
    keys: tuple[str, ...]
    facts: int
    tree: int
    size: int = 0
    at: datetime | None = None
    note: str = ""
    partners: Partners = Partners()

    @property
    def backlog(self) -> int:
        """How many facts no checkpoint covers yet."""
        return self.facts - self.size


def signed_for(store: LedgerReading) -> tuple[str, int, datetime | None]:
    """Return a log's name, how many facts it was last signed for with, and when; None for never."""
    if (latest := store.checkpoint()) is None:
        return "", 0, None
    stated = read(read_note(latest.note).text)
    return stated.checkpoint.origin, stated.checkpoint.size, datetime.fromtimestamp(stated.at, UTC)


def standing(office: Office) -> Standing:
    """Return how far the ledger of an office is."""
    store = office.store
    keys, (name, size, at), latest = tuple(store.ledger_keys()), signed_for(store), store.checkpoint()
    note = latest.note if latest else ""
    partners = partners_of(office.ledger.settings, note) if office.ledger.settings else Partners()
    return Standing(name, keys, store.last_seq(), store.ledger_size(), size, at, note, partners)


def evidence(office: Office, place: int, part: str) -> str:
    """Return one of the two signed checkpoints that are evidence against a partner.

    Raises:
      NotFound: There is no such evidence.
    """
    if office.ledger.settings is None or part not in {"first", "second"}:
        raise NotFound(Text(en="There is no such evidence.", vi="Không có chứng cứ này."))
    return str(getattr(evidence_of(office.ledger.settings, place), part))


def acts(office: Office, asker: Asker, number: str) -> list[Record]:
    """Return the acts of a declaration whose proof someone may have, or the one record of a number.

    Of a certificate, by its subject, they are for officials.

    Raises:
      NotFound: There is no such declaration or record, or it is none of his.
      NotAllowed: Its parties are masked for him.
    """
    if office.store.case(number) is None and number.isascii() and number.isdecimal() and len(number) < _DIGITS:
        return [_record(office, asker, int(number))]
    return _of_case(office, asker, number)


def _of_case(office: Office, asker: Asker, number: str) -> list[Record]:
    """Return the acts of a declaration; to officials also those of a certificate, by its subject."""
    if number.startswith(SUBJECT) and asker.officer and (records := office.store.facts_of(number)):
        return records
    case = office.store.case(number)
    if case is None or not office.may_see(asker, case):
        raise _unknown(number)
    demand_open(office, asker, case.number)
    return [record for record in office.store.facts_of(case.number) if asker.officer or _told(record)]


def proof(office: Office, asker: Asker, seq: int) -> str:
    """Return the proof of a record, for someone who may have it. What is no declaration's is the auditor's.

    Raises:
      NotFound: There is no such record, or it is none of his.
      NotAllowed: The parties are masked for him.
      Closed: No checkpoint covers it yet.
      Unavailable: The store is not as it was signed for.
    """
    return office.ledger.proofs.of(_record(office, asker, seq).seq)


def _record(office: Office, asker: Asker, seq: int) -> Record:
    """Return a record whose proof someone may have."""
    found = office.store.facts_after(seq - 1, 1) if 0 < seq <= office.store.last_seq() else []
    if not found:
        raise _unknown(str(seq))
    if not asker.holds("auditor") and seq not in {record.seq for record in _of_case(office, asker, found[0].subject)}:
        raise NotAllowed(Text(en="The proof of this act is not for you.", vi="Bạn không được nhận bằng chứng của việc này."))
    return found[0]


def _told(record: Record) -> bool:
    """Say whether a trader may read a fact whole: he was told of it, and it names no officer."""
    return record.fact.__struct_config__.tag in TOLD and not getattr(record.fact, "by", "")


def _unknown(number: str) -> NotFound:
    return NotFound(Text(en=f"The log says nothing of {number} to you.", vi=f"Sổ không có gì về {number} dành cho bạn."))
