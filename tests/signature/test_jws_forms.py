"""Detached JWS as other software makes it: the payload encoded or not, with every accepted algorithm."""

from __future__ import annotations

import base64
import json

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding

from clearlane.signature.jws import encoded
from tests.signature.certificates import broker
from tests.signature.samples import JSON, verdict

DIGESTS = {"256": hashes.SHA256(), "384": hashes.SHA384(), "512": hashes.SHA512()}


def made(algorithm: str, **header: object) -> bytes:
    """Sign the JSON sample, its payload encoded as RFC 7515 has it, with the RSA key of a declarant."""
    chain = [base64.b64encode(broker("rsa").certificate.public_bytes(Encoding.DER)).decode()]
    protected = encoded(json.dumps({"alg": algorithm, "x5c": chain} | header).encode())
    private, digest = broker("rsa").private, DIGESTS[algorithm[2:]]
    assert isinstance(private, rsa.RSAPrivateKey)
    pad = padding.PKCS1v15() if algorithm.startswith("RS") else padding.PSS(padding.MGF1(digest), digest.digest_size)
    return protected + b".." + encoded(private.sign(protected + b"." + encoded(JSON), pad, digest))


@pytest.mark.parametrize("algorithm", ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"])
def test_a_jws_over_the_encoded_payload_is_valid(algorithm: str) -> None:
    assert verdict(JSON, made(algorithm)).status == "valid"


def test_a_jws_that_calls_its_encoded_payload_plain_is_invalid() -> None:
    assert verdict(JSON, made("RS256", b64=False, crit=["b64"])).status == "invalid"


def test_the_signing_time_of_jades_is_kept() -> None:
    assert verdict(JSON, made("RS256", sigT="2026-03-02T09:30:00+00:00")).signed_at == "2026-03-02T09:30:00+00:00"


def test_a_jws_without_a_time_states_none() -> None:
    assert verdict(JSON, made("RS256")).signed_at is None


def test_a_line_end_after_the_signature_does_no_harm() -> None:
    assert verdict(JSON, made("RS256") + b"\n").status == "valid"
