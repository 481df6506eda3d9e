"""The verifiable random function gives what RFC 9381 prints, and nothing else passes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clearlane.risk.draw.curve import BASE, ORDER, PLAIN, octets_of
from clearlane.risk.draw.proof import prove, public_key_of, secret_from, verified
from clearlane.signature.curve import LibraryCurve

FIRST = "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721"
# RFC 9381, appendix B.1, examples 10 to 12: secret, public key, text, proof, output.
EXAMPLES = [
    (
        FIRST,
        "0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6",
        b"sample",
        (
            "035b5c726e8c0e2c488a107c600578ee75cb702343c153cb1eb8dec77f4b5071b4a53f0a46f018bc2c56e58d383f2305e0975972c26feea0eb122fe7893c15af376"
            "b33edf7de17c6ea056d4d82de6bc02f"
        ),
        "a3ad7b0ef73d8fc6655053ea22f9bede8c743f08bbed3d38821f0e16474b505e",
    ),
    (
        FIRST,
        "0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6",
        b"test",
        (
            "034dac60aba508ba0c01aa9be80377ebd7562c4a52d74722e0abae7dc3080ddb56c19e067b15a8a8174905b13617804534214f935b94c2287f797e393eb0816969d"
            "864f37625b443f30f1a5a33f2b3c854"
        ),
        "a284f94ceec2ff4b3794629da7cbafa49121972671b466cab4ce170aa365f26d",
    ),
    (
        "2ca1411a41b17b24cc8c3b089cfd033f1920202a6c0de8abb97df1498d50d2c8",
        "03596375e6ce57e0f20294fc46bdfcfd19a39f8161b58695b3ec5b3d16427c274d",
        b"Example using ECDSA key from Appendix L.4.2 of ANSI.X9-62-2005",
        (
            "03d03398bf53aa23831d7d1b2937e005fb0062cbefa06796579f2a1fc7e7b8c667d091c00b0f5c3619d10ecea44363b5a599cadc5b2957e223fec62e81f7b4825fc"
            "799a771a3d7334b9186bdbee87316b1"
        ),
        "90871e06da5caa39a3c61578ebb844de8635e27ac0b13e829997d0d95dd98c19",
    ),
]
CURVES = [PLAIN, LibraryCurve()]
WHICH = ["plain", "library"]


@pytest.mark.parametrize("curve", CURVES, ids=WHICH)
@pytest.mark.parametrize(("secret", "key", "text", "proof", "value"), EXAMPLES)
def test_the_examples_of_the_rfc_come_out(curve: LibraryCurve, secret: str, key: str, text: bytes, proof: str, value: str) -> None:
    assert public_key_of(bytes.fromhex(secret), curve).hex() == key
    assert prove(bytes.fromhex(secret), text, curve).hex() == proof
    assert verified(bytes.fromhex(key), text, bytes.fromhex(proof)) == bytes.fromhex(value)


@given(st.binary(min_size=48, max_size=48), st.binary(max_size=40))
@settings(max_examples=15, deadline=None)
def test_the_library_and_the_plain_arithmetic_prove_alike(randomness: bytes, text: bytes) -> None:
    secret = secret_from(randomness)
    proof = prove(secret, text, LibraryCurve())
    assert proof == prove(secret, text)
    assert verified(public_key_of(secret), text, proof) is not None


def test_a_proof_with_any_byte_changed_is_refused() -> None:
    key, text, proof = bytes.fromhex(EXAMPLES[0][1]), EXAMPLES[0][2], bytes.fromhex(EXAMPLES[0][3])
    changed = [proof[:place] + bytes((proof[place] ^ 1,)) + proof[place + 1 :] for place in range(0, len(proof), 4)]
    assert [one for one in changed if verified(key, text, one)] == []


GOOD = bytes.fromhex(EXAMPLES[0][3])


@pytest.mark.parametrize("proof", [b"", bytes(81), b"\x02" * 81, GOOD + b"\x00", GOOD[:49] + b"\xff" * 32])
def test_what_is_no_proof_at_all_is_refused(proof: bytes) -> None:
    assert verified(bytes.fromhex(EXAMPLES[0][1]), b"sample", proof) is None


def test_a_proof_under_another_key_or_for_another_text_is_refused() -> None:
    proof = bytes.fromhex(EXAMPLES[0][3])
    assert verified(bytes.fromhex(EXAMPLES[0][1]), b"other", proof) is None
    assert verified(bytes.fromhex(EXAMPLES[2][1]), b"sample", proof) is None


@pytest.mark.parametrize("scalar", [1, 2, ORDER - 2])
def test_both_multiply_alike_at_the_ends(scalar: int) -> None:
    assert LibraryCurve().multiplier(scalar)(BASE) == PLAIN.multiplier(scalar)(BASE)


@pytest.mark.parametrize("octets", [b"", b"\x05" + bytes(32), b"\x02" + b"\xff" * 32, b"\x02" * 32, octets_of(BASE)])
def test_both_know_the_same_points(octets: bytes) -> None:
    assert LibraryCurve().lift(octets) == PLAIN.lift(octets)


def test_a_secret_out_of_bounds_is_refused() -> None:
    for secret in (bytes(32), b"\xff" * 32, (ORDER - 1).to_bytes(32), b"\x01"):
        with pytest.raises(AssertionError):
            public_key_of(secret)
    assert 1 <= int.from_bytes(secret_from(b"\xff" * 48)) <= ORDER - 2
    with pytest.raises(AssertionError):
        secret_from(bytes(32))
