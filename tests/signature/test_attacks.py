"""The ways a signature is turned against an office, each answered with `invalid` and its reason."""

from __future__ import annotations

from datetime import timedelta

import pytest

from clearlane.model.text import Text
from clearlane.signature import reasons
from tests.signature.certificates import NOW, authority, broker, declarant, root
from tests.signature.samples import FORMS, OTHER_XML, XML, signed, verdict


@pytest.mark.parametrize("form", FORMS)
def test_content_altered_after_signing_is_invalid(form: str) -> None:
    content, signature = signed(form)
    evidence = verdict(content.replace(b"1200.00", b"12.00"), signature)
    assert (evidence.status, evidence.reason) == ("invalid", reasons.ALTERED)


def _flipped(signature: bytes, at: int) -> bytes:
    return signature[:at] + (b"A" if signature[at : at + 1] != b"A" else b"B") + signature[at + 1 :]


def test_an_altered_xml_signature_value_is_invalid() -> None:
    content, _ = signed("xades")
    place = content.index(b"SignatureValue>") + 20
    assert verdict(_flipped(content, place)).reason == reasons.ALTERED


def test_an_altered_cms_signature_value_is_invalid() -> None:
    content, signature = signed("cms", by=broker("rsa"))
    assert signature is not None
    assert verdict(content, _flipped(signature, len(signature) - 20)).reason == reasons.ALTERED


def test_an_altered_jws_signature_value_is_invalid() -> None:
    content, signature = signed("jws")
    assert signature is not None
    assert verdict(content, _flipped(signature, len(signature) - 20)).reason == reasons.ALTERED


@pytest.mark.parametrize("form", ["cms", "jws"])
def test_a_signature_over_another_message_is_invalid(form: str) -> None:
    _, signature = signed(form, OTHER_XML)
    assert verdict(XML, signature).reason == reasons.ALTERED


def test_an_xml_signature_moved_from_another_message_is_invalid() -> None:
    donor, _ = signed("xades", OTHER_XML)
    stolen = donor[donor.index(b"<ds:Signature") : donor.index(b"</ds:Signature>") + len(b"</ds:Signature>")]
    assert verdict(XML.replace(b"</md:MetaData>", stolen + b"</md:MetaData>")).reason == reasons.ALTERED


@pytest.mark.parametrize("form", ["cms", "jws"])
def test_foreign_content_under_a_genuine_signature_is_invalid(form: str) -> None:
    _, signature = signed(form)
    assert verdict(b"\x00\x01 not a declaration at all", signature).reason == reasons.ALTERED


@pytest.mark.parametrize("form", FORMS)
def test_an_expired_certificate_is_invalid(form: str) -> None:
    content, signature = signed(form, by=declarant(root(), until=NOW - timedelta(seconds=1)))
    assert verdict(content, signature).reason == reasons.OUT_OF_DATE


@pytest.mark.parametrize("form", FORMS)
def test_a_certificate_from_an_untrusted_issuer_is_invalid(form: str) -> None:
    stranger = authority("Arcadia Root")  # the same name as the trusted authority, another key
    content, signature = signed(form, by=declarant(stranger), chain=stranger.pem)
    assert verdict(content, signature).reason == reasons.UNTRUSTED


@pytest.mark.parametrize("form", FORMS)
def test_a_certificate_issued_by_another_declarant_is_invalid(form: str) -> None:
    content, signature = signed(form, by=declarant(broker()), chain=broker().pem)
    assert verdict(content, signature).reason == reasons.UNTRUSTED


@pytest.mark.parametrize("form", FORMS)
def test_a_certificate_not_made_for_signing_is_invalid(form: str) -> None:
    content, signature = signed(form, by=declarant(root(), signs=False))
    assert verdict(content, signature).reason == reasons.WRONG_PURPOSE


@pytest.mark.parametrize("form", FORMS)
def test_a_certificate_for_web_servers_only_is_invalid(form: str) -> None:
    content, signature = signed(form, by=declarant(root(), purpose="1.3.6.1.5.5.7.3.1"))
    assert verdict(content, signature).reason == reasons.WRONG_PURPOSE


@pytest.mark.parametrize("form", FORMS)
def test_a_certificate_for_signing_documents_is_valid(form: str) -> None:
    content, signature = signed(form, by=declarant(root(), purpose="1.3.6.1.5.5.7.3.36"))
    assert verdict(content, signature).status == "valid"


@pytest.mark.parametrize(("form", "reason"), [("xades", reasons.TOO_LARGE), ("cms", reasons.UNTRUSTED), ("jws", reasons.NO_CERTIFICATE)])
def test_a_crowd_of_certificates_is_invalid(form: str, reason: Text) -> None:
    crowd = b"".join(authority(f"Authority {number}").pem for number in range(9))
    content, signature = signed(form, chain=crowd)
    assert verdict(content, signature).reason == reason


@pytest.mark.parametrize("form", FORMS)
def test_a_short_rsa_key_is_invalid(form: str) -> None:
    content, signature = signed(form, by=declarant(root(), "rsa1024"))
    assert verdict(content, signature).reason == reasons.WEAK


@pytest.mark.parametrize("form", FORMS)
def test_invalid_evidence_names_no_signer_and_no_time(form: str) -> None:
    content, signature = signed(form, by=declarant(root(), signs=False))
    evidence = verdict(content, signature)
    assert (evidence.signer, evidence.signed_at) == ("", None)
