"""The key of an office's machine: what it must keep secret at rest is sealed to it, so that a copy of the store alone opens nothing."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Protocol

from clearlane.model.refusals import Unavailable
from clearlane.model.text import Text

LENGTH = 32
_PASSING = ":memory:"


class MachineKey(Protocol):
    """Gives the key."""

    def private(self) -> bytes:
        """Return the private key, 32 bytes (X25519)."""


def key_of(store: str, path: str) -> MachineKey:
    """Return the key of an office: in a file where its store lasts, else one that ends with the store.

    Args:
      store: Where facts are kept.
      path: The file, as the setting ``machine_key`` names it.
    """
    return KeyInMemory() if _PASSING in store else KeyFile(Path(path))


class KeyInMemory:
    """A key that ends with the process: for practice, trials and tests."""

    def __init__(self, key: bytes | None = None) -> None:
        self._key = key or secrets.token_bytes(LENGTH)

    def private(self) -> bytes:
        """Return the private key, 32 bytes."""
        return self._key


class KeyFile:
    """A key in a file that only its owner can read; made when it is first asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def private(self) -> bytes:
        """Return the private key, 32 bytes.

        Raises:
          Unavailable: The file cannot be read or made, or holds no key.
        """
        try:
            if not self._path.exists():
                with os.fdopen(os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                    file.write(secrets.token_bytes(LENGTH))
            key = self._path.read_bytes()
        except OSError as fault:
            raise self._unusable() from fault
        if len(key) != LENGTH:
            raise self._unusable()
        return key

    def _unusable(self) -> Unavailable:
        return Unavailable(
            Text(
                en=f"The machine's key file {self._path.name} cannot be used. Restore it, or name another by the setting machine_key.",
                vi=f"Không dùng được tệp khóa của máy {self._path.name}. Hãy khôi phục tệp, hoặc chỉ tệp khác bằng thiết lập machine_key.",
            )
        )
