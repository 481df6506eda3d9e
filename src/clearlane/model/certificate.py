"""Certificates that an office issues as verifiable credentials: of origin, of the status of an authorised economic operator, of release."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

import msgspec

from clearlane.model.text import Text

CertificateKind = Literal["origin", "aeo", "release"]
KINDS: dict[CertificateKind, Text] = {
    "origin": Text(en="Certificate of origin", vi="Giấy chứng nhận xuất xứ"),
    "aeo": Text(en="Status of authorised economic operator", vi="Tư cách doanh nghiệp ưu tiên (AEO)"),
    "release": Text(en="Release note", vi="Giấy thông quan"),
}


class Certificate(msgspec.Struct, frozen=True):
    """A certificate as the office knows it.

    Attributes:
      number: Its number.
      kind: What it certifies.
      issued_at: When it was issued.
      place: Its place in the status list.
      by: Who issued it.
      withdrawn_at: When it was withdrawn; None while it stands.
      document: The signed credential; None where it was erased beside the log.
    """

    number: str
    kind: CertificateKind
    issued_at: datetime
    place: int
    by: str
    withdrawn_at: datetime | None = None
    document: dict[str, Any] | None = None
