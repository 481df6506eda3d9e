"""Keys with which the office signs what it says of itself, chosen by where they lie: in a file of this machine, in hardware, in memory.

>>> signer = open_signer("memory:", "customs.example/log")
>>> signer.vkey.split("+")[0]
'customs.example/log'
"""

from __future__ import annotations

from pathlib import Path

from clearlane.keys.file import FileSigner, MemorySigner
from clearlane.keys.hardware import HEAD, HardwareSigner
from clearlane.keys.ports import Signer

__all__ = ["Signer", "open_signer"]


def open_signer(place: str, name: str) -> Signer:
    """Return what signs under a name.

    Args:
      place: The path of the file with the key, made when it is first needed; ``pkcs11:`` and what follows for one in hardware;
        ``memory:`` for one that ends with the process.
      name: Who signs: the name of the log, such as ``customs.example/log``.

    Raises:
      Unavailable: The file cannot be read or made, or holds no key; the hardware cannot be used.
    """
    if place.startswith(HEAD):
        return HardwareSigner(place, name)
    return MemorySigner(name) if place == "memory:" else FileSigner(Path(place), name)
