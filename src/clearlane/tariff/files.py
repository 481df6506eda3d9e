"""The files of a tariff, wherever they lie: a folder, a zip, one file, or bytes that came with a request."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from clearlane.model.text import Text
from clearlane.tariff.faults import Faults

LARGEST = 256 * 1024 * 1024
"""So many bytes a tariff may have in all, unpacked."""
_MOST_FILES = 64
_KNOWN = (".csv", ".txt", ".tsv", ".parquet")

Source = Mapping[str, bytes] | bytes | str | Path


def files_of(source: Source, faults: Faults) -> dict[str, bytes]:
    """Return the tariff files by name, without folders. What cannot be read is noted as a fault.

    Args:
      source: A path to a folder, zip or file; the bytes of a zip or file; or several files by name.
      faults: Where to note what stands against them.
    """
    found: dict[str, bytes] = {}
    for name, body in _opened(source, faults):
        for inner, data in _unpacked(name, body, faults) if _zipped(body) else [(name, body)]:
            if inner in found:
                faults.add(inner, 0, "", Text(en="There are two files of this name.", vi="Có hai tệp cùng tên này."))
            found[inner] = data
    if not found and not faults:
        faults.add("", 0, "", Text(en="There is no file to read.", vi="Không có tệp nào để đọc."), _SUITABLE)
    return found


_SUITABLE = Text(en="Give CSV or Parquet files, a folder of them, or a zip.", vi="Hãy đưa tệp CSV hoặc Parquet, một thư mục hoặc tệp zip.")
_TOO_LARGE = Text(
    en=f"The tariff is too large: more than {LARGEST // 2**20} MB unpacked.",
    vi=f"Biểu thuế quá lớn: hơn {LARGEST // 2**20} MB sau khi giải nén.",
)


def _zipped(body: bytes) -> bool:
    return body[:4] in (b"PK\x03\x04", b"PK\x05\x06")


def _opened(source: Source, faults: Faults) -> Iterator[tuple[str, bytes]]:
    if isinstance(source, bytes):
        yield "", source
    elif isinstance(source, Mapping):
        if sum(map(len, source.values())) > LARGEST:
            faults.add("", 0, "", _TOO_LARGE)
            return
        yield from ((PurePosixPath(name).name, body) for name, body in source.items())
    else:
        yield from _from_disk(Path(source), faults)


def _from_disk(path: Path, faults: Faults) -> Iterator[tuple[str, bytes]]:
    try:
        paths = sorted(one for one in path.iterdir() if one.suffix.lower() in _KNOWN) if path.is_dir() else [path]
        if sum(one.stat().st_size for one in paths) > LARGEST:
            faults.add(path.name, 0, "", _TOO_LARGE)
            return
        for one in paths:
            yield one.name, one.read_bytes()
    except OSError as trouble:
        why = trouble.strerror or "unknown"
        faults.add(path.name, 0, "", Text(en=f"The file cannot be opened: {why}.", vi=f"Không mở được tệp: {why}."))


def _unpacked(name: str, body: bytes, faults: Faults) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            yield from _members(name, archive, faults)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error):
        cause = Text(en="The zip is damaged, encrypted, or packed in an unusual way.", vi="Tệp zip bị hỏng, có mật khẩu hoặc nén lạ.")
        faults.add(name, 0, "", cause)


def _members(name: str, archive: zipfile.ZipFile, faults: Faults) -> Iterator[tuple[str, bytes]]:
    names = {entry.filename for entry in archive.infolist()}
    if any(one.startswith("xl/") for one in names):
        cause = Text(en="This is an Excel workbook.", vi="Đây là tệp Excel.")
        faults.add(name, 0, "", cause, Text(en="Save each sheet as CSV UTF-8.", vi="Hãy lưu từng trang thành CSV UTF-8."))
        return
    wanted = [one for one in archive.infolist() if PurePosixPath(one.filename).suffix.lower() in _KNOWN and "__MACOSX" not in one.filename]
    if len(wanted) > _MOST_FILES or sum(one.file_size for one in wanted) > LARGEST:
        faults.add(name, 0, "", _TOO_LARGE)
        return
    left = LARGEST
    for one in wanted:
        with archive.open(one) as stream:
            data = stream.read(left + 1)
        left -= len(data)
        if left < 0:
            faults.add(name, 0, "", _TOO_LARGE)
            return
        yield PurePosixPath(one.filename).name, data
