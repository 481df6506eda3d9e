"""What a CMS signer attests must be said once and fit the content, however well it is signed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from cryptography import x509
from cryptography.hazmat import asn1
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from clearlane.model.text import Text
from clearlane.signature import cms_syntax as syntax
from clearlane.signature import reasons
from clearlane.signature.sign import sign_cms
from tests.signature.certificates import broker
from tests.signature.samples import JSON, verdict

Attributes = list[syntax.Attribute]


@asn1.sequence
class _Typed:
    name: x509.ObjectIdentifier
    values: asn1.SetOf[x509.ObjectIdentifier]


@asn1.sequence
class _Named:
    name: x509.ObjectIdentifier
    values: asn1.SetOf[syntax.SigningCertificate]


def reason_for(change: Callable[[Attributes], Attributes]) -> Text | None:
    """Sign the sample, change what the signer attests, sign that anew, and return why it is refused."""
    envelope = asn1.decode_der(syntax.ContentInfo, sign_cms(JSON, broker().key, broker().pem))
    info = envelope.content.signers.as_list()[0]
    assert info.attested is not None
    private = broker().private
    assert isinstance(private, ec.EllipticCurvePrivateKey)
    info.attested = asn1.SetOf(change(info.attested.as_list()))
    info.signature = private.sign(syntax.signed_bytes(info.attested), ec.ECDSA(hashes.SHA256()))
    envelope.content.signers = asn1.SetOf([info])
    return verdict(JSON, asn1.encode_der(envelope)).reason


def _as_attribute(value: object) -> syntax.Attribute:
    return asn1.decode_der(syntax.Attribute, asn1.encode_der(value))


def _naming(digest: bytes) -> syntax.Attribute:
    named = syntax.CertificateDigest(algorithm=None, digest=digest, issuer=None)
    values = asn1.SetOf([syntax.SigningCertificate(certificates=[named])])
    return _as_attribute(_Named(name=syntax.SIGNING_CERTIFICATE_V2, values=values))


def test_unchanged_attributes_signed_anew_are_valid() -> None:
    assert reason_for(lambda listed: listed) is None


def test_a_signer_who_attests_no_digest_is_refused() -> None:
    assert reason_for(lambda listed: [each for each in listed if each.name != syntax.MESSAGE_DIGEST]) == reasons.ALTERED


def test_a_signer_who_attests_no_content_type_is_refused() -> None:
    assert reason_for(lambda listed: [each for each in listed if each.name != syntax.CONTENT_TYPE]) == reasons.UNREADABLE


def test_a_signer_who_attests_a_thing_twice_is_refused() -> None:
    assert reason_for(lambda listed: [*listed, listed[0]]) == reasons.UNREADABLE


def test_a_signer_who_attests_another_content_type_is_refused() -> None:
    other = _as_attribute(_Typed(name=syntax.CONTENT_TYPE, values=asn1.SetOf([syntax.SIGNED_DATA])))
    assert reason_for(lambda listed: [other, *(each for each in listed if each.name != syntax.CONTENT_TYPE)]) == reasons.UNREADABLE


def test_a_signer_who_names_the_own_certificate_is_accepted() -> None:
    digest = hashlib.sha256(broker().certificate.public_bytes(Encoding.DER)).digest()
    assert reason_for(lambda listed: [*listed, _naming(digest)]) is None


def test_a_signer_who_names_another_certificate_is_refused() -> None:
    assert reason_for(lambda listed: [*listed, _naming(b"0" * 32)]) == reasons.OTHER_CERTIFICATE


def test_a_method_that_does_not_fit_the_digest_is_refused() -> None:
    ecdsa_sha256, ecdsa_sha384 = bytes.fromhex("2a8648ce3d040302"), bytes.fromhex("2a8648ce3d040303")
    head, _, tail = sign_cms(JSON, broker().key, broker().pem).rpartition(ecdsa_sha256)
    assert verdict(JSON, head + ecdsa_sha384 + tail).reason == reasons.WEAK
