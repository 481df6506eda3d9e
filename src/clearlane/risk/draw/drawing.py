"""Who is drawn: decided over the declaration's number with the period's secret, and checked by anyone with the public key."""

from __future__ import annotations

import hmac
from collections.abc import Iterable

import msgspec

from clearlane.risk.draw.curve import PLAIN, Curve, octets_of
from clearlane.risk.draw.proof import encoded, output, proof_of, public_key_of, scalar_of, verified


class Drawn(msgspec.Struct, frozen=True):
    """A declaration that was drawn.

    Attributes:
      number: The number the draw was over.
      proof: What shows it, 81 bytes.
    """

    number: str
    proof: bytes


class Proven(msgspec.Struct, frozen=True, order=True):
    """What may be shown of one declaration that was drawn. It says nothing of why others were inspected.

    Attributes:
      number: The number the draw was over.
      proof: The proof in hexadecimal.
    """

    number: str
    proof: str


class Draw:
    """The draw of one period, ready for many declarations.

    Args:
      secret: The period's secret.
      share: The share drawn, 0 to 1.
      curve: Who does the arithmetic; a library's where many are drawn.
    """

    def __init__(self, secret: bytes, share: float, curve: Curve = PLAIN) -> None:
        if not 0 <= share <= 1:
            raise AssertionError("The share drawn is from 0 to 1.")
        self._scalar, self._curve, self._times = scalar_of(secret), curve, curve.multiplier(scalar_of(secret))
        self.share, self.public_key = share, public_key_of(secret, curve)

    def of(self, number: str) -> Drawn | None:
        """Return the declaration as drawn, with its proof, or None."""
        at = encoded(number.encode(), self.public_key, self._curve)
        gamma = self._times(at[0])
        if not _within(output(octets_of(gamma)), self.share):
            return None
        return Drawn(number, proof_of(self._scalar, self.public_key, at, gamma, self._curve))


def draw(secret: bytes, number: str, share: float, curve: Curve = PLAIN) -> Drawn | None:
    """Return the declaration of a number as drawn, with its proof, or None. For many of one period, keep a ``Draw``."""
    return Draw(secret, share, curve).of(number)


def check(public_key: bytes, number: str, share: float, proof: bytes) -> bool:
    """Return whether a proof shows that the declaration of a number was drawn, under a public key and the share published with it."""
    value = verified(public_key, number.encode(), proof)
    return value is not None and _within(value, share)


def bears_out(secret: bytes, public_key: bytes) -> bool:
    """Return whether a secret opened to the auditor is the one that was committed."""
    return public_key_of(secret) == public_key


def coin(key: bytes, number: str, about: str) -> float:
    """Return the keyed chance, 0 to below 1, of one declaration for one profile's percentage; the auditor recomputes it with the key.

    It is of another key, or at least of another text, than the draw's: a published proof tells nothing of it.
    """
    value = hmac.digest(key, f"percentage\0{number}\0{about}".encode(), "sha256")
    return (int.from_bytes(value[:8]) >> 11) / 2**53


def published(drawn: Iterable[Drawn]) -> tuple[Proven, ...]:
    """Return what may be published of a period: those drawn, by number. Whom profiles or scores chose does not enter, so cannot leave."""
    return tuple(sorted({Proven(one.number, one.proof.hex()) for one in drawn}))


def _within(value: bytes, share: float) -> bool:
    """Return whether 8 random bytes, as a fraction, lie below the share, compared exactly."""
    above, below = share.as_integer_ratio()
    return int.from_bytes(value[:8]) * below < above << 64
