"""Facts of made-up declarations, for tests of what a trader is told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from clearlane.model.assessment import TaxLine, ValueLine
from clearlane.model.facts import (
    Accepted,
    Amended,
    AmendmentRejected,
    Assessed,
    Cancelled,
    Difference,
    DocumentsDemanded,
    Fact,
    Lodged,
    Presented,
    Reason,
    Record,
    Registered,
    Rejected,
    Released,
    Routed,
    Scored,
)
from clearlane.model.findings import Finding, Pointer, Severity, Step
from clearlane.model.text import Text

NUMBER = "26XA00000000000017"
START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
CODE_PATH = "/Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/Commodity[1]/Classification[1]/ID"
LODGED = Lodged("XA1234567", "REF-1", "m", "c", "IMA")
PRE_LODGED = Lodged("XA1234567", "REF-1", "m", "c", "IMD")
SECRET = "unmentionable"


def twice(words: str) -> Text:
    return Text(en=words, vi=words)


def finding(severity: Severity = "blocking", rule: str = "XA-301") -> Finding:
    steps = (Step("42A"), Step("67A"), Step("68A", 2), Step("23A"), Step("21A", 1))
    return Finding(rule, severity, Pointer(steps, "145"), CODE_PATH, twice("No such code."), twice("Give one, such as 0901.21."))


def scored() -> Scored:
    return Scored(0.8, (Reason(f"{SECRET}-rule", twice(f"{SECRET} reason"), 1, 0.8),))


def routed(lane: str) -> Routed:
    return Routed(lane, (twice(f"{SECRET} why"),))  # type: ignore[arg-type]


def assessed(*, priced: bool = True) -> Assessed:
    values = (ValueLine(1, Decimal("1000.00"), "1000.00 ARD", "law"),)
    duty = TaxLine(1, "A00", "priced", Decimal("75.00"), Decimal("1000.00"), "7.5 %", "f", "law")
    vat = TaxLine(2, "B00", "suspended", reason=twice("Not charged under 51."))
    open_ = TaxLine(2, "A00", "unpriced", reason=twice("No rate is loaded."))
    lines = (duty, vat) if priced else (duty, vat, open_)
    return Assessed("ARD", START, values, lines, Decimal("75.00") if priced else None)


def demanded() -> DocumentsDemanded:
    return DocumentsDemanded((twice("Invoice"), twice("Certificate of origin")), START + timedelta(days=5))


def records(*facts: Fact) -> list[Record]:
    """A declaration's log: each fact a minute after the one before."""
    return [Record(seq, START + timedelta(minutes=seq), NUMBER, fact) for seq, fact in enumerate(facts, 41)]


RELEASED = Released(twice(f"{SECRET} ground"))
AMENDED = Amended(2, "m", "c", "r", (Difference(CODE_PATH, "changed"),))
COURSES: dict[str, list[Record]] = {
    "rejected": records(LODGED, Rejected((finding(), finding("warning", "XA-LONG-RULE-0042")))),
    "green": records(LODGED, Accepted((finding("warning"),)), assessed(), scored(), routed("green"), RELEASED),
    "yellow": records(LODGED, Accepted(), assessed(), scored(), routed("yellow"), demanded(), RELEASED),
    "red": records(LODGED, Accepted(), assessed(priced=False), scored(), routed("red"), RELEASED),
    "pre-lodged": records(PRE_LODGED, Registered((finding("warning"),)), assessed(), scored(), routed("red"), demanded()),
    "presented": records(
        *(PRE_LODGED, Registered(), assessed(), scored(), routed("red"), Presented("m", "c")),
        *(Accepted(), assessed(), scored(), routed("yellow"), demanded(), RELEASED),
    ),
    "amended": records(LODGED, Accepted(), assessed(), scored(), routed("red"), AMENDED, assessed(), scored(), routed("red"), RELEASED),
    "amendment rejected": records(LODGED, Accepted(), assessed(), AmendmentRejected("m", "c", (finding(),))),
    "cancelled": records(LODGED, Accepted(), assessed(), scored(), routed("red"), Cancelled("m", "c", "3")),
}
