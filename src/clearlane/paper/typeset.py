"""A sheet as PDF/A-2b: readable in thirty years, tagged for screen readers, with a QR code. No font of the machine is used."""

from __future__ import annotations

from importlib.resources import as_file, files
from io import BytesIO

import msgspec

from clearlane.model.refusals import Unavailable
from clearlane.model.sheet import Sheet
from clearlane.model.text import Text

_MISSING = Text(
    en="Paper needs the extra 'paper': pip install clearlane[paper]. The same stands on the page of the declaration.",
    vi="Để in ra PDF cần cài thêm phần 'paper': pip install clearlane[paper]. Nội dung tương tự có trên trang tờ khai.",
)


def pdf(sheet: Sheet) -> bytes:
    """Return a sheet as PDF. What it says is data to the typesetter, never instructions.

    Raises:
      Unavailable: The extra is not installed.
    """
    try:
        import typst  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        raise Unavailable(_MISSING) from None
    given = {"sheet": msgspec.json.encode(sheet).decode(), "qr": qr(sheet.code)}
    with as_file(files("clearlane.paper").joinpath("sheet.typ")) as template:
        return bytes(typst.compile(template, sys_inputs=given, ignore_system_fonts=True, pdf_standards=["a-2b"]))


def qr(code: str) -> str:
    """Return a QR code as SVG, readable with a quarter of it torn off (error correction Q).

    Raises:
      Unavailable: The extra is not installed.
    """
    try:
        import segno  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        raise Unavailable(_MISSING) from None
    drawn = BytesIO()
    segno.make(code, error="q", micro=False).save(drawn, kind="svg", border=2, xmldecl=False)
    return drawn.getvalue().decode()
