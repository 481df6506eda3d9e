"""Certificates the office issues: signed, shown, withdrawn, and the list that says so. At ``office.certificates``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from hashlib import sha256
from itertools import islice
from typing import Any

from clearlane.exchange.certificates import HOLDER, Listed, lacking, site, status_list, unsigned
from clearlane.keys import Signer
from clearlane.model.certificate import KINDS, Certificate, CertificateKind
from clearlane.model.certificate_facts import SUBJECT, CertificateIssued, CertificateWithdrawn
from clearlane.model.facts import Record
from clearlane.model.refusals import Closed, NotAllowed, NotFound, Unavailable, Unreadable
from clearlane.model.text import Text
from clearlane.office.certificate_index import CertificateIndex
from clearlane.office.certificate_pins import Pins
from clearlane.office.ports import Store
from clearlane_verify.credential import secured
from clearlane_verify.did_web import document as did_document
from clearlane_verify.jcs import canonical, read
from clearlane_verify.multibase import multikey
from clearlane_verify.refusal import Malformed

SERIES = "certificates"


class CertificateDesk:
    """Certificates.

    Args:
      store: The store.
      clock: What tells the time.
      randomness: What gives so many random bytes.

    Attributes:
      keys: Opens the key with which the office signs certificates; set by whoever serves it.
      pins: Tells what was pinned of partners; nothing unless set.
      index: The places certificates have in lists of status.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime], randomness: Callable[[int], bytes]) -> None:
        self._store, self._clock, self._randomness = store, clock, randomness
        self._handed: tuple[str, str, dict[int, dict[str, Any]]] = ("", "", {})
        self._holders: dict[str, str] = {}
        self.index = CertificateIndex()
        self.keys: Callable[[], Signer] = _no_key
        self.pins: Callable[[], Pins] = Pins

    def issue(
        self, kind: CertificateKind, subject: Mapping[str, Any], *, signer: Signer, by: str, until: datetime | None = None
    ) -> Certificate:
        """Issue a certificate.

        Args:
          kind: What it certifies.
          subject: What it says.
          signer: Signs in the issuer's name, a DID.
          by: Who issues it.
          until: Until when it holds; None for as long as it is not withdrawn.

        Raises:
          NotAllowed: Nobody is named who issues it.
          Unreadable: It does not say what its kind must, ends before it begins, or cannot be signed.
        """
        at = self._clock()
        _demand_issuable(kind, subject, by, at, until)
        with self._store.work() as work:
            number = f"{kind.upper()}-{at:%Y}-{work.next_ordinal(SERIES):06d}"
            which, place = self.index.draw(work, self._randomness)
            bare = unsigned(kind, number, signer.name, subject, since=at, until=until, listed=Listed(list_of(signer, which), place))
            try:
                body = canonical(secured(bare, method_of(signer), signer.sign, at))
            except Malformed as why:
                raise Unreadable(Text(en=why.en, vi=why.vi)) from None
            digest = sha256(body).hexdigest()
            work.keep([(digest, body)])
            work.append(at, [(SUBJECT + number, CertificateIssued(kind, digest, place, by, which))])
        self._handed = ("", "", {})
        return self.find(number)

    def withdraw(self, number: str, *, by: str, why: str) -> Certificate:
        """Withdraw a certificate; the next list of status says so.

        Raises:
          NotAllowed: Nobody is named who withdraws it.
          NotFound: There is none.
          Closed: It was withdrawn before.
        """
        if not by.strip():
            raise NotAllowed(_NOBODY)
        self.find(number)
        ground = why.strip().encode()
        digest = sha256(ground).hexdigest() if ground else ""
        with self._store.work() as work:
            if any(isinstance(record.fact, CertificateWithdrawn) for record in work.facts_of(SUBJECT + number)):
                raise Closed(Text(en=f"Certificate {number} was withdrawn before.", vi=f"Chứng chỉ {number} đã bị thu hồi trước đó."))
            work.keep([(digest, ground)] if ground else [])
            work.append(self._clock(), [(SUBJECT + number, CertificateWithdrawn(by, digest))])
        self._handed = ("", "", {})
        return self.find(number)

    def find(self, number: str) -> Certificate:
        """Return a certificate with its document.

        Raises:
          NotFound: There is none.
        """
        found = self._known(number, self._store.facts_of(SUBJECT + number))
        if found is None:
            raise NotFound(Text(en=f"No certificate {number} was issued here.", vi=f"Không có chứng chỉ {number} do cơ quan này cấp."))
        return found

    def every(self, limit: int = 10_000) -> list[Certificate]:
        """Return certificates by their number."""
        return sorted(self.latest(limit), key=lambda one: one.number)

    def latest(self, limit: int, kind: str = "", whose: AbstractSet[str] | None = None) -> list[Certificate]:
        """Return certificates, latest first.

        Args:
          limit: How many at most.
          kind: Of one kind only.
          whose: Only of these holders, by their identification numbers.
        """
        records: dict[str, list[Record]] = {}
        for record in self._store.facts_under(SUBJECT):
            records.setdefault(record.subject.removeprefix(SUBJECT), []).append(record)
        wanted = (number for number in reversed(records) if whose is None or self._holders.get(number, "?") in whose | {"?"})
        known = (self._known(number, records[number]) for number in wanted)
        found = (one for one in known if one and kind in ("", one.kind) and (whose is None or self._holder(one) in whose))
        return list(islice(found, limit))

    def _known(self, number: str, records: Sequence[Record]) -> Certificate | None:
        if not records or not isinstance(first := records[0].fact, CertificateIssued):
            return None
        withdrawn = next((one.at for one in records if isinstance(one.fact, CertificateWithdrawn)), None)
        body = self._store.document(first.document)
        return Certificate(number, first.kind, records[0].at, first.place, first.by, withdrawn, read(body) if body else None)

    def _holder(self, certificate: Certificate) -> str:
        self._holders[certificate.number] = holder = holder_of(certificate)
        return holder

    def status(self, signer: Signer, which: int = 1) -> dict[str, Any]:
        """Return a signed list of what was withdrawn, as of now: to be handed to whoever checks.

        Args:
          signer: Signs in the issuer's name.
          which: Which of the office's lists.

        Raises:
          NotFound: There is no such list.
        """
        at, gone = self._clock(), self.index.withdrawn(self._store)
        if which not in gone:
            raise NotFound(Text(en=f"There is no list of status {which}.", vi=f"Không có danh sách trạng thái {which}."))
        return secured(status_list(signer.name, list_of(signer, which), gone[which], at), method_of(signer), signer.sign, at)

    def status_now(self) -> dict[int, dict[str, Any]]:
        """Return the signed lists as they are handed to strangers: made anew once a minute, and after each act here.

        Raises:
          Unavailable: The office has no key for certificates.
        """
        minute, signer = f"{self._clock():%Y-%m-%dT%H:%M}", self.keys()
        if self._handed[:2] != (minute, signer.name):
            self._handed = minute, signer.name, {one: self.status(signer, one) for one in sorted(self.index.withdrawn(self._store))}
        return self._handed[2]

    def did(self, signer: Signer) -> dict[str, Any]:
        """Return the DID document to be published, and pinned by partners: the keys, and where the list of status is."""
        known = did_document(signer.name, {named(signer): multikey(signer.public)})
        where = {
            "id": f"{signer.name}#status",
            "type": "BitstringStatusList",
            "serviceEndpoint": f"{site(signer.name)}/certificates/status",
        }
        return known | {"service": [where]}


