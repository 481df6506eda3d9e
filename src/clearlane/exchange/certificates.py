"""What certificates say: the credential of each kind before it is signed, and the list in which it can be withdrawn.

The fields of a certificate of origin are those of a common preferential form: who exports, produced and receives, by what transport and
invoice, under which agreement, and for each item code, criterion, quantity and value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple
from urllib.parse import unquote

from clearlane.model.certificate import CertificateKind
from clearlane_verify.credential import VC2
from clearlane_verify.status import ENTRY, LEAST, LIST, LISTED, encoded

WORDS: dict[str, Any] = {"@context": {"@vocab": "https://vocabulary.uncefact.org/"}}
"""What names without a meaning of their own mean: those of UN/CEFACT, as the WCO Data Model uses them. Served where ``words_of`` says."""
TYPES: dict[CertificateKind, str] = {"origin": "CertificateOfOrigin", "aeo": "AuthorisedEconomicOperator", "release": "ReleaseNote"}
NEEDED: dict[CertificateKind, tuple[str, ...]] = {
    "origin": ("agreement", "exporter", "consignee", "originCountry", "invoices", "transport", "items"),
    "aeo": ("operator", "programme", "status"),
    "release": ("declaration", "declarant", "releasedAt"),
}
"""What each kind must say."""
HOLDER: dict[CertificateKind, str] = {"origin": "exporterNumber", "aeo": "operator", "release": "declarant"}
"""Under which name each kind gives the identification number of whom it is about."""
ITEM = ("description", "classification", "originCriterion", "quantity", "unit")
"""What a certificate of origin must say of each item."""


def site(issuer: str) -> str:
    """Return the web address of an issuer known by one.

    >>> site("did:web:customs.example%3A8443:xa")
    'https://customs.example:8443'
    """
    return "https://" + unquote(issuer.removeprefix("did:web:").partition(":")[0])


def words_of(issuer: str) -> str:
    """Return the address of what the names in an issuer's certificates mean; whoever only checks needs not read it."""
    return f"{site(issuer)}/certificates/words/v1"


class Listed(NamedTuple):
    """Where a certificate can be withdrawn.

    Attributes:
      address: Of the status list.
      place: Its place there.
    """

    address: str
    place: int


def lacking(kind: CertificateKind, subject: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what a certificate of a kind must say and does not, each by its way.

    >>> lacking("aeo", {"operator": "XA1234567897", "status": ""})
    ('programme', 'status')
    """
    missing = [name for name in NEEDED[kind] if not subject.get(name)]
    items = subject.get("items")
    if kind == "origin" and items:
        rows = [one if isinstance(one, dict) else {} for one in (items if isinstance(items, list) else [items])]
        missing += [f"items[{place}].{name}" for place, one in enumerate(rows, 1) for name in ITEM if not one.get(name)]
    return tuple(missing)


def unsigned(
    kind: CertificateKind,
    number: str,
    issuer: str,
    subject: Mapping[str, Any],
    *,
    since: datetime,
    until: datetime | None,
    listed: Listed,
) -> dict[str, Any]:
    """Return a credential before it is signed.

    Args:
      kind: What it certifies.
      number: Its number.
      issuer: The issuer's DID.
      subject: What it says.
      since: From when it holds.
      until: Until when; None for as long as it is not withdrawn.
      listed: Where it can be withdrawn.
    """
    document: dict[str, Any] = {
        "@context": [VC2, words_of(issuer)],
        "id": f"urn:certificate:{number}",
        "type": ["VerifiableCredential", TYPES[kind]],
        "issuer": issuer,
        "validFrom": _moment(since),
        "credentialSubject": {"number": number, **subject},
        "credentialStatus": {
            "id": f"{listed.address}#{listed.place}",
            "type": ENTRY,
            "statusPurpose": "revocation",
            "statusListIndex": str(listed.place),
            "statusListCredential": listed.address,
        },
    }
    return document | ({"validUntil": _moment(until)} if until else {})


def status_list(issuer: str, listed: str, withdrawn: Iterable[int], at: datetime) -> dict[str, Any]:
    """Return the list of what was withdrawn, before it is signed, as of a moment."""
    bits = bytearray(LEAST // 8)
    for place in withdrawn:
        bits[place >> 3] |= 1 << (7 - place % 8)
    return {
        "@context": [VC2],
        "id": listed,
        "type": ["VerifiableCredential", LISTED],
        "issuer": issuer,
        "validFrom": _moment(at),
        "credentialSubject": {"id": f"{listed}#list", "type": LIST, "statusPurpose": "revocation", "encodedList": encoded(bytes(bits))},
    }


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
