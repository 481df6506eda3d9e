"""The strong algorithms, and the check of one raw signature with one certificate's key."""

from __future__ import annotations

from typing import Literal, NamedTuple

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from clearlane.signature import reasons
from clearlane.signature.ports import NotProven

Family = Literal["rsa", "pss", "ecdsa"]


class Method(NamedTuple):
    """A way of signing: the family of key and padding, and the digest."""

    family: Family
    digest: hashes.HashAlgorithm


def check_raw(certificate: x509.Certificate, method: Method, signature: bytes, signed: bytes) -> None:
    """Accept a signature over bytes, or raise `NotProven`; an ECDSA signature is given in DER."""
    key = certificate.public_key()
    try:
        if method.family == "ecdsa" and isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signature, signed, ec.ECDSA(method.digest))
        elif method.family != "ecdsa" and isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, signed, _padding(method), method.digest)
        else:
            raise NotProven(reasons.WEAK, certificate)
    except InvalidSignature as wrong:
        raise NotProven(reasons.ALTERED, certificate) from wrong


def _padding(method: Method) -> padding.AsymmetricPadding:
    if method.family == "rsa":
        return padding.PKCS1v15()
    return padding.PSS(padding.MGF1(method.digest), method.digest.digest_size)
