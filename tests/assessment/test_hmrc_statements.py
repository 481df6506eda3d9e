"""Amounts that HM Revenue & Customs stated, held against ours at its own rates; what differs is listed by cause.

Run with ``-s`` to see the tables, which also stand on the page ``docs/reference/agreement-with-hmrc.md``.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from clearlane.assessment.assess import assess
from clearlane.model.assessment import TaxLine
from clearlane.model.commodity import Classification, Commodity, InvoiceLine, Origin
from clearlane.model.declaration import Declaration
from clearlane.model.facts import Assessed
from clearlane.model.shipment import GoodsShipment, GovernmentAgencyGoodsItem
from clearlane.model.values import Amount
from tests.assessment.hmrc import AT, TAXES, Line, Statement, item_of, law_of, statements

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "agreement-with-hmrc.md"
RELIEVED, REDUCED = "relieved: HMRC assessed nothing", "reduced by HMRC in part"
NO_RATE, NO_TAX = "no rate stated: specific, compound or excise", "no tax but an entry of accounts"
SAME = "the same to the penny"


@pytest.fixture(scope="module")
def published(shared_data: Path) -> list[Statement]:
    return statements(shared_data / "wcodm")


def rows(counted: Counter[str]) -> list[str]:
    """The rows of a table, most frequent first, printed as they stand on the page."""
    made = [f"| {cause} | {count:,} |" for cause, count in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))]
    print("", *made, sep="\n")
    return made


def worth(price: Decimal) -> Declaration:
    """A declaration of goods of a price in pounds."""
    commodity = Commodity(
        classification=(Classification(id="99", identification_type_code="TSP"),),
        invoice_line=InvoiceLine(item_charge_amount=Amount(str(price), "GBP")),
    )
    item = GovernmentAgencyGoodsItem(commodity=commodity, origin=(Origin(country_code="US"),))
    return Declaration(type_code="IMA", goods_shipment=GoodsShipment(government_agency_goods_item=(item,)))


def alone(line: Line) -> TaxLine:
    """A line computed by the profile's own tax, on goods worth just its base."""
    own = msgspec.structs.replace(TAXES[line.tax], base=("value",), only_if=None, not_if=None, due_under=frozenset())
    law = replace(law_of("99", [msgspec.structs.replace(line, regime="100")]), taxes=(own,))
    assert line.base is not None
    return assess(worth(line.base), law, AT).lines[0]


def cause(line: Line) -> str:
    """Where a line of a statement belongs."""
    if line.rate is None or line.base is None:
        return NO_RATE if line.tax in TAXES or line.tax.isdigit() else NO_TAX
    if not line.explained:
        return REDUCED if line.assessed else RELIEVED
    computed = alone(line)
    return SAME if (computed.outcome, computed.amount) == ("priced", line.assessed) else f"differs: {computed.formula or computed.reason}"


def test_every_line_that_base_and_rate_explain_comes_to_the_same_penny(published: list[Statement]) -> None:
    counted = Counter(cause(line) for statement in published for line in statement.lines)
    assert set(counted) == {SAME, RELIEVED, REDUCED, NO_RATE, NO_TAX}
    assert [row for row in rows(counted) if row not in PAGE.read_text("utf-8")] == []


def compared(statement: Statement) -> list[str]:
    """How each line that base and rate explain compares with the goods as declared: value, duties and VAT built up by us."""
    found: list[str] = []
    for number in dict.fromkeys(line.item for line in statement.lines):
        stated = [line for line in statement.lines if line.item == number]
        explained = [line for line in stated if line.explained]
        declaration = item_of(statement, number)
        if declaration is None:
            found += ["the declaration is not published"] * len(explained)
            continue
        assessed = assess(declaration, law_of(declaration.item[0].commodity_code, stated), AT)
        why = _whole(stated, assessed, declaration)
        found += [SAME if same(line, assessed) else why or beside(line, assessed) for line in explained]
    return found


def same(line: Line, assessed: Assessed) -> bool:
    """Whether one of our lines has the tax, the base and the amount of HMRC's."""
    stated = ("priced", line.tax, line.base, line.assessed)
    return any((one.outcome, one.tax, one.base, one.amount) == stated for one in assessed.lines)


def _whole(stated: list[Line], assessed: Assessed, declaration: Declaration) -> str:
    """What makes the whole item differ; empty for nothing."""
    item = declaration.item[0]
    method = item.customs_valuation.method_code if item.customs_valuation else None
    if item.item_charge is None and method == "4":
        return "the value is a unit price that HMRC publishes (method 4)"
    if assessed.values[0].value is None:
        return "the price is in a currency for which no rate is published with it"
    charged = {line.tax for line in stated} & {"A00", "A50"}
    if charged and not charged & {line.tax for line in assessed.lines}:
        return "HMRC decides at risk or not from both tariffs, here the declaration decides"
    return ""


def beside(line: Line, assessed: Assessed) -> str:
    """How one line differs from ours of the same tax."""
    own = [one for one in assessed.lines if one.tax == line.tax]
    outcomes = {one.outcome for one in own}
    if "suspended" in outcomes:
        return "suspended here: HMRC states what rests or is secured"
    if "conditional" in outcomes and any("U110" in name for one in own for name in one.missing):
        return "conditional here: no proof of origin among the documents declared"
    if "unpriced" in outcomes and any(one.tax == "EXC" and one.outcome == "unpriced" for one in assessed.lines):
        return "open here: goods of a kind that bears excise, and none stated"
    if any((one.outcome, one.amount) == ("priced", line.assessed) for one in own):
        return "the same amount on another base: HMRC's holds a duty relieved, or the value beside the Union's duties"
    return f"differs: {line} {[(one.outcome, one.amount, one.base, one.reason and one.reason.en) for one in own]}"


def test_declared_goods_come_to_the_amounts_stated(published: list[Statement]) -> None:
    counted = Counter(how for statement in published for how in compared(statement))
    missing = [row for row in rows(counted) if row not in PAGE.read_text("utf-8")]
    assert [how for how in counted if how.startswith("differs")] == []
    assert missing == []
