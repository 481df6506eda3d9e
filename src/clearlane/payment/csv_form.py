"""CSV: credits as a table, where a bank gives no ISO 20022. The first line names the columns, in any order.

| column | what it holds | must it be there |
|---|---|---|
| ``account`` | our account at the bank | yes |
| ``currency`` | ISO 4217 | yes |
| ``booked`` | the day the bank booked it, ``2026-11-20`` | yes |
| ``amount`` | with a decimal point; below 0 for money that went out | yes |
| ``reference`` | what it is for: our number, or the RF reference | no |
| ``servicer_reference`` | the bank's own number of what it booked | no |
| ``end_to_end`` | the payer's reference | no |
| ``payer`` | the payer's name | no |
| ``words`` | the payer's free words | no |
| ``reversal`` | ``true`` where something is taken back | no |
"""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from decimal import Decimal

from clearlane.model.payment import BankReport, Credit, Inexact, in_minor
from clearlane.payment.identity import Identities, given
from clearlane.payment.refusing import missing, unreadable

NEEDED = ("account", "currency", "booked", "amount")
COLUMNS = (*NEEDED, "reference", "servicer_reference", "end_to_end", "payer", "words", "reversal")
_AMOUNT = re.compile(r"-?\d{1,18}(?:\.\d{1,4})?")
_CURRENCY = re.compile(r"[A-Z]{3}")
_YES, _NO = ("true", "1", "yes"), ("", "false", "0", "no")


def read_csv(data: bytes) -> tuple[BankReport, ...]:
    """Return the reports of a table: one notification for each account and currency in it.

    Raises:
      Unreadable: It is no such table, or a row is malformed; with ``line``.
    """
    try:
        written = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise unreadable(line, "the table is not in UTF-8.", "bảng không ở dạng mã UTF-8.") from None
    head = written.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(written, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",", strict=True)
    try:
        rows.fieldnames = _names(rows)
        return _reports(rows)
    except csv.Error:
        raise unreadable(rows.line_num or 1, "the row is malformed.", "dòng bị lỗi định dạng.") from None


def _names(rows: csv.DictReader[str]) -> list[str]:
    names = [name.strip().lower() for name in rows.fieldnames or []]
    for name in NEEDED:
        if name not in names:
            raise missing(1, f"the column {name}")
    if set(names) - set(COLUMNS) or len(set(names)) < len(names):
        raise unreadable(1, f"columns are {', '.join(COLUMNS)}, each once at most.", "tên cột không hợp lệ hoặc bị lặp.")
    return names


def _reports(rows: csv.DictReader[str]) -> tuple[BankReport, ...]:
    """Return the reports; a row of nothing is left out."""
    found: dict[tuple[str, str], list[Credit]] = {}
    known: dict[str, Identities] = {}
    for row in rows:
        if None in row or None in row.values():
            raise unreadable(rows.line_num, "the row has more or fewer cells than there are columns.", "số ô không khớp với số cột.")
        cells = {name: " ".join(cell.split()) for name, cell in row.items()}
        account, currency = cells["account"].replace(" ", ""), cells["currency"]
        if not account or len(account) > 60 or not _CURRENCY.fullmatch(currency):
            raise unreadable(rows.line_num, "account or currency is malformed.", "tài khoản hoặc đồng tiền không hợp lệ.")
        credit = _credit(cells, currency, known.setdefault(account, Identities(account)), rows.line_num)
        found.setdefault((account, currency), []).append(credit)
    return tuple(
        BankReport(
            "notification", account, currency, "", max(credit.on for credit in booked), tuple(credit for credit in booked if credit.minor)
        )
        for (account, currency), booked in found.items()
    )


def _credit(cells: dict[str, str], currency: str, identities: Identities, line: int) -> Credit:
    try:
        if not _AMOUNT.fullmatch(cells["amount"]):
            raise Inexact(cells["amount"])  # noqa: TRY301
        minor = in_minor(Decimal(cells["amount"]), currency)
    except Inexact:
        raise unreadable(line, f"the amount is no amount of {currency}.", f"số tiền không hợp lệ đối với {currency}.") from None
    try:
        on = date.fromisoformat(cells["booked"])
    except ValueError:
        raise unreadable(line, "the day is none, such as 2026-11-20.", "ngày không hợp lệ, ví dụ đúng: 2026-11-20.") from None
    reversal = cells.get("reversal", "").lower()
    if reversal not in _YES + _NO:
        raise unreadable(line, "reversal is true or false.", "cột reversal chỉ nhận true hoặc false.")
    reference, end = given(cells.get("reference", "")), given(cells.get("end_to_end", ""))
    identity, opposite = identities.of(minor, currency, on, cells.get("servicer_reference", ""), reference, end)
    references = tuple(dict.fromkeys(one for one in (reference, end) if one))
    payer, words = cells.get("payer", ""), cells.get("words", "")
    return Credit(identity, identity, opposite, minor, currency, on, references, reversal in _YES, payer, words, line)


def _moves(credit: Credit) -> bool:
    return credit.minor != 0
