"""Credentials for tests: a certificate in small, its issuer's key, and status lists."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from clearlane_verify.credential import VC2, secured
from clearlane_verify.multibase import did_key, multikey
from clearlane_verify.status import LEAST, encoded

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
LIST = "https://origin.example/status/1"
_KEY = Ed25519PrivateKey.from_private_bytes(sha256(b"issuer").digest())
ISSUER = "did:key:" + multikey(_KEY.public_key().public_bytes_raw())
METHOD = f"{ISSUER}#{ISSUER.removeprefix('did:key:')}"
KEYS = did_key
ITEM = {"commodity": "090111", "origin": "XE", "criterion": "WO", "net": 1200.5, "packages": 12, "organic": True, "note": None}


def certificate(**changes: Any) -> dict[str, Any]:
    """A certificate, signed."""
    document: dict[str, Any] = {
        "@context": [VC2, "https://customs.example/origin/v1"],
        "id": "urn:uuid:1",
        "type": ["VerifiableCredential", "CertificateOfOrigin"],
        "issuer": {"id": ISSUER, "name": "Chamber of Tolvik"},
        "validFrom": "2026-11-01T00:00:00Z",
        "validUntil": "2027-11-01T00:00:00Z",
        "credentialSubject": {
            "exporter": "Tolvik Quarrford General Trading",
            "consignee": "XA8320001365",
            "items": [
                {"commodity": "090111", "origin": "XE", "criterion": "WO", "net": 1200.5, "packages": 12, "organic": True, "note": None}
            ],
        },
        "credentialStatus": {
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": "42",
            "statusListCredential": LIST,
        },
    }
    return secured({**document, **changes}, METHOD, _KEY.sign, NOW)


def signed(document: Mapping[str, Any]) -> dict[str, Any]:
    """A document with the issuer's proof."""
    return secured(document, METHOD, _KEY.sign, NOW)


def snapshot(*withdrawn: int, at: datetime = NOW, purpose: str = "revocation", **changes: Any) -> dict[str, Any]:
    """A status list, signed, as of a moment."""
    bits = bytearray(LEAST // 8)
    for place in withdrawn:
        bits[place >> 3] |= 1 << (7 - place % 8)
    document: dict[str, Any] = {
        "@context": [VC2],
        "id": LIST,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": ISSUER,
        "validFrom": at.isoformat(),
        "credentialSubject": {
            "id": f"{LIST}#list",
            "type": "BitstringStatusList",
            "statusPurpose": purpose,
            "encodedList": encoded(bytes(bits)),
        },
    }
    return secured({**document, **changes}, METHOD, _KEY.sign, at)
