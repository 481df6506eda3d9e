"""A small bank: writes credits as camt.054, camt.053 or CSV, in any version, as a bank would."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from xml.sax.saxutils import escape

import msgspec

ACCOUNT = "XA12ACUS00000001"


class Paying(msgspec.Struct, frozen=True):
    """One payment as the bank knows it; ``parts`` make it a batch."""

    amount: str
    reference: str = ""
    servicer: str = ""
    end: str = ""
    on: str = "2026-11-20"
    payer: str = "Nguyễn Văn A"
    words: str = ""
    number: str = ""
    reversal: bool = False
    pending: bool = False
    parts: tuple[Paying, ...] = ()


def camt(
    payments: Sequence[Paying],
    kind: str = "054",
    version: int = 8,
    currency: str = "ARD",
    account: str = ACCOUNT,
    opening: str = "",
    closing: str = "",
    *,
    details: bool = True,
) -> bytes:
    """Write a message of one report."""
    root, report = ("BkToCstmrDbtCdtNtfctn", "Ntfctn") if kind == "054" else ("BkToCstmrStmt", "Stmt")
    balances = _balance("OPBD", opening, currency) + _balance("CLBD", closing, currency)
    entries = "\n".join(_entry(one, currency, version, details=details) for one in payments)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.{kind}.001.{version:02d}"><{root}>
<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-20T18:00:00</CreDtTm></GrpHdr>
<{report}><Id>S-1</Id><CreDtTm>2026-11-20T18:00:00</CreDtTm>
<Acct><Id><Othr><Id>{account}</Id></Othr></Id><Ccy>{currency}</Ccy></Acct>
{balances}
{entries}
</{report}></{root}></Document>
""".encode()


def _balance(code: str, amount: str, currency: str) -> str:
    if not amount:
        return ""
    return (
        f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy='{currency}'>{amount.lstrip('-')}</Amt>"
        f"<CdtDbtInd>{_way(amount)}</CdtDbtInd><Dt><Dt>2026-11-20</Dt></Dt></Bal>"
    )


def _way(amount: str) -> str:
    return "DBIT" if amount.startswith("-") else "CRDT"


def _entry(one: Paying, currency: str, version: int, *, details: bool) -> str:
    status = "PDNG" if one.pending else "BOOK"
    told = "".join(_part(part, currency, version) for part in (one.parts or (one,))) if details else ""
    amount = f"<Amt Ccy='{currency}'>{one.amount.lstrip('-')}</Amt><CdtDbtInd>{_way(one.amount)}</CdtDbtInd>"
    return (
        f"<Ntry>{_given('NtryRef', one.number)}{amount}"
        f"{'<RvslInd>true</RvslInd>' if one.reversal else ''}<Sts>{status if version < 4 else f'<Cd>{status}</Cd>'}</Sts>"
        f"<BookgDt><Dt>{one.on}</Dt></BookgDt>{_given('AcctSvcrRef', one.servicer)}"
        f"{f'<NtryDtls>{told}</NtryDtls>' if told else ''}</Ntry>"
    )


def _part(one: Paying, currency: str, version: int) -> str:
    amount = f"<Amt Ccy='{currency}'>{one.amount.lstrip('-')}</Amt>"
    told = f"<AmtDtls><TxAmt>{amount}</TxAmt></AmtDtls>" if version < 3 else f"{amount}<CdtDbtInd>{_way(one.amount)}</CdtDbtInd>"
    name = f"<Nm>{escape(one.payer)}</Nm>"
    structured = f"<Strd><CdtrRefInf><Ref>{escape(one.reference)}</Ref></CdtrRefInf></Strd>" if one.reference else ""
    return (
        f"<TxDtls><Refs><EndToEndId>{escape(one.end) or 'NOTPROVIDED'}</EndToEndId></Refs>{told}"
        f"<RltdPties><Dbtr>{name if version < 8 else f'<Pty>{name}</Pty>'}</Dbtr></RltdPties>"
        f"<RmtInf>{_given('Ustrd', one.words)}{structured}</RmtInf></TxDtls>"
    )


def _given(name: str, value: str) -> str:
    return f"<{name}>{escape(value)}</{name}>" if value else ""


def table(payments: Sequence[Paying], currency: str = "ARD", account: str = ACCOUNT) -> bytes:
    """Write the payments as CSV."""
    rows = [f'{account},{currency},{one.on},{one.amount},{one.reference},{one.servicer},{one.end},"{one.payer}"' for one in payments]
    return "\n".join(["account,currency,booked,amount,reference,servicer_reference,end_to_end,payer", *rows, ""]).encode()


def total(payments: Sequence[Paying]) -> Decimal:
    """Return what the payments come to."""
    return sum((Decimal(one.amount) for one in payments if not one.pending), Decimal(0))
