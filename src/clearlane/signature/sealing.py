"""A part of a draw's secret, sealed so that only the officer who holds it can open it.

Sealed either to the officer's key (X25519, then HKDF with SHA-256 and ChaCha20-Poly1305) or under words he keeps in his head (scrypt, then
the same). What it is for, such as the period and the holder, is bound in: a part cannot be passed off as another period's.
"""

from __future__ import annotations

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from clearlane.model.refusals import NotAllowed
from clearlane.model.text import Text

_NONCE = bytes(12)  # each key of the cipher is used once: it hangs on a fresh key or fresh salt
_TO_KEY, _WITH_WORDS = b"\x01", b"\x02"
_SCRYPT_COST = 2**15
_CLOSED = Text(
    en="The part was not opened: the key or the words do not fit it.", vi="Không mở được phần khóa: khóa hoặc mật khẩu không khớp."
)


def public_of(private_key: bytes) -> bytes:
    """Return the public key of an X25519 private key, 32 bytes."""
    return X25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()


def seal_to_key(part: bytes, public_key: bytes, purpose: str, randomness: bytes) -> bytes:
    """Seal a part to an officer's X25519 public key of 32 bytes, with 32 fresh random bytes."""
    passing = X25519PrivateKey.from_private_bytes(randomness)
    sent = passing.public_key().public_bytes_raw()
    shared = passing.exchange(X25519PublicKey.from_public_bytes(public_key))
    return _TO_KEY + sent + _cipher(shared, sent + public_key).encrypt(_NONCE, part, purpose.encode())


def open_with_key(sealed: bytes, private_key: bytes, purpose: str) -> bytes:
    """Open a part with the officer's X25519 private key. Raises ``NotAllowed`` where key or purpose do not fit."""
    holder, sent = X25519PrivateKey.from_private_bytes(private_key), sealed[1:33]
    if sealed[:1] != _TO_KEY or len(sent) != 32:
        raise NotAllowed(_CLOSED)
    try:
        shared = holder.exchange(X25519PublicKey.from_public_bytes(sent))
        return _cipher(shared, sent + holder.public_key().public_bytes_raw()).decrypt(_NONCE, sealed[33:], purpose.encode())
    except (InvalidTag, ValueError) as wrong:
        raise NotAllowed(_CLOSED) from wrong


def seal_with_words(part: bytes, words: str, purpose: str, randomness: bytes) -> bytes:
    """Seal a part under words the officer keeps, with 16 fresh random bytes. As strong as the words are long."""
    if len(randomness) != 16:
        raise AssertionError("The salt is 16 fresh random bytes.")
    return _WITH_WORDS + randomness + _cipher(_stretched(words, randomness), randomness).encrypt(_NONCE, part, purpose.encode())


def open_with_words(sealed: bytes, words: str, purpose: str) -> bytes:
    """Open a part with the officer's words. Raises ``NotAllowed`` where words or purpose do not fit."""
    salt = sealed[1:17]
    if sealed[:1] != _WITH_WORDS or len(salt) != 16:
        raise NotAllowed(_CLOSED)
    try:
        return _cipher(_stretched(words, salt), salt).decrypt(_NONCE, sealed[17:], purpose.encode())
    except InvalidTag as wrong:
        raise NotAllowed(_CLOSED) from wrong


def _stretched(words: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=_SCRYPT_COST, r=8, p=1).derive(words.encode())


def _cipher(shared: bytes, salt: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(HKDF(algorithm=SHA256(), length=32, salt=salt, info=b"clearlane part of a draw's secret").derive(shared))
