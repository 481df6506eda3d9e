"""The one verifier: it recognises the form of a signature, checks it, and answers with evidence, never an exception."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.x509.oid import NameOID
from lxml import etree
from signxml.exceptions import SignXMLException

from clearlane.model.signature import SignatureEvidence, SignatureForm
from clearlane.model.text import Text
from clearlane.signature import cms, jws, reasons, xades
from clearlane.signature.envelope import enveloped, looks_like_xml, mentions_signature
from clearlane.signature.ports import NotProven, Proof, Verifier
from clearlane.signature.trust import Trust

MOST_SIGNATURE_BYTES = 256 * 1024
# What the libraries raise on bytes that are not what they claim to be; signxml reads missing text and attributes unguarded.
BAD_INPUT = (
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    AssertionError,
    NotImplementedError,
    RecursionError,
    OverflowError,
    etree.LxmlError,
    SignXMLException,
    UnsupportedAlgorithm,
    x509.DuplicateExtension,
    x509.UnsupportedGeneralNameType,
    x509.InvalidVersion,
)


class _SignatureVerifier:
    def __init__(self, trust: Trust) -> None:
        self._trust = trust

    def verify(self, content: bytes, signature: bytes | None) -> SignatureEvidence | None:
        within = self._within(content)
        if signature is None or (within is not None and within.status == "invalid"):
            return within
        return self._beside(content, signature)

    def _within(self, content: bytes) -> SignatureEvidence | None:
        if not mentions_signature(content):
            return None

        def prove() -> Proof | None:
            message = enveloped(content)
            return xades.prove_enveloped(message, self._trust) if message else None

        return _evidence("xades", content, prove)

    def _beside(self, content: bytes, signature: bytes) -> SignatureEvidence:
        form = _form(signature)
        if len(signature) > MOST_SIGNATURE_BYTES:
            return _invalid(form, content, reasons.TOO_LARGE)
        prove = {"xades": xades.prove_beside, "cms": cms.prove, "jws": jws.prove}[form]
        evidence = _evidence(form, content, lambda: prove(content, signature, self._trust))
        return evidence or _invalid(form, content, reasons.UNREADABLE)


def verifier_from(trust: Sequence[bytes], at: datetime) -> Verifier:
    """Return the verifier of an office.

    Args:
      trust: The certificates of the authorities this office trusts, in PEM; one text may hold several.
      at: The moment of lodgement, with a time zone; the signer's certificate must be valid then.

    Raises:
      ValueError: A trust anchor cannot be read, or the moment has no time zone.
    """
    return _SignatureVerifier(Trust(trust, at))


def _form(signature: bytes) -> SignatureForm:
    if looks_like_xml(signature):
        return "xades"
    return "jws" if jws.COMPACT.fullmatch(signature.strip()) else "cms"


def _evidence(form: SignatureForm, content: bytes, prove: Callable[[], Proof | None]) -> SignatureEvidence | None:
    try:
        proof = prove()
    except NotProven as refused:
        return _invalid(form, content, refused.reason, refused.certificate)
    except BAD_INPUT:
        return _invalid(form, content, reasons.UNREADABLE)
    if proof is None:
        return None
    return SignatureEvidence(
        form=form,
        signer=_name(proof.certificate),
        certificate_sha256=proof.certificate.fingerprint(hashes.SHA256()).hex(),
        signed_at=proof.signed_at,
        content_sha256=hashlib.sha256(content).hexdigest(),
        status="valid",
    )


def _invalid(form: SignatureForm, content: bytes, reason: Text, certificate: x509.Certificate | None = None) -> SignatureEvidence:
    return SignatureEvidence(
        form=form,
        signer="",
        certificate_sha256=certificate.fingerprint(hashes.SHA256()).hex() if certificate else "",
        signed_at=None,
        content_sha256=hashlib.sha256(content).hexdigest(),
        status="invalid",
        reason=reason,
    )


def _name(certificate: x509.Certificate) -> str:
    """Return the common name of the signer; the serial number where the certificate states no name."""
    named = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(named[0].value) if named else f"{certificate.serial_number:x}"
