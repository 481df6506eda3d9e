"""What the office asks of this plug, and what the three forms of signature answer inside it."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from cryptography import x509

from clearlane.model.signature import SignatureEvidence
from clearlane.model.text import Text


class Verifier(Protocol):
    """Says what a declarant's signature proves about the bytes of a message."""

    def verify(self, content: bytes, signature: bytes | None) -> SignatureEvidence | None:
        """Return the evidence, or None where the message carries no signature and none came with it."""
        ...


class Proof(NamedTuple):
    """A signature that holds: who signed, and when by their own account."""

    certificate: x509.Certificate
    signed_at: str | None


class NotProven(Exception):
    """A signature does not hold; the reason is in words for the declarant."""

    def __init__(self, reason: Text, certificate: x509.Certificate | None = None) -> None:
        super().__init__(reason.en)
        self.reason = reason
        self.certificate = certificate
