"""The curve P-256 in whole numbers, by its definition (NIST SP 800-186): short enough to read, exact, and slow.

It is enough to check a proof anywhere Python runs. An office that draws a thousand times a second gives the same operations from a
library instead (``Curve``). These here take a time that depends on the secret, so an office does not draw with them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

Point = tuple[int, int]
"""A point's two coordinates. The point at infinity is None, and never occurs in an honest proof."""
PRIME = 2**256 - 2**224 + 2**192 + 2**96 - 1
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
BASE: Point = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
_Projective = tuple[int, int, int]
_NOWHERE: _Projective = (1, 1, 0)


class Curve(Protocol):
    """What a draw needs of the curve."""

    def lift(self, octets: bytes) -> Point | None:
        """Return the point that 33 compressed bytes (SEC 1) name, or None where they name none."""

    def base(self, scalar: int) -> Point:
        """Return the base point times a number from 1 to the order less 1."""

    def multiplier(self, scalar: int) -> Callable[[Point], Point]:
        """Return what multiplies any point of the curve by one number, from 1 to the order less 2."""


class PlainCurve:
    """The curve without any library."""

    def lift(self, octets: bytes) -> Point | None:
        """Return the point that 33 compressed bytes (SEC 1) name, or None where they name none."""
        x = int.from_bytes(octets[1:])
        if len(octets) != 33 or octets[0] not in {2, 3} or x >= PRIME:
            return None
        square = (x * x * x - 3 * x + B) % PRIME
        y = pow(square, (PRIME + 1) // 4, PRIME)
        if y * y % PRIME != square:
            return None
        return x, y if y % 2 == octets[0] % 2 else PRIME - y

    def base(self, scalar: int) -> Point:
        """Return the base point times a number from 1 to the order less 1."""
        return times(BASE, scalar)

    def multiplier(self, scalar: int) -> Callable[[Point], Point]:
        """Return what multiplies any point of the curve by one number, from 1 to the order less 2."""
        return lambda point: times(point, scalar)


PLAIN = PlainCurve()


def octets_of(point: Point) -> bytes:
    """Return a point as 33 compressed bytes (SEC 1)."""
    return bytes((2 + point[1] % 2,)) + point[0].to_bytes(32)


def times(point: Point, scalar: int) -> Point:
    """Return a point times a number that is no multiple of the order."""
    return _plain(_times((*point, 1), scalar))


def difference(left: Point, left_scalar: int, right: Point, right_scalar: int) -> Point | None:
    """Return one multiple less another, as the check of a proof needs it; None for the point at infinity."""
    other = _times((right[0], PRIME - right[1], 1), right_scalar)
    total = _sum(_times((*left, 1), left_scalar), other)
    return _plain(total) if total[2] else None


def _plain(point: _Projective) -> Point:
    inverse = pow(point[2], -1, PRIME)
    square = inverse * inverse % PRIME
    return point[0] * square % PRIME, point[1] * square * inverse % PRIME


def _times(point: _Projective, scalar: int) -> _Projective:
    result = _NOWHERE
    for bit in bin(scalar % ORDER)[2:]:
        result = _double(result)
        if bit == "1":
            result = _sum(result, point)
    return result


def _double(point: _Projective) -> _Projective:
    x, y, z = point
    if not z:
        return _NOWHERE
    delta, gamma = z * z % PRIME, y * y % PRIME
    beta = x * gamma % PRIME
    alpha = 3 * (x - delta) * (x + delta) % PRIME
    new_x = (alpha * alpha - 8 * beta) % PRIME
    return new_x, (alpha * (4 * beta - new_x) - 8 * gamma * gamma) % PRIME, 2 * y * z % PRIME


def _sum(left: _Projective, right: _Projective) -> _Projective:
    if not left[2] or not right[2]:
        return right if not left[2] else left
    (x1, y1, z1), (x2, y2, z2) = left, right
    z1_square, z2_square = z1 * z1 % PRIME, z2 * z2 % PRIME
    u1, u2 = x1 * z2_square % PRIME, x2 * z1_square % PRIME
    s1, s2 = y1 * z2_square * z2 % PRIME, y2 * z1_square * z1 % PRIME
    if u1 == u2:
        return _double(left) if s1 == s2 else _NOWHERE
    h, r = u2 - u1, s2 - s1
    h_square = h * h % PRIME
    h_cube, v = h * h_square % PRIME, u1 * h_square % PRIME
    x = (r * r - h_cube - 2 * v) % PRIME
    return x, (r * (v - x) - s1 * h_cube) % PRIME, z1 * z2 * h % PRIME
