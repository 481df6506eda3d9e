"""The curve P-256 by OpenSSL, in constant time, for whoever multiplies its points many times a second.

The library gives only the first coordinate of a product (elliptic-curve Diffie-Hellman). The second is found from the products by two
neighbouring numbers: of the two points with that first coordinate, one added to the point itself gives the first coordinate of the other
product.
"""

from __future__ import annotations

from collections.abc import Callable

from cryptography.hazmat.primitives.asymmetric import ec

_PRIME = 2**256 - 2**224 + 2**192 + 2**96 - 1
_CURVE, _EXCHANGE = ec.SECP256R1(), ec.ECDH()
_key_of = ec.EllipticCurvePublicKey.from_encoded_point
Point = tuple[int, int]


class LibraryCurve:
    """The curve's operations as a random draw needs them."""

    def lift(self, octets: bytes) -> Point | None:
        """Return the point that 33 compressed bytes (SEC 1) name, or None where they name none."""
        try:
            numbers = _key_of(_CURVE, octets).public_numbers()
        except ValueError:
            return None
        return (numbers.x, numbers.y) if len(octets) == 33 else None

    def base(self, scalar: int) -> Point:
        """Return the base point times a number from 1 to the order less 1."""
        numbers = ec.derive_private_key(scalar, _CURVE).public_key().public_numbers()
        return numbers.x, numbers.y

    def multiplier(self, scalar: int) -> Callable[[Point], Point]:
        """Return what multiplies any point of the curve by one number, from 1 to the order less 2."""
        if scalar == 1:
            return lambda point: point
        key, next_key = ec.derive_private_key(scalar, _CURVE), ec.derive_private_key(scalar + 1, _CURVE)

        def times(point: Point) -> Point:
            peer = _key_of(_CURVE, b"\x04" + point[0].to_bytes(32) + point[1].to_bytes(32))
            first, beside = key.exchange(_EXCHANGE, peer), int.from_bytes(next_key.exchange(_EXCHANGE, peer))
            numbers = _key_of(_CURVE, b"\x02" + first).public_numbers()
            x, y = numbers.x, numbers.y
            step = x - point[0]
            right = ((y - point[1]) ** 2 - (beside + x + point[0]) * step * step) % _PRIME == 0
            return x, y if right else _PRIME - y

        return times
