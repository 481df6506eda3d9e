"""Hostile and broken signatures are refused cheaply, with evidence and never with an exception."""

from __future__ import annotations

import base64
import json
from functools import cache

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given, settings
from hypothesis import strategies as st

from clearlane.signature import detach, reasons, verifier_from
from clearlane.signature.jws import encoded
from tests.signature.certificates import NOW, broker, root
from tests.signature.samples import FORMS, JSON, XML, signed, verdict

DSIG = b'<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/>'
BOMB = b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;' + DSIG + b"</a>"


def test_entities_in_a_signed_message_are_invalid() -> None:
    assert verdict(BOMB).reason == reasons.ENTITIES


def test_entities_in_a_signature_are_invalid() -> None:
    assert verdict(XML, BOMB).reason == reasons.ENTITIES


def test_a_deep_signature_is_invalid() -> None:
    assert verdict(XML, b"<a>" * 100_000).status == "invalid"


@pytest.mark.parametrize("start", [b"<", b"0", b"eyJ"])
def test_a_huge_signature_is_invalid(start: bytes) -> None:
    assert verdict(XML, start + b"a" * 1_000_000).reason == reasons.TOO_LARGE


def test_a_huge_signature_inside_the_message_is_invalid() -> None:
    content = signed("xades")[0].replace(b"</ds:Signature>", b"<ds:Object>" + b"a" * 100_000 + b"</ds:Object></ds:Signature>")
    assert verdict(content).reason == reasons.TOO_LARGE


def test_a_signed_message_with_countless_namespaces_is_invalid() -> None:
    crowd = b" ".join(b'xmlns:n%d="u"' % number for number in range(5_000))
    assert verdict(signed("xades")[0].replace(b"<Declaration>", b"<Declaration " + crowd + b">")).reason == reasons.TOO_LARGE


def test_a_signed_message_beyond_the_size_limit_is_invalid() -> None:
    content = signed("xades")[0].replace(b"1200.00", b"1" * 9_000_000)
    assert verdict(content).reason == reasons.TOO_LARGE


def test_a_signed_message_with_countless_attributes_is_invalid() -> None:
    crowd = b" ".join(b'n%d="u"' % number for number in range(5_000))
    assert verdict(signed("xades")[0].replace(b"<Declaration>", b"<Declaration " + crowd + b">")).reason == reasons.TOO_LARGE


@pytest.mark.parametrize(
    "signature", [b"", b"rubbish", b"<", b"0\x80", b"..", b"e30..", b"-----BEGIN PKCS7-----\nMA==\n-----END PKCS7-----"]
)
def test_a_broken_signature_is_invalid(signature: bytes) -> None:
    assert verdict(XML, signature).status == "invalid"


def _jws(**header: object) -> bytes:
    chain = [base64.b64encode(broker().certificate.public_bytes(Encoding.DER)).decode()]
    return encoded(json.dumps({"alg": "ES256", "x5c": chain} | header).encode()) + b".." + encoded(b"0" * 64)


@pytest.mark.parametrize("algorithm", ["none", "None", "", "HS256", "RS1", "dir", None, 256, ["ES256"]])
def test_a_jws_without_a_strong_algorithm_is_invalid(algorithm: object) -> None:
    assert verdict(JSON, _jws(alg=algorithm)).reason == reasons.WEAK


@pytest.mark.parametrize("algorithm", ["RS256", "ES384"])
def test_a_jws_whose_algorithm_is_not_the_key_s_is_invalid(algorithm: str) -> None:
    assert verdict(JSON, _jws(alg=algorithm)).reason == reasons.WEAK


@pytest.mark.parametrize("header", [{"crit": ["exp"]}, {"b64": False}, {"b64": "no", "crit": ["b64"]}, {"crit": "b64"}])
def test_a_jws_with_demands_not_understood_is_invalid(header: dict[str, object]) -> None:
    assert verdict(JSON, _jws(**header)).reason == reasons.UNREADABLE


@pytest.mark.parametrize("header", [{"x5c": None}, {"x5c": []}, {"x5c": None, "jwk": {"kty": "EC"}}, {"x5c": ["AA=="] * 100}])
def test_a_jws_without_its_certificate_is_invalid(header: dict[str, object]) -> None:
    assert verdict(JSON, _jws(**header)).reason == reasons.NO_CERTIFICATE


def test_a_jws_with_a_huge_header_is_invalid() -> None:
    assert verdict(JSON, encoded(b"[" * 60_000) + b"..AAAA").reason == reasons.TOO_LARGE


def test_a_jws_that_names_another_certificate_is_invalid() -> None:
    assert verdict(JSON, _jws(**{"x5t#S256": "AAAA"})).reason == reasons.OTHER_CERTIFICATE


def test_a_jws_header_that_says_a_thing_twice_is_invalid() -> None:
    protected = encoded(b'{"alg": "ES256", "alg": "none"}')
    assert verdict(JSON, protected + b"..AAAA").reason == reasons.UNREADABLE


def test_a_jws_that_carries_its_payload_is_invalid() -> None:
    assert verdict(JSON, _jws().replace(b"..", b"." + encoded(JSON) + b".")).reason == reasons.NOT_DETACHED


once_signed = cache(signed)


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_message_or_signature_changed_anywhere_never_raises_nor_gains_a_signer(form: str, data: st.DataObject) -> None:
    content, signature = once_signed(form)
    whole = content if signature is None else signature
    at = data.draw(st.integers(0, len(whole) - 1))
    changed = whole[:at] + data.draw(st.binary(max_size=4)) + whole[at + data.draw(st.integers(0, 40)) :]
    verify = verifier_from([root().pem], NOW).verify
    evidence = verify(changed, None) if signature is None else verify(content, changed)
    detach(changed)
    assert evidence is None or evidence.status == "invalid" or evidence.signer == "Harbour Brokers"