def holder_of(certificate: Certificate) -> str:
    """Return the identification number of whom a certificate is about; empty where it names none, or was erased."""
    subject = (certificate.document or {}).get("credentialSubject") or {}
    return str(subject.get(HOLDER[certificate.kind]) or "")


def method_of(signer: Signer) -> str:
    """Return the verification method under which a key is published."""
    return f"{signer.name}#{named(signer)}"


def named(signer: Signer) -> str:
    """Return what a key is called in its DID document: the beginning of its digest."""
    return sha256(signer.public).hexdigest()[:16]


def list_of(signer: Signer, which: int = 1) -> str:
    """Return the address of one of an issuer's status lists, from the first."""
    return f"{signer.name}?service=status" + (f"&relativeRef=%2F{which}" if which > 1 else "")


_NOBODY = Text(en="Say who you are, with --by.", vi="Hãy cho biết bạn là ai, bằng --by.")


def _demand_issuable(kind: CertificateKind, subject: Mapping[str, Any], by: str, at: datetime, until: datetime | None) -> None:
    if not by.strip():
        raise NotAllowed(_NOBODY)
    if missing := lacking(kind, subject):
        names = ", ".join(missing)
        name = KINDS[kind]
        raise Unreadable(Text(en=f"{name.en}: it must say {names}.", vi=f"{name.vi}: thiếu {names}."))
    if until is not None and until <= at:
        raise Unreadable(Text(en="A certificate ends after it begins.", vi="Chứng chỉ phải hết hiệu lực sau khi bắt đầu."))


def _no_key() -> Signer:
    raise Unavailable(
        Text(en="This office issues no certificates: it has no key for them.", vi="Cơ quan này không cấp chứng chỉ: chưa có khóa.")
    )
