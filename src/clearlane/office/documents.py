"""Documents put to a declaration: kept by digest beside the log, known for what their bytes are. At ``office.documents``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

import msgspec

from clearlane.clearance.standing import standing
from clearlane.lodgement.document_type import MOST_BYTES, media_type
from clearlane.model.case import Case
from clearlane.model.control_facts import DocumentSupplied
from clearlane.model.facts import Record
from clearlane.model.refusals import Closed, NotFound
from clearlane.model.text import Text
from clearlane.office.ports import Store
from clearlane.office.requests import closed

LARGEST = MOST_BYTES
"""The most bytes a document may have."""
MOST = 200
"""So many documents a declaration may have."""
_OVER = ("rejected", "cancelled")
_ENDINGS = {
    "application/pdf": "pdf",
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/tiff": "tif",
    "image/webp": "webp",
    "application/xml": "xml",
}


class Supplied(msgspec.Struct, frozen=True):
    """A document of a declaration.

    Attributes:
      document: The fact.
      at: When it came.
      seq: The place of the fact in the log.
    """

    document: DocumentSupplied
    at: datetime
    seq: int

    @property
    def name(self) -> str:
        """A name to save it under: no name that a sender chose is ever used."""
        return f"{self.document.subject or 'document'}-{self.document.digest[:12]}.{_ENDINGS[self.document.media_type]}"


class DocumentDesk:
    """Documents of declarations.

    Args:
      store: The store.
      clock: What tells the time.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store, self._clock = store, clock

    def supply(self, number: str, data: bytes, subject: str = "", item: int = 0, *, by: str = "") -> Supplied:
        """Take a document. The same one for the same thing is taken once.

        Args:
          number: The declaration.
          data: The bytes.
          subject: The code of what it answers, such as ``N935``.
          item: The goods item; 0 for the declaration.
          by: The officer; empty where the trader supplies it.

        Raises:
          NotFound: There is no such declaration.
          Unreadable: It is no document that is taken.
          Closed: The declaration was rejected or cancelled, or has as many documents as it may have.
        """
        kind, digest = media_type(data), sha256(data).hexdigest()
        fact = DocumentSupplied(digest, kind, len(data), subject.strip()[:35], item, by)
        with self._store.work() as work:
            case = self._case(work.case(number), number)
            before = [record for record in work.facts_of(case.number) if isinstance(record.fact, DocumentSupplied)]
            if (same := next((record for record in before if _same(record, fact)), None)) is not None:
                work.keep([(digest, data)])
                return Supplied(fact, same.at, same.seq)
            if case.state in _OVER:
                raise closed(case)
            if len(before) >= MOST:
                raise _enough(case.number)
            work.keep([(digest, data)])
            record = work.append(self._clock(), [(case.number, fact)])[0]
            work.put_cases([standing([record], case, None)])
        return Supplied(fact, record.at, record.seq)

    def of(self, number: str) -> list[Supplied]:
        """Return a declaration's documents, in the order they came."""
        records = self._store.facts_of(number)
        return [Supplied(record.fact, record.at, record.seq) for record in records if isinstance(record.fact, DocumentSupplied)]

    def read(self, number: str, digest: str) -> tuple[Supplied, bytes]:
        """Return one document of a declaration with its bytes; by its digest alone nothing is given.

        Raises:
          NotFound: The declaration has no such document, or it was erased.
        """
        found = next((one for one in self.of(number) if one.document.digest == digest), None)
        data = self._store.document(digest) if found else None
        if found is None or data is None:
            raise NotFound(Text(en="No such document is kept here.", vi="Không có chứng từ này trong hệ thống."), number=number)
        return found, data

    def _case(self, case: Case | None, number: str) -> Case:
        if case is None:
            raise NotFound(
                Text(en=f"No declaration {number} is recorded here.", vi=f"Không có tờ khai {number} trong hệ thống."), number=number
            )
        return case


def _same(record: Record, fact: DocumentSupplied) -> bool:
    known = record.fact
    return isinstance(known, DocumentSupplied) and (known.digest, known.subject, known.item) == (fact.digest, fact.subject, fact.item)


def _enough(number: str) -> Closed:
    return Closed(
        Text(
            en=f"Declaration {number} has {MOST} documents, as many as it may have. Put several pages into one file.",
            vi=f"Tờ khai {number} đã có {MOST} tệp chứng từ, mức tối đa. Hãy gộp nhiều trang vào một tệp.",
        ),
        number=number,
    )
