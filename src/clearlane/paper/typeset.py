"""A sheet as PDF/A-2b: readable in thirty years, tagged for screen readers, with a QR code. No font of the machine is used."""

from __future__ import annotations

import re
from importlib.resources import as_file, files
from io import BytesIO

import msgspec

from clearlane.model.certificate_sheet import CertificateSheet
from clearlane.model.refusals import Unavailable
from clearlane.model.sheet import Sheet
from clearlane.model.text import Text

_MISSING = Text(
    en="Paper needs the extra 'paper': pip install clearlane[paper]. The same stands on the page of the declaration.",
    vi="Để in ra PDF cần cài thêm phần 'paper': pip install clearlane[paper]. Nội dung tương tự có trên trang tờ khai.",
)


_MODULE = 0.48
"""How wide a module of the code of a certificate is, in millimetres: a phone reads it, and so it is printed by any printer."""


def pdf(sheet: Sheet) -> bytes:
    """Return a sheet as PDF. What it says is data to the typesetter, never instructions.

    Raises:
      Unavailable: The extra is not installed.
    """
    return _set("sheet.typ", {"sheet": msgspec.json.encode(sheet).decode(), "qr": qr(sheet.code)})


def certificate_pdf(sheet: CertificateSheet) -> bytes:
    """Return a certificate as PDF, with its code as wide as it needs to be. Its words too are data, never instructions.

    Raises:
      Unavailable: The extra is not installed.
    """
    drawn = qr(sheet.code, "m")
    width = max(20.0, int(re.findall(r'width="(\d+)"', drawn)[0]) * _MODULE)
    return _set("certificate.typ", {"sheet": msgspec.json.encode(sheet).decode(), "qr": drawn, "width": f"{width:.1f}"})


def _set(template: str, given: dict[str, str]) -> bytes:
    try:
        import typst  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        raise Unavailable(_MISSING) from None
    with as_file(files("clearlane.paper").joinpath(template)) as path:
        return bytes(typst.compile(path, sys_inputs=given, ignore_system_fonts=True, pdf_standards=["a-2b"]))


def qr(code: str, strength: str = "q") -> str:
    """Return a QR code as SVG, readable with a part of it torn off: a quarter at error correction Q, an eighth at M.

    Args:
      code: What it says.
      strength: The error correction, ``q`` or ``m``.

    Raises:
      Unavailable: The extra is not installed.
    """
    try:
        import segno  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        raise Unavailable(_MISSING) from None
    drawn = BytesIO()
    segno.make(code, error=strength, micro=False).save(drawn, kind="svg", border=2, xmldecl=False)
    return drawn.getvalue().decode()
