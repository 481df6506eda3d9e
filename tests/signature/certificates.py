"""Makes keys and certificates for the tests: an imaginary authority and the declarants it vouches for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
CURVES: dict[str, ec.EllipticCurve] = {"ec": ec.SECP256R1(), "p384": ec.SECP384R1(), "p521": ec.SECP521R1(), "k1": ec.SECP256K1()}
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


class Identity(NamedTuple):
    """A key and its certificate, as Python values and as the PEM a declarant holds."""

    private: Key
    certificate: x509.Certificate

    @property
    def key(self) -> bytes:
        form = serialization.PrivateFormat.PKCS8
        return self.private.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)


def made_key(kind: str = "ec") -> Key:
    """Return a new key: `ec`, another curve by its name, or `rsa` with its length as in `rsa1024`."""
    if kind.startswith("rsa"):
        return rsa.generate_private_key(65537, int(kind[3:] or "2048"))
    return ec.generate_private_key(CURVES[kind])


def _names(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _usage(*, signs: bool, issues: bool) -> x509.KeyUsage:
    return x509.KeyUsage(signs, False, not (signs or issues), False, False, issues, issues, False, False)


def _builder(name: str, issuer: x509.Name, key: Key, until: datetime) -> x509.CertificateBuilder:
    start = NOW - timedelta(days=700)
    return (
        x509.CertificateBuilder().subject_name(_names(name)).issuer_name(issuer).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(start).not_valid_after(until)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )  # fmt: skip


def authority(name: str = "Arcadia Root", parent: Identity | None = None) -> Identity:
    """Make an authority: a root of its own, or one below another."""
    key = made_key()
    signer, issuer = (parent.private, parent.certificate.subject) if parent else (key, _names(name))
    builder = _builder(name, issuer, key, NOW + timedelta(days=700))
    builder = builder.add_extension(x509.BasicConstraints(True, None), critical=True)
    builder = builder.add_extension(_usage(signs=False, issues=True), critical=True)
    builder = builder.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
    return Identity(key, builder.sign(signer, hashes.SHA256()))


def declarant(
    issuer: Identity, kind: str = "ec", until: datetime = NOW + timedelta(days=30), signs: bool = True, purpose: str = ""
) -> Identity:
    """Make a declarant vouched for by an authority; `signs` false gives a certificate for encryption only, `purpose` limits its use."""
    key = made_key(kind)
    builder = _builder("Harbour Brokers", issuer.certificate.subject, key, until)
    builder = builder.add_extension(x509.BasicConstraints(False, None), critical=True)
    builder = builder.add_extension(_usage(signs=signs, issues=False), critical=True)
    if purpose:
        builder = builder.add_extension(x509.ExtendedKeyUsage([x509.ObjectIdentifier(purpose)]), critical=False)
    builder = builder.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.private.public_key()), critical=False)
    return Identity(key, builder.sign(issuer.private, hashes.SHA256()))


@cache
def root() -> Identity:
    """Return the one authority that the tests trust."""
    return authority()


@cache
def broker(kind: str = "ec") -> Identity:
    """Return a declarant in good standing."""
    return declarant(root(), kind)
