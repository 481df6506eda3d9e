"""The part of the Cryptographic Message Syntax (RFC 5652) that a detached signature with one signer needs, in DER."""

from __future__ import annotations

from typing import Annotated

from cryptography import x509
from cryptography.hazmat import asn1

DATA = x509.ObjectIdentifier("1.2.840.113549.1.7.1")
SIGNED_DATA = x509.ObjectIdentifier("1.2.840.113549.1.7.2")
CONTENT_TYPE = x509.ObjectIdentifier("1.2.840.113549.1.9.3")
MESSAGE_DIGEST = x509.ObjectIdentifier("1.2.840.113549.1.9.4")
SIGNING_TIME = x509.ObjectIdentifier("1.2.840.113549.1.9.5")
SIGNING_CERTIFICATE_V2 = x509.ObjectIdentifier("1.2.840.113549.1.9.16.2.47")


@asn1.sequence
class Algorithm:
    """An algorithm by its identifier; parameters other than none and NULL are not read."""

    name: x509.ObjectIdentifier
    parameters: asn1.Null | None


@asn1.sequence
class Attribute:
    """A signed attribute and its values."""

    name: x509.ObjectIdentifier
    values: asn1.SetOf[asn1.TLV]


@asn1.sequence
class IssuerAndSerial:
    """The signer's certificate, named by its issuer and serial number."""

    issuer: x509.Name
    serial: int


@asn1.sequence
class EncapsulatedContent:
    """What was signed: for a detached signature only its type."""

    kind: x509.ObjectIdentifier
    content: Annotated[bytes | None, asn1.Explicit(0)]


@asn1.sequence
class SignerInfo:
    """One signer: which certificate, which algorithms, what was attested, and the signature value."""

    version: int
    signer: IssuerAndSerial
    digest: Algorithm
    attested: Annotated[asn1.SetOf[Attribute] | None, asn1.Implicit(0)]
    method: Algorithm
    signature: bytes
    unsigned: Annotated[asn1.SetOf[asn1.TLV] | None, asn1.Implicit(1)]


@asn1.sequence
class SignedData:
    """The certificates and the signers."""

    version: int
    digests: asn1.SetOf[Algorithm]
    content: EncapsulatedContent
    certificates: Annotated[asn1.SetOf[x509.Certificate] | None, asn1.Implicit(0)]
    revocations: Annotated[asn1.SetOf[asn1.TLV] | None, asn1.Implicit(1)]
    signers: asn1.SetOf[SignerInfo]


@asn1.sequence
class ContentInfo:
    """The outermost envelope."""

    kind: x509.ObjectIdentifier
    content: Annotated[SignedData, asn1.Explicit(0)]


@asn1.sequence
class IssuerSerial:
    """The issuer and serial number inside a signing-certificate attribute (RFC 5035)."""

    issuer: list[asn1.TLV]
    serial: int


@asn1.sequence
class CertificateDigest:
    """A certificate by its digest (RFC 5035); SHA-256 where no algorithm is named."""

    algorithm: Algorithm | None
    digest: bytes
    issuer: IssuerSerial | None


@asn1.sequence
class SigningCertificate:
    """The signing-certificate-v2 attribute (RFC 5035); the first entry is the signer's."""

    certificates: list[CertificateDigest]


@asn1.sequence
class _Alone:
    attributes: asn1.SetOf[Attribute]


def signed_bytes(attested: asn1.SetOf[Attribute]) -> bytes:
    """Return the DER of the attributes as a SET OF, which is what the signer signed (RFC 5652 section 5.4)."""
    whole = asn1.encode_der(_Alone(attributes=attested))
    header = 2 if whole[1] < 0x80 else 2 + (whole[1] & 0x7F)
    return whole[header:]
