"""A key in a file that only its owner can read; made when it is first asked for."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from clearlane.model.refusals import Unavailable
from clearlane.model.text import Text
from clearlane_verify.note import ED25519, Verifier

_FORM = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())


class MemorySigner:
    """Signs with a key that ends with the process.

    Args:
      name: Who signs.
      key: The key; a new one unless given.
    """

    def __init__(self, name: str, key: Ed25519PrivateKey | None = None) -> None:
        self.name = name
        self._key = key or Ed25519PrivateKey.generate()
        self.public = self._key.public_key().public_bytes_raw()

    @property
    def vkey(self) -> str:
        """The public half as it is handed on."""
        return str(Verifier(self.name, ED25519, self.public))

    def sign(self, message: bytes) -> bytes:
        """Return the signature over a message."""
        return self._key.sign(message)


class FileSigner(MemorySigner):
    """Signs with the key in a file (PEM, PKCS 8), which is made where there is none.

    Args:
      path: The file.
      name: Who signs.

    Raises:
      Unavailable: The file cannot be read or made, or holds no key of Ed25519.
    """

    def __init__(self, path: Path, name: str) -> None:
        super().__init__(name, _key_in(path))


def _key_in(path: Path) -> Ed25519PrivateKey:
    try:
        if not path.exists():
            _make(path)
        key = serialization.load_pem_private_key(path.read_bytes(), None)
    except (OSError, TypeError, ValueError) as fault:
        raise _unusable(path) from fault
    if not isinstance(key, Ed25519PrivateKey):
        raise _unusable(path)
    return key


def _make(path: Path) -> None:
    """Make a key whole or not at all; where another was first, its key stays."""
    handle, name = mkstemp(dir=path.parent, prefix=f"{path.name}.")  # readable by its owner only
    new = Path(name)
    with os.fdopen(handle, "wb") as file:
        file.write(Ed25519PrivateKey.generate().private_bytes(*_FORM))
        file.flush()
        os.fsync(file.fileno())
    try:
        with suppress(FileExistsError):
            os.link(new, path)
    finally:
        new.unlink()


def _unusable(path: Path) -> Unavailable:
    return Unavailable(
        Text(
            en=f"The key file {path.name} cannot be used. Restore it, or name another.",
            vi=f"Không dùng được tệp khóa {path.name}. Hãy khôi phục tệp hoặc chỉ tệp khác.",
        )
    )
