"""JWS beside the content: compact serialisation with the payload left out (RFC 7515 appendix F, RFC 7797).

The certificate travels in the header as `x5c`. Key references in the header (`jku`, `x5u`, `jwk`, `kid`) are
never followed, so the algorithm is always bound to a certificate, and `none` and HMAC have no place to enter.
"""

from __future__ import annotations

import base64
import json
import re
from datetime import UTC, datetime
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from clearlane.signature import reasons
from clearlane.signature.keys import Method, check_raw
from clearlane.signature.ports import NotProven, Proof
from clearlane.signature.trust import MOST_CERTIFICATES, Trust

MOST_HEADER_BYTES = 64 * 1024
COMPACT = re.compile(rb"([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]*)\.([A-Za-z0-9_-]*)")
METHODS = {
    "RS256": Method("rsa", hashes.SHA256()),
    "RS384": Method("rsa", hashes.SHA384()),
    "RS512": Method("rsa", hashes.SHA512()),
    "PS256": Method("pss", hashes.SHA256()),
    "PS384": Method("pss", hashes.SHA384()),
    "PS512": Method("pss", hashes.SHA512()),
    "ES256": Method("ecdsa", hashes.SHA256()),
    "ES384": Method("ecdsa", hashes.SHA384()),
    "ES512": Method("ecdsa", hashes.SHA512()),
}
CURVES = {"ES256": "secp256r1", "ES384": "secp384r1", "ES512": "secp521r1"}


def prove(content: bytes, signature: bytes, trust: Trust) -> Proof:
    """Return the proof that a detached JWS covers exactly these bytes, or raise `NotProven`."""
    parts = COMPACT.fullmatch(signature.strip())
    if parts is None:
        raise NotProven(reasons.UNREADABLE)
    protected, payload, value = parts.groups()
    if len(protected) > MOST_HEADER_BYTES:
        raise NotProven(reasons.TOO_LARGE)
    if payload:
        raise NotProven(reasons.NOT_DETACHED)
    header = _header(protected)
    algorithm = header.get("alg")
    if not isinstance(algorithm, str) or algorithm not in METHODS:
        raise NotProven(reasons.WEAK)
    certificates = _certificates(header)
    signer = certificates[0]
    trust.check(signer, certificates[1:])
    raw = _raw(algorithm, signer, decoded(value))
    check_raw(signer, METHODS[algorithm], raw, protected + b"." + _payload(header, content))
    return Proof(signer, _signed_at(header))


def decoded(part: bytes) -> bytes:
    """Return the bytes behind base64url without padding (RFC 7515 section 2)."""
    return base64.b64decode(part + b"=" * (-len(part) % 4), altchars=b"-_", validate=True)


def encoded(content: bytes) -> bytes:
    """Return base64url without padding (RFC 7515 section 2)."""
    return base64.urlsafe_b64encode(content).rstrip(b"=")


def _header(protected: bytes) -> dict[str, Any]:
    header = json.loads(decoded(protected), object_pairs_hook=_once_each)
    if not isinstance(header, dict):
        raise NotProven(reasons.UNREADABLE)
    critical = header.get("crit", [])
    if not isinstance(critical, list) or any(name != "b64" for name in critical):
        raise NotProven(reasons.UNREADABLE)
    if not isinstance(header.get("b64", True), bool) or ("b64" in header and "b64" not in critical):
        raise NotProven(reasons.UNREADABLE)
    return header


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _ in pairs}) != len(pairs):
        raise NotProven(reasons.UNREADABLE)
    return dict(pairs)


def _certificates(header: dict[str, Any]) -> list[x509.Certificate]:
    chain = header.get("x5c")
    if not isinstance(chain, list) or not 0 < len(chain) <= MOST_CERTIFICATES:
        raise NotProven(reasons.NO_CERTIFICATE)
    found = [x509.load_der_x509_certificate(base64.b64decode(str(each), validate=True)) for each in chain]
    thumbprint = header.get("x5t#S256")
    if thumbprint is not None and thumbprint != encoded(found[0].fingerprint(hashes.SHA256())).decode():
        raise NotProven(reasons.OTHER_CERTIFICATE, found[0])
    return found


def _raw(algorithm: str, signer: x509.Certificate, value: bytes) -> bytes:
    """Return the signature as `check_raw` takes it; an ECDSA value comes as two numbers of fixed width."""
    curve = CURVES.get(algorithm)
    key = signer.public_key()
    if curve is None:
        return value
    if not isinstance(key, ec.EllipticCurvePublicKey) or key.curve.name != curve:
        raise NotProven(reasons.WEAK, signer)
    width = (key.key_size + 7) // 8
    if len(value) != 2 * width:
        raise NotProven(reasons.ALTERED, signer)
    return encode_dss_signature(int.from_bytes(value[:width]), int.from_bytes(value[width:]))


def _payload(header: dict[str, Any], content: bytes) -> bytes:
    return encoded(content) if header.get("b64", True) else content


def _signed_at(header: dict[str, Any]) -> str | None:
    """Return the claimed time: `iat` in seconds since 1970, or `sigT` of JAdES as text."""
    issued = header.get("iat")
    if isinstance(issued, int) and 0 < issued < 253_402_300_800:
        return datetime.fromtimestamp(issued, UTC).isoformat()
    stated = header.get("sigT")
    return datetime.fromisoformat(stated).isoformat() if isinstance(stated, str) else None
