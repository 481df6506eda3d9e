"""A certificate as the code on its paper: canonical JSON, packed (DEFLATE with words known beforehand) and written in base 45 (RFC 9285).

What such a code says is signed in itself. What it had no room for it names under ``notCarried``; nothing of that is checked by it.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from clearlane_verify.jcs import Json, canonical, read
from clearlane_verify.refusal import Malformed

HEAD = "CLC1:"
"""Begins every code, and says which words are known beforehand."""
LEFT = "notCarried"
_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_PLACES = {sign: place for place, sign in enumerate(_SIGNS)}
_LONGEST, _MOST = 4_296, 1 << 16
WORDS = (
    '"operatorName":"","operator":"","programme":"AEO","status":"authorised","declarant":"","declaration":"","releasedAt":"20'
    '"AuthorisedEconomicOperator"],"ReleaseNote"],"notCarried":["items[*].description","items["quantity":"","unit":"NARunit":"LTR'
    '{"@context":["https://www.w3.org/ns/credentials/v2","https://customs-.example/certificates/words/v1"],"credentialStatus":{"id":'
    '"did:web:customs.example?service=status#","statusListCredential":"did:web:?service=status","statusListIndex":"","statusPurpose":'
    '"revocation","type":"BitstringStatusListEntry"},"credentialSubject":{"agreement":"","consignee":"","consigneeCountry":"",'
    '"exporter":"","exporterNumber":"","invoices":["items":[{"classification":"","description":"","originCriterion":"WO","packages":"",'
    '"quantity":"","unit":"KGM"},{"classification":"","number":"ORIGIN-2026-0000","originCountry":"","remarks":"","transport":""},'
    '"id":"urn:certificate:ORIGIN-2026-0000","issuer":"did:web:customs-","notCarried":[],"proof":{"@context":['
    '"https://www.w3.org/ns/credentials/v2","https://customs-.example/certificates/words/v1"],"created":"2026-","cryptosuite":'
    '"eddsa-jcs-2022","proofPurpose":"assertionMethod","proofValue":"z","type":"DataIntegrityProof","verificationMethod":"did:web:"},'
    '"type":["VerifiableCredential","CertificateOfOrigin"],"validFrom":"2026-T00:00:00Z","validUntil":"2027-T23:59:59Z"}'
)
"""Known beforehand to whoever writes and reads a code; never changed, another beginning would come with others."""


def written(document: Mapping[str, Json]) -> str:
    """Return a signed document as a code; whether it fits a paper is its length.

    Raises:
      Malformed: It cannot be signed.
    """
    press = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zlib.Z_DEFAULT_STRATEGY, WORDS.encode())
    return HEAD + base45(press.compress(canonical(dict(document))) + press.flush())


def unpacked(text: str) -> dict[str, Json]:
    """Return the document in a code; line breaks that came with it are left aside.

    Raises:
      Malformed: It is no such code.
    """
    plain = "".join(text.strip().splitlines())
    if len(plain) > _LONGEST or not plain.startswith(HEAD):
        raise _malformed()
    press = zlib.decompressobj(-15, WORDS.encode())
    try:
        raw = press.decompress(bytes_of(plain.removeprefix(HEAD)), _MOST)
    except zlib.error:
        raise _malformed() from None
    found = read(raw) if press.eof and not press.unused_data else None
    if not isinstance(found, dict) or canonical(found) != raw:
        raise _malformed()
    return found


def opened(body: bytes) -> dict[str, Json]:
    """Return the document in a file: JSON, or the code from a paper.

    Raises:
      Malformed: It is neither.
    """
    if body.lstrip().startswith(HEAD.encode()):
        return unpacked(body.decode("ascii", "replace"))
    found = read(body)
    if not isinstance(found, dict):
        raise Malformed("That is no document.", "Đây không phải tài liệu.")
    return found


def left(document: Mapping[str, Json]) -> tuple[str, ...]:
    """Return what a document says it had no room for, each by its way."""
    named = document.get(LEFT)
    return tuple(str(one) for one in named) if isinstance(named, list) else ()


def base45(raw: bytes) -> str:
    """Return bytes in base 45.

    >>> base45(b"Hello!!")
    '%69 VD92EX0'
    """
    found = ""
    for place in range(0, len(raw), 2):
        pair = raw[place : place + 2]
        value = int.from_bytes(pair, "big")
        for _ in range(len(pair) + 1):
            value, sign = divmod(value, 45)
            found += _SIGNS[sign]
    return found


def bytes_of(text: str) -> bytes:
    """Return the bytes of a text in base 45.

    Raises:
      Malformed: It is none.

    >>> bytes_of("%69 VD92EX0")
    b'Hello!!'
    """
    found = b""
    for place in range(0, len(text), 3):
        signs = text[place : place + 3]
        value = sum(_PLACES.get(sign, 1 << 24) * 45**power for power, sign in enumerate(signs))
        if len(signs) == 1 or value >> 8 * (len(signs) - 1):
            raise _malformed()
        found += value.to_bytes(len(signs) - 1, "big")
    return found


def _malformed() -> Malformed:
    return Malformed("That is no code of a certificate, or not all of it.", "Đây không phải mã chứng chỉ, hoặc mã chưa đầy đủ.")
