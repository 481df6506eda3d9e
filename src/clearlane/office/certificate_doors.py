"""Certificates as doors ask for them: who may issue and withdraw one, and who is shown which."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from clearlane.model.case import RELEASED
from clearlane.model.certificate import Certificate, CertificateKind
from clearlane.model.facts import Released
from clearlane.model.refusals import Conflict, NotAllowed, NotFound, Unreadable
from clearlane.model.text import Text
from clearlane.office.access import Asker
from clearlane.office.certificates import holder_of
from clearlane.office.office import Office

_LONGEST = 70
_MOST = 200


def may_issue(asker: Asker) -> bool:
    """Say whether someone may issue and withdraw certificates for the office."""
    return asker.holds("officer", "supervisor") or (not asker.person and asker.role == "admin")


def demand_issuer(asker: Asker) -> str:
    """Return the number under which someone issues certificates.

    Raises:
      NotAllowed: It is nothing of his.
    """
    if not may_issue(asker):
        words = Text(en="Certificates are issued and withdrawn by officers.", vi="Chứng chỉ do công chức hải quan cấp và thu hồi.")
        raise NotAllowed(words)
    return asker.party or asker.role


def issue(office: Office, asker: Asker, kind: CertificateKind, subject: Mapping[str, Any], until: str = "") -> Certificate:
    """Issue a certificate. What one of release says is taken from the declaration it names.

    Args:
      office: The office.
      asker: Who issues it.
      kind: What it certifies.
      subject: What it says.
      until: The last day it holds, as ``2027-11-20``; empty for as long as it is not withdrawn.

    Raises:
      NotAllowed: It is nothing of his.
      NotFound: There is no such declaration.
      Conflict: Its goods are not released.
      Unreadable: It does not say what its kind must, or the day is none.
      Unavailable: The office has no key for certificates.
    """
    by, last = demand_issuer(asker), _end_of(until)
    said = _released(office, str(subject.get("declaration", ""))) if kind == "release" else subject
    return office.certificates.issue(kind, said, signer=office.certificates.keys(), by=by, until=last)


def withdraw(office: Office, asker: Asker, number: str, why: str) -> Certificate:
    """Withdraw a certificate; refusals as of ``demand_issuer``, or where there is none or it was withdrawn before."""
    return office.certificates.withdraw(number[:_LONGEST], by=demand_issuer(asker), why=why)


def shown(office: Office, asker: Asker, number: str) -> Certificate:
    """Return a certificate to someone who may see it; that officials are shown it is noted.

    Raises:
      NotFound: There is none, or it is another's.
    """
    found = office.certificates.find(number[:_LONGEST])
    if not (asker.officer or holder_of(found) in _parties(asker)):
        words = Text(en=f"No certificate {number} was issued here.", vi=f"Không có chứng chỉ {number} do cơ quan này cấp.")
        raise NotFound(words)
    office.people.reads.note(asker, "certificate", found.number)
    return found


def listed(office: Office, asker: Asker, kind: str = "", limit: int = _MOST) -> list[Certificate]:
    """Return the certificates someone may see, latest first: his own, or to officials all."""
    return office.certificates.latest(limit, kind, None if asker.officer else _parties(asker))


def _parties(asker: Asker) -> set[str]:
    return {asker.party, *asker.acts_for} - {""} if asker.trades else set()


def _released(office: Office, number: str) -> dict[str, Any]:
    case = office.store.case(number[:_LONGEST])
    if case is None:
        raise NotFound(Text(en=f"No declaration {number} is recorded here.", vi=f"Không có tờ khai {number} trong hệ thống."))
    released = [record.at for record in office.store.facts_of(case.number) if isinstance(record.fact, Released)]
    if case.state not in RELEASED or not released:
        words = Text(en=f"The goods of {case.number} are not released.", vi=f"Hàng hóa của {case.number} chưa được thông quan.")
        raise Conflict(words)
    at = f"{released[-1].astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return {"declaration": case.number, "declarant": case.declarant, "releasedAt": at} | ({"office": case.office} if case.office else {})


def _end_of(day: str) -> datetime | None:
    if not day:
        return None
    try:
        return datetime.fromisoformat(f"{day}T23:59:59+00:00")
    except ValueError:
        raise Unreadable(Text(en=f"{day} is no day.", vi=f"{day} không phải ngày.")) from None
