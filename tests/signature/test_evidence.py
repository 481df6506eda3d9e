"""A signature in good order gives evidence about exactly the bytes that were signed."""

from __future__ import annotations

import hashlib

import pytest

from clearlane.signature import verifier_from
from tests.signature.certificates import NOW, authority, broker, declarant, root
from tests.signature.samples import FORMS, JSON, XML, signed, verdict


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", ["ec", "rsa"])
def test_a_message_signed_by_a_declarant_in_good_standing_is_valid(form: str, kind: str) -> None:
    content, signature = signed(form, by=broker(kind))
    evidence = verdict(content, signature)
    assert (evidence.form, evidence.status, evidence.reason) == (form, "valid", None)
    assert evidence.signer == "Harbour Brokers"


@pytest.mark.parametrize("form", FORMS)
def test_evidence_names_the_digest_of_the_registered_bytes(form: str) -> None:
    content, signature = signed(form)
    assert verdict(content, signature).content_sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("form", ["xades", "jws"])
def test_the_claimed_signing_time_is_kept(form: str) -> None:
    assert verdict(*signed(form)).signed_at == NOW.isoformat()


@pytest.mark.parametrize("kind", ["p384", "p521"])
def test_longer_curves_are_accepted_in_jws(kind: str) -> None:
    assert verdict(*signed("jws", JSON, by=broker(kind))).status == "valid"


@pytest.mark.parametrize("form", FORMS)
def test_a_certificate_under_an_intermediate_authority_is_trusted_when_it_comes_along(form: str) -> None:
    between = authority("Arcadia Issuing", parent=root())
    content, signature = signed(form, by=declarant(between), chain=between.pem)
    assert verdict(content, signature).status == "valid"


def test_a_message_without_signature_gives_no_evidence() -> None:
    assert verifier_from([root().pem], NOW).verify(XML, None) is None


def test_a_json_message_that_speaks_of_signatures_gives_no_evidence() -> None:
    content = b'{"remark": "http://www.w3.org/2000/09/xmldsig#"}'
    assert verifier_from([root().pem], NOW).verify(content, None) is None


def test_a_moment_without_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        verifier_from([root().pem], NOW.replace(tzinfo=None))
