"""What is handed in at the command line: files, folders of them, or standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from clearlane.model.receipt import Lodgement
from clearlane.model.refusals import Refusal, Unreadable
from clearlane.model.text import Text

STDIN = "-"
_ENDINGS = (".xml", ".json")


class Source(msgspec.Struct, frozen=True):
    """One message handed in.

    Attributes:
      name: The file as it was named; ``-`` for standard input.
      content: Its bytes with what goes beside them, or why there are none.
    """

    name: str
    content: Lodgement | Refusal


def listed(places: Iterable[str]) -> list[str | Source]:
    """Return the files that some places stand for, in order: of a folder its ``*.xml`` and ``*.json``, sorted by name."""
    return [found for place in places for found in _listed(place)]


def _listed(place: str) -> Iterator[str | Source]:
    """Yield the files of a place. Of a folder, what is neither file nor missing, such as a pipe, would be waited for without end."""
    path = Path(place)
    try:
        if place == STDIN or not path.is_dir():
            yield place
            return
        inside = sorted(str(one) for one in path.iterdir() if one.suffix.lower() in _ENDINGS and (one.is_file() or not one.exists()))
    except OSError as fault:
        yield Source(place, _unread(place, fault))
        return
    if not inside:
        words = Text(en=f"The folder {place} holds no *.xml and no *.json.", vi=f"Thư mục {place} không có tệp *.xml hay *.json.")
        yield Source(place, Unreadable(words))
    yield from inside


def taken(named: Iterable[str | Source], max_bytes: int, signature: bytes | None, outside_number: str) -> Iterator[Source]:
    """Yield each message with its bytes, read when its turn comes and never more of it than may be taken."""
    for name in named:
        if isinstance(name, Source):
            yield name
            continue
        try:
            yield Source(name, Lodgement(bytes_of(name, max_bytes), signature, outside_number))
        except Refusal as refusal:
            yield Source(name, refusal)


def bytes_of(name: str, max_bytes: int) -> bytes:
    """Return the bytes of a file, or of standard input.

    Raises:
      Unreadable: It cannot be read, or is too large.
    """
    try:
        if name == STDIN:
            data = sys.stdin.buffer.read(max_bytes + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(max_bytes + 1)
    except (OSError, ValueError) as fault:
        raise _unread(name, fault) from None
    if len(data) > max_bytes:
        words = Text(
            en=f"Line 1, column 1: the message has more than {max_bytes} bytes, the most that are read. Nothing was recorded.",
            vi=f"Dòng 1, cột 1: thông điệp có hơn {max_bytes} byte, là mức tối đa được đọc. Không có gì được ghi nhận.",
        )
        raise Unreadable(words, line=1, column=1)
    return data


def _unread(name: str, fault: Exception) -> Unreadable:
    if isinstance(fault, FileNotFoundError):
        return Unreadable(Text(en=f"There is no file {name}.", vi=f"Không có tệp {name}."))
    if isinstance(fault, PermissionError):
        return Unreadable(Text(en=f"The file {name} may not be read.", vi=f"Không được phép đọc tệp {name}."))
    why = (fault.strerror if isinstance(fault, OSError) else "") or type(fault).__name__
    return Unreadable(Text(en=f"The file {name} cannot be read: {why}.", vi=f"Không đọc được tệp {name}: {why}."))
