"""CMS/PKCS#7 beside the content (RFC 5652): one signer, signed attributes, the content left out, in DER or PEM."""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence

from cryptography import x509
from cryptography.hazmat import asn1
from cryptography.hazmat.primitives import hashes

from clearlane.signature import cms_syntax as syntax
from clearlane.signature import reasons
from clearlane.signature.keys import Family, Method, check_raw
from clearlane.signature.ports import NotProven, Proof
from clearlane.signature.trust import Trust

ARMOUR = re.compile(rb"-----BEGIN (?:PKCS7|CMS)-----(.+?)-----END (?:PKCS7|CMS)-----", re.DOTALL)
DIGESTS: dict[str, hashes.HashAlgorithm] = {
    "2.16.840.1.101.3.4.2.1": hashes.SHA256(),
    "2.16.840.1.101.3.4.2.2": hashes.SHA384(),
    "2.16.840.1.101.3.4.2.3": hashes.SHA512(),
}
METHODS: dict[str, tuple[Family, str | None]] = {
    "1.2.840.113549.1.1.1": ("rsa", None),
    "1.2.840.113549.1.1.11": ("rsa", "sha256"),
    "1.2.840.113549.1.1.12": ("rsa", "sha384"),
    "1.2.840.113549.1.1.13": ("rsa", "sha512"),
    "1.2.840.10045.4.3.2": ("ecdsa", "sha256"),
    "1.2.840.10045.4.3.3": ("ecdsa", "sha384"),
    "1.2.840.10045.4.3.4": ("ecdsa", "sha512"),
}


def prove(content: bytes, signature: bytes, trust: Trust) -> Proof:
    """Return the proof that a detached CMS signature covers exactly these bytes, or raise `NotProven`."""
    data = _signed_data(signature)
    signers = data.signers.as_list()
    if len(signers) != 1:
        raise NotProven(reasons.SEVERAL)
    info = signers[0]
    attested = info.attested
    if attested is None:  # RFC 5652 lets the content be signed bare; a signature over attributes could then pass for one over content
        raise NotProven(reasons.UNREADABLE)
    method = _method(info)
    certificates = data.certificates.as_list() if data.certificates else []
    signer = _signer(info, certificates)
    trust.check(signer, [each for each in certificates if each != signer])
    check_raw(signer, method, info.signature, syntax.signed_bytes(attested))
    return Proof(signer, _attested(attested, signer, content, method.digest))


def _signed_data(signature: bytes) -> syntax.SignedData:
    armoured = ARMOUR.fullmatch(signature.strip())
    der = base64.b64decode(b"".join(armoured.group(1).split()), validate=True) if armoured else signature
    envelope = asn1.decode_der(syntax.ContentInfo, der)
    data = envelope.content
    if envelope.kind != syntax.SIGNED_DATA or data.content.kind != syntax.DATA:
        raise NotProven(reasons.UNREADABLE)
    if data.content.content is not None:
        raise NotProven(reasons.NOT_DETACHED)
    return data


def _method(info: syntax.SignerInfo) -> Method:
    digest = DIGESTS.get(info.digest.name.dotted_string)
    family, named = METHODS.get(info.method.name.dotted_string, (None, None))
    if digest is None or family is None or named not in (None, digest.name):
        raise NotProven(reasons.WEAK)
    return Method(family, digest)


def _signer(info: syntax.SignerInfo, certificates: Sequence[x509.Certificate]) -> x509.Certificate:
    for each in certificates:
        if each.serial_number == info.signer.serial and each.issuer == info.signer.issuer:
            return each
    raise NotProven(reasons.NO_CERTIFICATE)


def _attested(attested: asn1.SetOf[syntax.Attribute], signer: x509.Certificate, content: bytes, digest: hashes.HashAlgorithm) -> str | None:
    """Hold the attributes, whose signature is already checked, against the content; return the claimed time."""
    listed = attested.as_list()
    named = {each.name: each.values.as_list() for each in listed}
    if len(named) != len(listed) or any(len(values) != 1 for values in named.values()):
        raise NotProven(reasons.UNREADABLE, signer)
    if syntax.CONTENT_TYPE not in named or named[syntax.CONTENT_TYPE][0].parse(x509.ObjectIdentifier) != syntax.DATA:
        raise NotProven(reasons.UNREADABLE, signer)
    if syntax.MESSAGE_DIGEST not in named or named[syntax.MESSAGE_DIGEST][0].parse(bytes) != _digest(content, digest):
        raise NotProven(reasons.ALTERED, signer)
    if syntax.SIGNING_CERTIFICATE_V2 in named:
        _check_named(named[syntax.SIGNING_CERTIFICATE_V2][0].parse(syntax.SigningCertificate), signer)
    time = named.get(syntax.SIGNING_TIME)
    return _time(time[0]) if time else None


def _digest(content: bytes, algorithm: hashes.HashAlgorithm) -> bytes:
    digest = hashes.Hash(algorithm)
    digest.update(content)
    return digest.finalize()


def _check_named(named: syntax.SigningCertificate, signer: x509.Certificate) -> None:
    first = named.certificates[0] if named.certificates else None
    algorithm = DIGESTS.get(first.algorithm.name.dotted_string) if first and first.algorithm else hashes.SHA256()
    if first is None or algorithm is None or first.digest != signer.fingerprint(algorithm):
        raise NotProven(reasons.OTHER_CERTIFICATE, signer)


def _time(value: asn1.TLV) -> str:
    kind = asn1.UTCTime if value.tag_bytes == b"\x17" else asn1.GeneralizedTime
    moment: asn1.UTCTime | asn1.GeneralizedTime = value.parse(kind)
    return moment.as_datetime().isoformat()
