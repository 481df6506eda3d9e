"""The verifiable random function ECVRF-P256-SHA256-TAI of RFC 9381, whole.

The holder of the secret turns any text into 32 bytes nobody else can foresee; with the public key anyone can check, from a proof, that
these bytes and no others belong to that text. Numbers in brackets are sections of RFC 9381.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from hashlib import sha256

from clearlane.risk.draw.curve import BASE, ORDER, PLAIN, Curve, Point, difference, octets_of

PROOF_LENGTH = 81
_SUITE = b"\x01"
_POINT, _CHALLENGE = 33, 16


def secret_from(randomness: bytes) -> bytes:
    """Return a secret of 32 bytes made of at least 48 random ones, so that no value is likelier than another."""
    if len(randomness) < 48:
        raise AssertionError("A secret is made of at least 48 random bytes.")
    return (int.from_bytes(randomness) % (ORDER - 2) + 1).to_bytes(32)


def public_key_of(secret: bytes, curve: Curve = PLAIN) -> bytes:
    """Return the public key of a secret, 33 bytes."""
    return octets_of(curve.base(scalar_of(secret)))


def scalar_of(secret: bytes) -> int:
    """Return the number a secret stands for; the last is refused, because a draw also needs the number after it."""
    scalar = int.from_bytes(secret)
    if len(secret) != 32 or not 1 <= scalar <= ORDER - 2:
        raise AssertionError("A secret is 32 bytes, from 1 to the order less 2.")
    return scalar


def encoded(text: bytes, public_key: bytes, curve: Curve = PLAIN) -> tuple[Point, bytes]:
    """Return the point a text stands for, with its bytes, by trying counters in turn (5.4.1.1)."""
    start = sha256(_SUITE + b"\x01" + public_key + text)
    for counter in range(256):
        attempt = start.copy()
        attempt.update(bytes((counter, 0)))
        octets = b"\x02" + attempt.digest()
        if (point := curve.lift(octets)) is not None:
            return point, octets
    raise AssertionError("No counter gives a point: one chance in 2 to the 256th.")


def output(gamma: bytes) -> bytes:
    """Return the 32 random bytes that a proof's first point stands for (5.2)."""
    return sha256(_SUITE + b"\x03" + gamma + b"\x00").digest()


def prove(secret: bytes, text: bytes, curve: Curve = PLAIN) -> bytes:
    """Return the proof for a text, 81 bytes (5.1)."""
    scalar = scalar_of(secret)
    public_key = octets_of(curve.base(scalar))
    point, octets = encoded(text, public_key, curve)
    return proof_of(scalar, public_key, (point, octets), curve.multiplier(scalar)(point), curve)


def proof_of(scalar: int, public_key: bytes, at: tuple[Point, bytes], gamma: Point, curve: Curve) -> bytes:
    """Return the proof where the text's point and its multiple are already known."""
    point, octets = at
    nonce = next(k for k in _nonces(scalar, octets) if 1 <= k <= ORDER - 2)
    u, v = octets_of(curve.base(nonce)), octets_of(curve.multiplier(nonce)(point))
    challenge = _challenge(public_key, octets, octets_of(gamma), u, v)
    answer = (nonce + int.from_bytes(challenge) * scalar) % ORDER
    return octets_of(gamma) + challenge + answer.to_bytes(32)


def verified(public_key: bytes, text: bytes, proof: bytes) -> bytes | None:
    """Return the 32 random bytes of a text where the proof holds under the public key, else None (5.3)."""
    if len(proof) != PROOF_LENGTH:
        return None
    key, gamma = PLAIN.lift(public_key), PLAIN.lift(proof[:_POINT])
    challenge, answer = proof[_POINT : _POINT + _CHALLENGE], int.from_bytes(proof[_POINT + _CHALLENGE :])
    if key is None or gamma is None or answer >= ORDER:
        return None
    point, octets = encoded(text, public_key)
    u = difference(BASE, answer, key, int.from_bytes(challenge))
    v = difference(point, answer, gamma, int.from_bytes(challenge))
    if u is None or v is None or challenge != _challenge(public_key, octets, octets_of(gamma), octets_of(u), octets_of(v)):
        return None
    return output(octets_of(gamma))


def _challenge(*points: bytes) -> bytes:
    return sha256(_SUITE + b"\x02" + b"".join(points) + b"\x00").digest()[:_CHALLENGE]


def _nonces(scalar: int, octets: bytes) -> Iterator[int]:
    """Yield the numbers of RFC 6979 for a text (5.4.2.1): they depend on the secret and the text, and on no clock or dice."""
    seed = scalar.to_bytes(32) + (int.from_bytes(sha256(octets).digest()) % ORDER).to_bytes(32)
    key, value = bytes(32), b"\x01" * 32
    for mark in (b"\x00", b"\x01"):
        key = hmac.digest(key, value + mark + seed, "sha256")
        value = hmac.digest(key, value, "sha256")
    while True:
        value = hmac.digest(key, value, "sha256")
        yield int.from_bytes(value)
        key = hmac.digest(key, value + b"\x00", "sha256")
        value = hmac.digest(key, value, "sha256")
