"""Signing a message as a declarant does: for the tests, the simulator and the how-to.

Keys and certificates are PEM; the signer's certificate comes first, its issuers may follow. Keys are RSA of
at least 2048 bits or on the curves P-256, P-384 and P-521.
"""

from __future__ import annotations

import base64
import json
from datetime import datetime
from typing import Any
from xml.parsers import expat

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import pkcs7
from lxml import etree
from signxml.algorithms import CanonicalizationMethod, DigestAlgorithm, SignatureConstructionMethod, SignatureMethod
from signxml.util import SigningSettings, namespaces
from signxml.xades.xades import XAdESSigner

from clearlane.signature.envelope import SIGNATURE
from clearlane.signature.jws import encoded

CURVE_METHODS = {"secp256r1": "ES256", "secp384r1": "ES384", "secp521r1": "ES512"}
PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


class _DatedSigner(XAdESSigner):
    """A XAdES signer whose signing time is given, not read from a clock."""

    def __init__(self, at: datetime, method: SignatureMethod) -> None:
        super().__init__(
            method=SignatureConstructionMethod.enveloped,
            signature_algorithm=method,
            digest_algorithm=DigestAlgorithm.SHA256,
            c14n_algorithm=CanonicalizationMethod.CANONICAL_XML_1_1,
        )
        self._signed_at = at

    def add_signing_time(self, signed_signature_properties: etree._Element, sig_root: Any, signing_settings: SigningSettings) -> None:
        time = etree.SubElement(signed_signature_properties, f"{{{namespaces.xades}}}SigningTime")
        time.text = self._signed_at.isoformat(timespec="seconds")


def sign_xades(content: bytes, key: bytes, certificates: bytes, at: datetime) -> bytes:
    """Return the XML message with a XAdES signature as the last child of its root; every other byte stays."""
    private, chain = _loaded(key, certificates)
    method = SignatureMethod.RSA_SHA256 if isinstance(private, rsa.RSAPrivateKey) else SignatureMethod.ECDSA_SHA256
    signed = _DatedSigner(at, method).sign(etree.fromstring(content), key=private, cert=chain, always_add_key_value=False)
    signature = etree.tostring(signed.findall(SIGNATURE)[-1], with_tail=False)
    end = _end_of_root(content)
    return content[:end] + signature + content[end:]


def sign_cms(content: bytes, key: bytes, certificates: bytes) -> bytes:
    """Return a detached CMS signature over the bytes, in DER; the signing time is the machine's."""
    private, chain = _loaded(key, certificates)
    builder = pkcs7.PKCS7SignatureBuilder().set_data(content).add_signer(chain[0], private, hashes.SHA256())
    for issuer in chain[1:]:
        builder = builder.add_certificate(issuer)
    options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary, pkcs7.PKCS7Options.NoCapabilities]
    return builder.sign(serialization.Encoding.DER, options)


def sign_jws(content: bytes, key: bytes, certificates: bytes, at: datetime) -> bytes:
    """Return a detached compact JWS over the bytes as they are (`b64` false, RFC 7797)."""
    private, chain = _loaded(key, certificates)
    header = {
        "alg": "RS256" if isinstance(private, rsa.RSAPrivateKey) else CURVE_METHODS[private.curve.name],
        "b64": False,
        "crit": ["b64"],
        "iat": int(at.timestamp()),
        "x5c": [base64.b64encode(each.public_bytes(serialization.Encoding.DER)).decode() for each in chain],
    }
    protected = encoded(json.dumps(header, separators=(",", ":")).encode())
    return protected + b".." + encoded(_raw_signature(private, protected + b"." + content))


def _loaded(key: bytes, certificates: bytes) -> tuple[PrivateKey, list[x509.Certificate]]:
    private = serialization.load_pem_private_key(key, password=None)
    if not isinstance(private, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise TypeError("The key is neither RSA nor on an elliptic curve this office accepts.")
    return private, x509.load_pem_x509_certificates(certificates)


def _raw_signature(private: PrivateKey, signed: bytes) -> bytes:
    if isinstance(private, rsa.RSAPrivateKey):
        return private.sign(signed, padding.PKCS1v15(), hashes.SHA256())
    digest = {256: hashes.SHA256(), 384: hashes.SHA384(), 521: hashes.SHA512()}[private.key_size]
    width = (private.key_size + 7) // 8
    first, second = decode_dss_signature(private.sign(signed, ec.ECDSA(digest)))
    return first.to_bytes(width) + second.to_bytes(width)


def _end_of_root(content: bytes) -> int:
    """Return where the end tag of the outermost element begins, in bytes."""
    parser = expat.ParserCreate()
    end = 0

    def closed(_name: str) -> None:
        nonlocal end
        end = parser.CurrentByteIndex

    parser.EndElementHandler = closed
    parser.Parse(content, True)
    return end
