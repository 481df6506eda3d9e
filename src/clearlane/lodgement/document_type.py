"""What the bytes of a document are: found from the bytes themselves, whatever a name says. Nothing of them is ever executed."""

from __future__ import annotations

from collections.abc import Callable

from clearlane.lodgement.xml_tree import parse
from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text

MOST_BYTES = 50 * 1024 * 1024
"""The largest document taken."""
_PDF_HEAD = 1024
_TIFF = (b"II*\0", b"MM\0*")


def media_type(data: bytes) -> str:
    """Return what a document is: ``application/pdf``, an image (PNG, JPEG, TIFF, WebP) or ``application/xml``.

    A file that breaks off in the middle is refused: half a document proves nothing.

    Raises:
      Unreadable: It is empty, too large, broken off, or none of these.

    >>> media_type(b"%PDF-1.7 ... %%EOF")
    'application/pdf'
    """
    if not data:
        raise _unreadable("The document is empty.", "Tệp chứng từ rỗng.")
    if len(data) > MOST_BYTES:
        most = MOST_BYTES // 1024 // 1024
        raise _unreadable(f"The document is larger than {most} MB.", f"Tệp chứng từ lớn hơn {most} MB.")
    for kind, begins, whole in _KINDS:
        if begins(data):
            if not whole(data):
                raise _unreadable(
                    "The document breaks off before its end. Send it once more.", "Tệp chứng từ bị thiếu phần cuối. Hãy gửi lại."
                )
            return kind
    if data.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0").startswith(b"<"):
        parse(data, max_bytes=MOST_BYTES)
        return "application/xml"
    raise _unreadable(
        "The document is neither a PDF, nor an image (PNG, JPEG, TIFF, WebP), nor XML.",
        "Tệp không phải PDF, ảnh (PNG, JPEG, TIFF, WebP) hay XML.",
    )


def _unreadable(en: str, vi: str) -> Unreadable:
    return Unreadable(Text(en=en, vi=vi))


def _has_pdf_end(data: bytes) -> bool:
    return b"%%EOF" in data[-2048:]


def _has_png_end(data: bytes) -> bool:
    return data[12:16] == b"IHDR" and b"IEND" in data[-64:]


def _has_jpeg_end(data: bytes) -> bool:
    return b"\xff\xd9" in data[-4096:]


def _holds_tiff(data: bytes) -> bool:
    order = "little" if data[:2] == b"II" else "big"
    first = int.from_bytes(data[4:8], order)  # type: ignore[arg-type]
    return 8 <= first < len(data) - 2


def _holds_webp(data: bytes) -> bool:
    return len(data) >= int.from_bytes(data[4:8], "little") + 8


_KINDS: tuple[tuple[str, Callable[[bytes], bool], Callable[[bytes], bool]], ...] = (
    ("application/pdf", lambda data: b"%PDF-" in data[:_PDF_HEAD], _has_pdf_end),
    ("image/png", lambda data: data.startswith(b"\x89PNG\r\n\x1a\n"), _has_png_end),
    ("image/jpeg", lambda data: data.startswith(b"\xff\xd8\xff"), _has_jpeg_end),
    ("image/tiff", lambda data: data.startswith(_TIFF), _holds_tiff),
    ("image/webp", lambda data: data[:4] == b"RIFF" and data[8:12] == b"WEBP", _holds_webp),
)
