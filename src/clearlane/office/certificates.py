"""Certificates the office issues: signed, shown, withdrawn, and the list that says so. At ``office.certificates``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime
from hashlib import sha256
from typing import Any

from clearlane.exchange.certificates import HOLDER, Listed, lacking, site, status_list, unsigned
from clearlane.keys import Signer
from clearlane.model.certificate import KINDS, Certificate, CertificateKind
from clearlane.model.certificate_facts import SUBJECT, CertificateIssued, CertificateWithdrawn
from clearlane.model.facts import Fact
from clearlane.model.refusals import Closed, NotAllowed, NotFound, Unavailable, Unreadable
from clearlane.model.text import Text
from clearlane.office.certificate_pins import Pins
from clearlane.office.ports import Store, Work
from clearlane_verify.credential import secured
from clearlane_verify.did_web import document as did_document
from clearlane_verify.jcs import canonical, read
from clearlane_verify.multibase import multikey
from clearlane_verify.refusal import Malformed
from clearlane_verify.status import LEAST

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
    """

    def __init__(self, store: Store, clock: Callable[[], datetime], randomness: Callable[[int], bytes]) -> None:
        self._store, self._clock, self._randomness = store, clock, randomness
        self._listed: dict[str, Any] = {}
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
            place = self._place(work)
            bare = unsigned(kind, number, signer.name, subject, since=at, until=until, listed=Listed(list_of(signer), place))
            try:
                body = canonical(secured(bare, method_of(signer), signer.sign, at))
            except Malformed as why:
                raise Unreadable(Text(en=why.en, vi=why.vi)) from None
            digest = sha256(body).hexdigest()
            work.keep([(digest, body)])
            work.append(at, [(SUBJECT + number, CertificateIssued(kind, digest, place, by))])
        self._listed = {}
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
        if self.find(number).withdrawn_at is not None:
            raise Closed(Text(en=f"Certificate {number} was withdrawn before.", vi=f"Chứng chỉ {number} đã bị thu hồi trước đó."))
        ground = why.strip().encode()
        digest = sha256(ground).hexdigest() if ground else ""
        with self._store.work() as work:
            work.keep([(digest, ground)] if ground else [])
            work.append(self._clock(), [(SUBJECT + number, CertificateWithdrawn(by, digest))])
        self._listed = {}
        return self.find(number)

    def find(self, number: str) -> Certificate:
        """Return a certificate with its document.

        Raises:
          NotFound: There is none.
        """
        records = self._store.facts_of(SUBJECT + number)
        if not records or not isinstance(first := records[0].fact, CertificateIssued):
            raise NotFound(Text(en=f"No certificate {number} was issued here.", vi=f"Không có chứng chỉ {number} do cơ quan này cấp."))
        withdrawn = next((one.at for one in records if isinstance(one.fact, CertificateWithdrawn)), None)
        body = self._store.document(first.document)
        return Certificate(number, first.kind, records[0].at, first.place, first.by, withdrawn, read(body) if body else None)

    def every(self, limit: int = 10_000) -> list[Certificate]:
        """Return certificates by their number."""
        return [self.find(subject.removeprefix(SUBJECT)) for subject in self._store.subjects(SUBJECT, limit)]

    def of(self, parties: AbstractSet[str], limit: int = 10_000) -> list[Certificate]:
        """Return the certificates that somebody holds, by their number."""
        return [one for one in self.every(limit) if holder_of(one) in parties - {""}]

    def status(self, signer: Signer) -> dict[str, Any]:
        """Return the signed list of what was withdrawn, as of now: to be handed to whoever checks."""
        at, gone = self._clock(), []
        for subject in self._store.subjects(SUBJECT, LEAST):
            facts = [record.fact for record in self._store.facts_of(subject)]
            if any(isinstance(one, CertificateWithdrawn) for one in facts):
                gone += [one.place for one in facts if isinstance(one, CertificateIssued)]
        return secured(status_list(signer.name, list_of(signer), gone, at), method_of(signer), signer.sign, at)

    def status_now(self) -> dict[str, Any]:
        """Return the signed list as it is handed to strangers: made anew once a minute, and after each act here.

        Raises:
          Unavailable: The office has no key for certificates.
        """
        minute = f"{self._clock():%Y-%m-%dT%H:%M}"
        if self._listed.get("minute") != minute:
            self._listed = {"minute": minute, "list": self.status(self.keys())}
        found: dict[str, Any] = self._listed["list"]
        return found

    def did(self, signer: Signer) -> dict[str, Any]:
        """Return the DID document to be published, and pinned by partners: the keys, and where the list of status is."""
        known = did_document(signer.name, {named(signer): multikey(signer.public)})
        where = {
            "id": f"{signer.name}#status",
            "type": "BitstringStatusList",
            "serviceEndpoint": f"{site(signer.name)}/certificates/status",
        }
        return known | {"service": [where]}

    def _place(self, work: Work) -> int:
        """Draw a place in the list that nobody has."""
        issued: list[Fact] = [record.fact for subject in work.subjects(SUBJECT, LEAST) for record in work.facts_of(subject)]
        taken = {fact.place for fact in issued if isinstance(fact, CertificateIssued)}
        if len(taken) >= LEAST:
            raise Closed(Text(en="The list of status is full.", vi="Danh sách trạng thái đã đầy."))
        while (place := int.from_bytes(self._randomness(4), "big") % LEAST) in taken:
            pass
        return place


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


def list_of(signer: Signer) -> str:
    """Return the address of an issuer's status list."""
    return f"{signer.name}?service=status"


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
