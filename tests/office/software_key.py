"""A security key made of software: it answers what a browser passes on, as a real one does (ES256, no attestation)."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

PRESENT, NEW = 0x01, 0x40


class SoftwareKey:
    """A key, the page on which it is used, and how often it says it has signed."""

    def __init__(self, identity: bytes = b"key one", origin: str = "https://office.example", domain: str = "office.example") -> None:
        self.identity, self.origin, self.domain, self.count = identity, origin, domain, 0
        self._private = ec.generate_private_key(ec.SECP256R1())

    def set_up(self, options: str) -> str:
        """What it answers when it is set up."""
        numbers = self._private.public_key().public_numbers()
        public = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32), -3: numbers.y.to_bytes(32)}
        own = bytes(16) + len(self.identity).to_bytes(2) + self.identity + cbor2.dumps(public)
        attested = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": self._said(PRESENT | NEW) + own})
        return self._answer({"clientDataJSON": self._client("webauthn.create", options), "attestationObject": attested})

    def sign(self, options: str) -> str:
        """What it answers when its holder signs in."""
        self.count += 1
        said, client = self._said(PRESENT), self._client("webauthn.get", options)
        signature = self._private.sign(said + sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return self._answer({"clientDataJSON": client, "authenticatorData": said, "signature": signature})

    def _said(self, flags: int) -> bytes:
        return sha256(self.domain.encode()).digest() + bytes([flags]) + self.count.to_bytes(4)

    def _client(self, kind: str, options: str) -> bytes:
        return json.dumps({"type": kind, "challenge": json.loads(options)["challenge"], "origin": self.origin}).encode()

    def _answer(self, response: dict[str, bytes]) -> str:
        named = _letters(self.identity)
        said: dict[str, Any] = {part: _letters(data) for part, data in response.items()}
        return json.dumps({"id": named, "rawId": named, "type": "public-key", "response": said})


def _letters(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")
