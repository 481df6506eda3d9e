"""Bytes as text with a letter that says how (multibase), and public keys written so (Multikey, ``did:key``)."""

from __future__ import annotations

import base64
import binascii

from clearlane_verify.refusal import Malformed

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_PLACES = {sign: place for place, sign in enumerate(_ALPHABET)}
_ED25519 = b"\xed\x01"
_LONGEST = 4096


def base58(raw: bytes) -> str:
    """Return bytes in base 58, with the letter ``z``.

    >>> base58(bytes([0, 1, 2]))
    'z15T'
    """
    left, signs = int.from_bytes(raw, "big"), ""
    while left:
        left, place = divmod(left, len(_ALPHABET))
        signs = _ALPHABET[place] + signs
    return "z" + "1" * (len(raw) - len(raw.lstrip(b"\0"))) + signs


def base64url(raw: bytes) -> str:
    """Return bytes in base 64 for addresses, without filling, with the letter ``u``."""
    return "u" + base64.urlsafe_b64encode(raw).decode().rstrip("=")


def decoded(text: str, limit: int = _LONGEST) -> bytes:
    """Return the bytes of a text in base 58 or base 64.

    Args:
      text: Beginning with ``z`` or ``u``.
      limit: How many signs it has at most.

    Raises:
      Malformed: It is neither, or too long.

    >>> decoded("z15T"), decoded("uAQI")
    (b'\\x00\\x01\\x02', b'\\x01\\x02')
    """
    kind, signs = text[:1], text[1:]
    if len(text) > limit or kind not in {"z", "u"}:
        raise _malformed()
    if kind == "u":
        return _base64(signs)
    value = 0
    for sign in signs:
        if sign not in _PLACES:
            raise _malformed()
        value = value * len(_ALPHABET) + _PLACES[sign]
    zeros = len(signs) - len(signs.lstrip("1"))
    return bytes(zeros) + value.to_bytes((value.bit_length() + 7) // 8, "big")


def _base64(signs: str) -> bytes:
    try:
        raw = base64.b64decode(signs + "=" * (-len(signs) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise _malformed() from None
    if base64.urlsafe_b64encode(raw).decode().rstrip("=") != signs:
        raise _malformed()
    return raw


def multikey(public: bytes) -> str:
    """Return a public key of Ed25519 as a Multikey."""
    return base58(_ED25519 + public)


def key_of(text: str) -> bytes:
    """Return the 32 bytes of a Multikey of Ed25519.

    Raises:
      Malformed: It is none.
    """
    raw = decoded(text)
    if not raw.startswith(_ED25519) or len(raw) != len(_ED25519) + 32:
        raise Malformed("That is no public key of Ed25519.", "Đây không phải khóa công khai Ed25519.")
    return raw[len(_ED25519) :]


def did_key(method: str) -> bytes:
    """Return the public key of a verification method of ``did:key``.

    Raises:
      Malformed: It is none.
    """
    did, _, named = method.partition("#")
    key = did.removeprefix("did:key:")
    if did == key or named not in {"", key}:
        raise Malformed(f"{method[:80]} is no key of did:key.", f"{method[:80]} không phải khóa did:key.")
    return key_of(key)


def _malformed() -> Malformed:
    return Malformed("A value is not in base 58 or base 64 as it says.", "Giá trị không đúng dạng base58 hoặc base64.")
