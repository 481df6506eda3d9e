"""Signed notes (C2SP signed-note): a text, an empty line, and who signed it.

A line of signature is ``— NAME BASE64``: the first four bytes say which key, the rest is the signature. A signature by a key nobody
gave is passed over; one by a key that was given and that does not hold refuses the note.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from clearlane_verify.refusal import Malformed, SignatureRefused

ED25519 = 0x01
COSIGNATURE = 0x04
LONGEST = 1_000_000
"""The longest note that is read, in bytes."""
_MOST_SIGNATURES = 100
_MARK = "\n\n\u2014 "
_LINE = "\u2014 "
_PUBLIC = 32


class Signature(NamedTuple):
    """One line of signature.

    Attributes:
      name: Whose key it names.
      key: Which key, by the first four bytes of a hash.
      value: What was signed into it.
    """

    name: str
    key: bytes
    value: bytes

    def __str__(self) -> str:
        return f"{_LINE}{self.name} {base64.b64encode(self.key + self.value).decode()}\n"


class Note(NamedTuple):
    """A signed note.

    Attributes:
      text: The text, ended by a line feed.
      signatures: Its lines of signature.
    """

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        return self.text + "\n" + "".join(map(str, self.signatures))


class Verifier(NamedTuple):
    """A key by which notes are checked.

    Attributes:
      name: Whose it is, such as ``customs.example/log``.
      algorithm: 1 for Ed25519 over the text, 4 for a witness's cosignature.
      public: The 32 bytes of the public key.
    """

    name: str
    algorithm: int
    public: bytes

    @property
    def key(self) -> bytes:
        """The four bytes that name the key in a signature."""
        return key_hash(self.name, bytes([self.algorithm]) + self.public)

    def __str__(self) -> str:
        return f"{self.name}+{self.key.hex()}+{base64.b64encode(bytes([self.algorithm]) + self.public).decode()}"

    def demand(self, message: bytes, signature: bytes) -> None:
        """Do nothing where the key signed a message.

        Raises:
          SignatureRefused: It did not.
        """
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except (InvalidSignature, ValueError):
            raise SignatureRefused(
                f"The signature of {self.name} does not hold: the text was changed, or another signed it.",
                f"Chữ ký của {self.name} không đúng: văn bản đã bị sửa hoặc do người khác ký.",
            ) from None


def key_hash(name: str, encoded: bytes) -> bytes:
    """Return the four bytes that name a key: of its name, a line feed, its algorithm and its public half."""
    return sha256(name.encode() + b"\n" + encoded).digest()[:4]


def verifier(text: str) -> Verifier:
    """Read a key as it is handed on: ``NAME+HASH+BASE64``.

    Raises:
      Malformed: It is none, or of an algorithm not known here, or its hash is another's.
    """
    name, mark, rest = text.strip().partition("+")
    named, also, encoded = rest.partition("+")
    raw = _base64(encoded)
    if not (mark and also and fits(name)) or raw is None or len(raw) != 1 + _PUBLIC or raw[0] not in {ED25519, COSIGNATURE}:
        raise Malformed("That is no key of the form NAME+HASH+BASE64.", "Đây không phải khóa theo dạng TÊN+MÃ+BASE64.")
    found = Verifier(name, raw[0], raw[1:])
    if named.lower() != found.key.hex():
        raise Malformed(f"The key of {name} was miscopied: its hash does not fit.", f"Khóa của {name} bị chép sai: mã kiểm tra không khớp.")
    return found


def fits(name: str) -> bool:
    """Say whether a text can name a key: not empty, without white space and plus signs.

    >>> fits("customs.example/log"), fits("a b"), fits("a+b")
    (True, False, False)
    """
    return bool(name) and "+" not in name and not any(sign.isspace() for sign in name)


def read(text: str | bytes) -> Note:
    """Read a signed note.

    Raises:
      Malformed: It has no text, no signature, a signature out of form, or signs that no note has.
    """
    plain = _plain(text)
    place = plain.rfind(_MARK)
    if place < 0 or not plain.endswith("\n"):
        raise Malformed("That is no signed note: a text, an empty line, and lines of signature.", "Đây không phải văn bản có chữ ký.")
    lines = plain[place + 2 : -1].split("\n")
    if len(lines) > _MOST_SIGNATURES:
        raise Malformed(f"A note has at most {_MOST_SIGNATURES} signatures.", f"Văn bản có tối đa {_MOST_SIGNATURES} chữ ký.")
    return Note(plain[: place + 1], tuple(map(_signature, lines)))


def _plain(text: str | bytes) -> str:
    try:
        plain = text.decode() if isinstance(text, bytes) else text
    except UnicodeDecodeError:
        raise Malformed("A note is written in UTF-8.", "Văn bản phải dùng mã UTF-8.") from None
    if len(plain) > LONGEST or any((sign < " " and sign != "\n") or "\ud800" <= sign <= "\udfff" for sign in plain):
        raise Malformed("A note has no control signs, and is not this long.", "Văn bản có ký tự điều khiển hoặc quá dài.")
    return plain


def _signature(line: str) -> Signature:
    name, mark, encoded = line.removeprefix(_LINE).partition(" ")
    raw = _base64(encoded)
    if not (line.startswith(_LINE) and mark and fits(name)) or raw is None or len(raw) < 5:
        raise Malformed("A line of signature is out of form.", "Dòng chữ ký sai dạng.")
    return Signature(name, raw[:4], raw[4:])


def _base64(text: str) -> bytes | None:
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return raw if base64.b64encode(raw).decode() == text else None


def demand_signed(note: Note, keys: Iterable[Verifier]) -> tuple[Verifier, ...]:
    """Return by which of some keys a note is signed: at least one, and each signature by one of them holds.

    Raises:
      SignatureRefused: None of them signed, or a signature does not hold.
    """
    known = {(one.name, one.key): one for one in keys if one.algorithm == ED25519}
    found: dict[Verifier, None] = {}
    for signature in note.signatures:
        one = known.get((signature.name, signature.key))
        if one is not None and one not in found:
            one.demand(note.text.encode(), signature.value)
            found[one] = None
    if not found:
        names = ", ".join(sorted({name for name, _ in known})) or "-"
        raise SignatureRefused(f"It is not signed by {names}.", f"Không có chữ ký của {names}.")
    return tuple(found)
