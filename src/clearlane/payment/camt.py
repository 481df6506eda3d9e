"""ISO 20022: bank-to-customer notifications (camt.054) and statements (camt.053), versions 2 to 13, read by local name.

An entry of the bank may hold several transactions. Where their amounts add up to the entry, each is a credit of its own; where the bank
gives none, or they do not add up, the entry is one credit. Entries that are only pending are left for when they are booked.
Source: ISO 20022 message definitions, Bank-to-Customer Cash Management, camt.053.001.02 to .13 and camt.054.001.02 to .13.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Literal

from lxml import etree

from clearlane.model.payment import BankReport, Credit, Inexact, in_minor
from clearlane.payment.bank_xml import below, first, line_of, parse, text
from clearlane.payment.identity import Identities, given
from clearlane.payment.refusing import missing, unreadable

_NAMESPACE = re.compile(r"urn:iso:std:iso:20022:tech:xsd:camt\.05([34])\.001\.(\d\d)")
_VERSIONS = range(2, 14)
_AMOUNT = re.compile(r"\d{1,18}(?:\.\d{1,17})?")
_CURRENCY = re.compile(r"[A-Z]{3}")
_OPENING, _CLOSING = ("OPBD", "PRCD"), ("CLBD",)
_KINDS: dict[str, tuple[Literal["notification", "statement"], str, str]] = {
    "4": ("notification", "BkToCstmrDbtCdtNtfctn", "Ntfctn"),
    "3": ("statement", "BkToCstmrStmt", "Stmt"),
}


def read_camt(data: bytes) -> tuple[BankReport, ...]:
    """Return the reports of a message, one for each account and statement in it.

    Raises:
      Unreadable: It is no such message, or something in it is missing or malformed; with ``line``.
    """
    root = parse(data)
    document = root if etree.QName(root).localname == "Document" else next(root.iter("{*}Document"), None)
    namespace = etree.QName(document).namespace if document is not None else None
    match = _NAMESPACE.fullmatch(namespace or "")
    if document is None or match is None or int(match[2]) not in _VERSIONS:
        raise unreadable(
            line_of(root),
            "this is no camt.054 notification and no camt.053 statement of a version from 001.02 to 001.13.",
            "đây không phải thông báo báo có camt.054 hay sao kê camt.053 phiên bản từ 001.02 đến 001.13.",
        )
    kind, body, name = _KINDS[match[1]]
    reports = below(document, body, name)
    if not reports:
        raise missing(line_of(document), f"{body}/{name}")
    return tuple(_report(report, kind) for report in reports)


def _report(report: etree._Element, kind: Literal["notification", "statement"]) -> BankReport:
    account = text(report, "Acct", "Id", "IBAN") or text(report, "Acct", "Id", "Othr", "Id")
    if not account:
        raise missing(line_of(report), "Acct/Id")
    account = "".join(account.split())[:60]
    entries = below(report, "Ntry")
    currency = text(report, "Acct", "Ccy") or _first_currency(report)
    made = _day(report, "CreDtTm", "FrToDt/ToDtTm", "FrToDt/ToDt")
    whole, single = Identities(account), Identities(account)
    booked = [credit for entry in entries if _is_booked(entry) for credit in _credits(entry, currency, made, whole, single)]
    return BankReport(
        kind,
        account,
        currency,
        text(report, "Id"),
        _closing_day(report) or made or max((credit.on for credit in booked), default=date.min),
        tuple(credit for credit in booked if credit.minor),
        _balance(report, _OPENING, currency),
        _balance(report, _CLOSING, currency),
        sum(not _is_booked(entry) for entry in entries),
    )


def _credits(entry: etree._Element, currency: str, made: date | None, whole: Identities, single: Identities) -> list[Credit]:
    """Return the credits of an entry. One that is all the bank tells has the identity of the entry as a whole."""
    minor = _signed(entry, first(entry, "Amt"), currency)
    on = _day(entry, "BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm") or made
    if on is None:
        raise missing(line_of(entry), "BookgDt")
    servicer, number = given(text(entry, "AcctSvcrRef")), text(entry, "NtryRef")
    parts = below(entry, "NtryDtls", "TxDtls")
    only = parts[0] if len(parts) == 1 else None
    if only is not None:
        servicer = servicer or given(text(only, "Refs", "AcctSvcrRef"))
    group = whole.of(minor, currency, on, servicer, number, "")
    amounts = _amounts(entry, parts, currency) if len(parts) > 1 else []
    if amounts and sum(amounts) == minor:
        return [
            _credit(part, amount, on, entry, group[0], single.of(amount, currency, on, "", *_names(part, servicer, number), "part"))
            for part, amount in zip(parts, amounts, strict=True)
        ]
    end = given(text(only, "Refs", "EndToEndId")) if only is not None else ""
    identity = group if servicer or not end else single.of(minor, currency, on, "", number, end)
    return [_credit(only, minor, on, entry, group[0], identity)]


def _names(part: etree._Element, servicer: str, number: str) -> tuple[str, ...]:
    own = given(text(part, "Refs", "AcctSvcrRef"))
    return (own,) if own and own != servicer else (servicer, number, text(part, "Refs", "EndToEndId"))


def _credit(part: etree._Element | None, minor: int, on: date, entry: etree._Element, group: str, identity: tuple[str, str]) -> Credit:
    amount = first(entry, "Amt")
    currency = amount.get("Ccy", "") if amount is not None else ""
    reversal = text(entry, "RvslInd") in ("true", "1")
    if part is None:
        return Credit(identity[0], group, identity[1], minor, currency, on, reversal=reversal, line=line_of(entry))
    references = [found for one in below(part, "RmtInf", "Strd", "CdtrRefInf", "Ref") if (found := given(text(one)))]
    end = given(text(part, "Refs", "EndToEndId"))
    return Credit(
        identity[0],
        group,
        identity[1],
        minor,
        currency,
        on,
        tuple(dict.fromkeys([*references, *([end] if end else [])])),
        reversal,
        text(part, "RltdPties", "Dbtr", "Nm") or text(part, "RltdPties", "Dbtr", "Pty", "Nm"),
        " ".join(text(one) for one in below(part, "RmtInf", "Ustrd")),
        line_of(part),
    )


def _amounts(entry: etree._Element, parts: list[etree._Element], currency: str) -> list[int]:
    """Return the signed amounts of an entry's transactions; nothing where one is not told in the account's currency."""
    found = []
    for part in parts:
        amount = first(part, "Amt")
        if amount is None:
            amount = first(part, "AmtDtls", "TxAmt", "Amt")
        if amount is None or amount.get("Ccy") != currency:
            return []
        found.append(_signed(part if text(part, "CdtDbtInd") else entry, amount, currency))
    return found


def _signed(element: etree._Element, amount: etree._Element | None, currency: str) -> int:
    if amount is None:
        raise missing(line_of(element), "Amt")
    line, written, own = line_of(amount), (amount.text or "").strip(), amount.get("Ccy", "")
    if own != currency or not _CURRENCY.fullmatch(own):
        raise unreadable(
            line, f"the amount is in {own or '?'}, the account in {currency or '?'}.", "đồng tiền của số tiền khác với đồng tiền tài khoản."
        )
    way = text(element, "CdtDbtInd")
    if way not in ("CRDT", "DBIT"):
        raise missing(line_of(element), "CdtDbtInd")
    try:
        if not _AMOUNT.fullmatch(written):
            raise Inexact(written)  # noqa: TRY301
        minor = in_minor(Decimal(written), own)
    except Inexact:
        raise unreadable(line, f"the amount is no whole number of minor units of {own}.", f"số tiền không hợp lệ đối với {own}.") from None
    return minor if way == "CRDT" else -minor


def _balance(report: etree._Element, codes: tuple[str, ...], currency: str) -> int | None:
    for code in codes:
        for balance in below(report, "Bal"):
            if text(balance, "Tp", "CdOrPrtry", "Cd") == code:
                return _signed(balance, first(balance, "Amt"), currency)
    return None


def _closing_day(report: etree._Element) -> date | None:
    closing = (one for one in below(report, "Bal") if text(one, "Tp", "CdOrPrtry", "Cd") in _CLOSING)
    return next((day for one in closing if (day := _day(one, "Dt/Dt", "Dt/DtTm"))), None)


def _day(element: etree._Element, *paths: str) -> date | None:
    for path in paths:
        if written := text(element, *path.split("/")):
            try:
                return date.fromisoformat(written[:10])
            except ValueError:
                found = first(element, *path.split("/"))
                line = line_of(found if found is not None else element)
                raise unreadable(line, "the day is none of the calendar.", "ngày không hợp lệ.") from None
    return None


def _is_booked(entry: etree._Element) -> bool:
    return (text(entry, "Sts", "Cd") or text(entry, "Sts") or "BOOK") == "BOOK"


def _first_currency(report: etree._Element) -> str:
    amounts = below(report, "Bal", "Amt") + below(report, "Ntry", "Amt")
    return amounts[0].get("Ccy", "") if amounts else ""
