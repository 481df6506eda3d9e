"""Read: a message of a bank, whichever of the forms it has, to reports."""

from __future__ import annotations

from clearlane.model.payment import BankReport
from clearlane.payment.camt import read_camt
from clearlane.payment.csv_form import read_csv

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read(data: bytes) -> tuple[BankReport, ...]:
    """Return the reports in a message of a bank: ISO 20022 where it begins as XML does, else a table as CSV.

    Raises:
      Unreadable: It is neither, or something in it is missing or malformed; with ``line``. Nothing is read in part.
    """
    begins = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip()
    return read_camt(data) if begins.startswith(b"<") or data[:2] in _UTF16 else read_csv(data)
