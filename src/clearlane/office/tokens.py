"""The file of callers' tokens: one table ``[[token]]`` each, with ``digest``, ``role``, ``party`` and ``acts_for``."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import msgspec

from clearlane.model.text import Text
from clearlane.office.access import Asker, Token, holder
from clearlane.office.settings import Misconfigured


class _File(msgspec.Struct, forbid_unknown_fields=True):
    token: list[Token] = []


def read_tokens(path: Path) -> tuple[Token, ...]:
    """Return the tokens in a file; none where there is no file.

    Raises:
      Misconfigured: The file cannot be read, or a token in it lacks something.
    """
    try:
        return tuple(msgspec.toml.decode(path.read_bytes(), type=_File).token)
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.MsgspecError) as fault:
        why = (fault.strerror or type(fault).__name__) if isinstance(fault, OSError) else str(fault)
        raise Misconfigured(
            Text(en=f"{path.name} cannot be read: {why}.", vi=f"Không đọc được {path.name}: {why}."), source=path.name
        ) from None


def keep_token(path: Path, token: Token) -> None:
    """Add a token to a file, which only its owner may read.

    Raises:
      Misconfigured: The file holds something else.
    """
    read_tokens(path)
    lines = ["[[token]]", f'digest = "{token.digest}"', f'role = "{token.role}"']
    if token.party:
        lines.append(f"party = {_quoted(token.party)}")
    if token.acts_for:
        lines.append(f"acts_for = [{', '.join(map(_quoted, token.acts_for))}]")
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n\n")


def _quoted(words: str) -> str:
    return msgspec.json.encode(words).decode()


class Keyring:
    """The tokens in force: read anew when their file changes, so that one taken out is void at once.

    Args:
      path: The file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp: tuple[int, int] | None = None
        self._tokens: tuple[Token, ...] = ()
        self._refresh()

    def holder(self, given: str) -> Asker | None:
        """Return who holds a token; None where it is none of ours.

        Raises:
          Misconfigured: The file cannot be read any more.
        """
        self._refresh()
        return holder(self._tokens, given)

    def _refresh(self) -> None:
        try:
            status = self._path.stat()
            stamp = (status.st_mtime_ns, status.st_size)
        except OSError:
            stamp = None
        if stamp is None or stamp != self._stamp:
            self._tokens, self._stamp = read_tokens(self._path), stamp
