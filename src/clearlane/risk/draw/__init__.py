"""The random draw: bound to a secret before lodging hours, decided once over our number, and provable to anyone.

The morning's commitment is the public key of a verifiable random function (RFC 9381) with the share to be drawn. Whether a declaration is
drawn follows from its number and the secret alone, so neither the trader nor an officer can steer it; for each one that was drawn a proof
of 81 bytes shows it to whoever has the public key, without the secret. The secret is cut into parts for officers, of whom several must
come together.

``draw`` decides, ``check`` verifies, ``kept`` finds the draw that an amendment or a second lodging keeps, ``parts`` and ``joined`` cut and
restore the secret, ``coin`` is the keyed chance of a profile's percentage. Randomness is always an argument.
"""

from __future__ import annotations

from clearlane.risk.draw.curve import PLAIN, Curve, Point
from clearlane.risk.draw.drawing import Draw, Drawn, Proven, bears_out, check, coin, draw, published
from clearlane.risk.draw.keeping import EarlierDraw, consignments, kept
from clearlane.risk.draw.proof import public_key_of, secret_from
from clearlane.risk.draw.shares import Part, joined, parts

__all__ = [
    "PLAIN",
    "Curve",
    "Draw",
    "Drawn",
    "EarlierDraw",
    "Part",
    "Point",
    "Proven",
    "bears_out",
    "check",
    "coin",
    "consignments",
    "draw",
    "joined",
    "kept",
    "parts",
    "public_key_of",
    "published",
    "secret_from",
]
