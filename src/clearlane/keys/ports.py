"""What signs: a name, a public key, and a private one that never leaves it."""

from __future__ import annotations

from typing import Protocol


class Signer(Protocol):
    """Signs in a name."""

    @property
    def name(self) -> str:
        """Whose key it is, such as ``customs.example/log``."""

    @property
    def public(self) -> bytes:
        """The public half, 32 bytes of Ed25519."""

    @property
    def vkey(self) -> str:
        """The public half as it is handed on: ``NAME+HASH+BASE64``."""

    def sign(self, message: bytes) -> bytes:
        """Return the signature over a message, 64 bytes of Ed25519."""
