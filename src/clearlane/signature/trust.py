"""Whether a certificate leads to an authority this office trusts, on a given day and for signing.

The path is built and checked by `cryptography` (RFC 5280): signatures, names, validity, certificate
authority marks and strong algorithms. Revocation lists are not consulted.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509 import verification
from cryptography.x509.oid import ExtendedKeyUsageOID

from clearlane.signature import reasons
from clearlane.signature.ports import NotProven

LEAST_RSA_BITS = 2048
MOST_CERTIFICATES = 8
STRONG_CURVES = (ec.SECP256R1, ec.SECP384R1, ec.SECP521R1)
SIGNING_PURPOSES = frozenset(
    (
        ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE,
        ExtendedKeyUsageOID.CLIENT_AUTH,
        ExtendedKeyUsageOID.EMAIL_PROTECTION,
        x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36"),  # document signing, RFC 9336
        x509.ObjectIdentifier("1.3.6.1.4.1.311.10.3.12"),  # document signing, as Microsoft names it
    )
)


class Trust:
    """The trust anchors of an office on one day."""

    def __init__(self, anchors: Sequence[bytes], at: datetime) -> None:
        if at.tzinfo is None:
            raise ValueError("The time of verification needs a time zone.")
        self.at = at.astimezone(UTC)
        loaded = [certificate for pem in anchors for certificate in x509.load_pem_x509_certificates(pem)]
        self._store = verification.Store(loaded) if loaded else None

    def check(self, certificate: x509.Certificate, others: Sequence[x509.Certificate]) -> None:
        """Accept the signer's certificate with the issuers sent beside it, or raise `NotProven` with the reason."""
        if not strong(certificate):
            raise NotProven(reasons.WEAK, certificate)
        if not certificate.not_valid_before_utc <= self.at <= certificate.not_valid_after_utc:
            raise NotProven(reasons.OUT_OF_DATE, certificate)
        if not made_for_signing(certificate):
            raise NotProven(reasons.WRONG_PURPOSE, certificate)
        if not self._leads_to_anchor(certificate, others):
            raise NotProven(reasons.UNTRUSTED, certificate)

    def _leads_to_anchor(self, certificate: x509.Certificate, others: Sequence[x509.Certificate]) -> bool:
        if self._store is None or len(others) >= MOST_CERTIFICATES:
            return False
        policy = verification.PolicyBuilder().store(self._store).time(self.at.replace(tzinfo=None))
        policy = policy.extension_policies(
            ca_policy=verification.ExtensionPolicy.webpki_defaults_ca(),
            ee_policy=verification.ExtensionPolicy.permit_all(),
        )
        try:
            policy.build_client_verifier().verify(certificate, list(others))
        except verification.VerificationError:
            return False
        return True


def strong(certificate: x509.Certificate) -> bool:
    """Say whether the certificate's key is one this office accepts: RSA from 2048 bits, or P-256, P-384, P-521."""
    key = certificate.public_key()
    if isinstance(key, rsa.RSAPublicKey):
        return key.key_size >= LEAST_RSA_BITS
    return isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, STRONG_CURVES)


def made_for_signing(certificate: x509.Certificate) -> bool:
    """Say whether key usage and extended key usage, where the certificate states them, allow signatures."""
    for extension in certificate.extensions:
        value = extension.value
        if isinstance(value, x509.KeyUsage) and not (value.digital_signature or value.content_commitment):
            return False
        if isinstance(value, x509.ExtendedKeyUsage) and SIGNING_PURPOSES.isdisjoint(value):
            return False
    return True


def signer_among(certificates: Sequence[x509.Certificate]) -> x509.Certificate:
    """Return the signer's certificate of an unordered set: the one that issued none of the others."""
    if not certificates:
        raise NotProven(reasons.NO_CERTIFICATE)
    issuers = {each.issuer.public_bytes() for each in certificates if each.issuer != each.subject}
    for each in certificates:
        if each.subject.public_bytes() not in issuers:
            return each
    return certificates[0]
