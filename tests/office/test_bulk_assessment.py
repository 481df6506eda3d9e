"""A file of lines owes to the cent what its lines owe one by one, for the same reasons; a file with a slip is told where."""

from __future__ import annotations

import csv
import decimal
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace as changed

from clearlane.assessment.assess import EXACT, assess
from clearlane.assessment.duty import tax_lines
from clearlane.assessment.goods import Goods, goods_of
from clearlane.assessment.value import customs_values
from clearlane.model.assessment import TaxLine
from clearlane.model.declaration import Declaration
from clearlane.model.profile import Profile
from clearlane.office.bulk_assessment import BulkDesk
from clearlane.office.bulk_files import PIECE
from clearlane.office.wiring import profile_named
from clearlane.simulator import Economy
from tests.assessment.columnar_cases import DAYS, KEYS, PLACES, goods, laws

XA = profile_named("xa")
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
ON = date(2026, 11, 20)
RANKS = ("priced", "suspended", "conditional", "unpriced")
Row = dict[str, str]


def row_of(item: Goods, on: date, declaration: int, keys: Sequence[str], **more: str) -> Row:
    """Goods as a row of a file."""
    return {
        "declaration": str(declaration),
        "day": on.isoformat(),
        "code": item.code,
        "origin": item.origin,
        "value": f"{item.value.value:f}",
        "claim": " ".join(f"{tax}:{code}" if tax else code for tax, code in item.claims.items()),
        "procedure": item.procedure or "",
        "additional_codes": " ".join(item.additional_codes),
        "documents": " ".join(item.documents),
        "preferential_origin": item.preferential_origin,
        "reliefs": " ".join(item.reliefs),
        "statements": " ".join(item.stated),
        "mode": item.mode,
        "quotas": " ".join(item.quotas),
        **{key: f"{item.quantities[key]:f}" if key in item.quantities else "" for key in keys},
        **more,
    }


def file(path: Path, rows: Sequence[Row]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path


def assessed(rows: Sequence[Row], profile: Profile, folder: Path, form: str = ".csv") -> list[Row]:
    """What the door writes."""
    target = folder / f"out{form}"
    target.unlink(missing_ok=True)
    desk = BulkDesk(profile, ON)
    found = desk.read(file(folder / "in.csv", rows))
    assert found.lines is not None, found.faults
    desk.assess(found.lines, target)
    with target.open(newline="", encoding="utf-8") as written:
        return list(csv.DictReader(written))


def owed(lines: Sequence[TaxLine], tax: str) -> tuple[Decimal | None, str]:
    """The amount of a tax, and its outcome with the reason, by the way of a single declaration."""
    own = [line for line in lines if line.tax == tax]
    if not own:
        return None, ""
    worst = max(own, key=lambda line: RANKS.index(line.outcome))
    priced = [line.amount for line in own if line.outcome == "priced" and line.amount is not None]
    if worst.outcome in ("conditional", "unpriced") or not priced:
        return None, f"{worst.outcome}: {worst.reason.en}" if worst.reason else worst.outcome
    return sum(priced, Decimal(0)), "priced"


def holds(row: Row, lines: Sequence[TaxLine], profile: Profile) -> None:
    for tax in profile.taxes:
        amount, outcome = owed(lines, tax.code)
        assert (row[tax.code] and Decimal(row[tax.code]), row[f"{tax.code}.outcome"]) == (amount if amount is not None else "", outcome)
    is_open = any(line.outcome in ("conditional", "unpriced") for line in lines)
    total = sum((line.amount for line in lines if line.amount is not None), Decimal(0))
    assert (row["total"] == "") if is_open else (Decimal(row["total"]) == total)


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_line_of_a_file_owes_what_it_owes_alone_and_for_the_same_reason(data: st.DataObject, tmp_path: Path) -> None:
    profile, keys = data.draw(laws()), (*KEYS, "RET")
    drawn = goods(PLACES[profile.currency]).filter(lambda one: one.value.value is not None)
    shipments = data.draw(st.lists(st.tuples(DAYS, st.lists(drawn, min_size=1, max_size=3)), min_size=1, max_size=6))
    rows, wanted = [], []
    for number, (on, items) in enumerate(shipments):
        ordered = [
            changed(one, item=place, quantities={key: one.quantities[key] for key in keys if key in one.quantities})
            for place, one in enumerate(items, 1)
        ]
        rows += [row_of(one, on, number, keys) for one in ordered]
        with decimal.localcontext(EXACT):
            lines = tax_lines(ordered, profile, on)
        wanted += [[line for line in lines if line.item == one.item] for one in ordered]
    for row, lines_of_it in zip(assessed(rows, profile, tmp_path), wanted, strict=True):
        holds(row, lines_of_it, profile)


def items_of(declaration: Declaration) -> list[Goods]:
    tariff = XA.tariff
    return [
        goods_of(declaration, item, count, value, tariff.line(item.commodity_code, ON) if tariff else None)
        for count, (item, value) in enumerate(zip(declaration.item, customs_values(declaration, XA, ON), strict=True), 1)
    ]


def trade(count: int) -> list[tuple[Declaration, list[Goods], str]]:
    """Simulated declarations with their goods and whether they come in."""
    found: list[tuple[Declaration, list[Goods], str]] = []
    for one in islice(Economy.of(11, AT).stream(), count):
        declaration = one.message.declaration
        kind = XA.kind(declaration.type_code or "")
        items = items_of(declaration)
        if all(item.value.value is not None for item in items):
            found.append((declaration, items, kind.direction if kind else "import"))
    return found


def test_simulated_trade_in_a_file_owes_what_assess_finds_declaration_by_declaration(tmp_path: Path) -> None:
    declarations = trade(250)
    keys = list(dict.fromkeys(key for _, items, _ in declarations for item in items for key in item.quantities))
    rows = [
        row_of(item, ON, number, keys, direction=direction) for number, (_, items, direction) in enumerate(declarations) for item in items
    ]
    assert {row["direction"] for row in rows} == {"import", "export"}
    written = iter(assessed(rows, XA, tmp_path))
    for declaration, items, direction in declarations:
        found = assess(declaration, XA, AT)
        for item in items:
            row = next(written)
            holds(row, [line for line in found.lines if line.item == item.item], XA)
            assert (row["outcome"] == "not-due") == (direction == "export")


def random_rows(count: int) -> list[Row]:
    chance = np.random.default_rng(5)
    codes, origins = ("0901110000", "6205200000", "2204210000", "8703230000"), ("QN", "QF", "BR", "")
    claims = ("", "300")
    picks = zip(*(chance.integers(0, most, count).tolist() for most in (len(codes), len(origins), len(claims), 10**8, 5000)), strict=True)
    return [
        {"code": codes[a], "origin": origins[b], "claim": claims[c], "value": f"{d // 100}.{d % 100:02}", "KGM": f"{e}"}
        for a, b, c, d, e in picks
    ]


def test_a_hundred_thousand_lines_in_pieces_owe_what_a_sample_of_them_owes_alone(tmp_path: Path) -> None:
    rows = random_rows(100_000)
    written = assessed(rows, XA, tmp_path)
    assert len(written) == len(rows) > PIECE
    for place in [*range(0, len(rows), 997), PIECE - 1, PIECE]:
        alone = assessed(rows[place : place + 1], XA, tmp_path)
        assert alone == written[place : place + 1]


def test_a_declaration_that_stands_across_two_pieces_is_charged_once(tmp_path: Path) -> None:
    rows = [{**row, "declaration": str(min(place, PIECE - 2))} for place, row in enumerate(random_rows(PIECE + 2))]
    written = assessed(rows, XA, tmp_path)
    alone = assessed(rows[PIECE - 2 :], XA, tmp_path)
    assert written[PIECE - 2 :] == alone
    assert sum(Decimal(row["S10"]) for row in alone) <= 60


def test_csv_and_parquet_in_and_out_are_alike(tmp_path: Path) -> None:
    rows = random_rows(500)
    desk, source = BulkDesk(XA, ON), file(tmp_path / "in.csv", rows)
    pl.DataFrame(rows).write_parquet(tmp_path / "in.parquet")
    for place in (source, tmp_path / "in.parquet"):
        found = desk.read(place)
        assert found.lines is not None
        desk.assess(found.lines, tmp_path / f"{place.suffix[1:]}.parquet")
        desk.assess(found.lines, tmp_path / f"{place.suffix[1:]}.csv")
    assert (tmp_path / "csv.csv").read_text() == (tmp_path / "parquet.csv").read_text()
    assert pl.read_parquet(tmp_path / "csv.parquet").equals(pl.read_parquet(tmp_path / "parquet.parquet"))
    exact = pl.read_parquet(tmp_path / "csv.parquet")
    plain = pl.read_csv(tmp_path / "csv.csv", infer_schema=False)
    assert exact["B00"].dtype == pl.Decimal(38, 2)
    assert [str(one) if one is not None else "" for one in exact["B00"]] == [one or "" for one in plain["B00"]]


def test_the_summary_adds_up_what_the_lines_owe_and_counts_what_is_open(tmp_path: Path) -> None:
    rows = random_rows(2000)
    written = assessed(rows, XA, tmp_path)
    desk = BulkDesk(XA, ON)
    found = desk.read(tmp_path / "in.csv")
    assert found.lines is not None
    summary = desk.assess(found.lines)
    assert summary.outcomes == {name: count for name in summary.outcomes if (count := sum(row["outcome"] == name for row in written))}
    assert sum(summary.outcomes.values()) == len(rows)
    assert summary.total == sum(Decimal(row["total"]) for row in written if row["total"])
    assert {one.tax: one.amount for one in summary.taxes} == {
        one.tax: sum(Decimal(row[one.tax]) for row in written if row[one.tax]) for one in summary.taxes
    }
    assert sum(one.lines for one in summary.reasons if one.tax == "A00") == sum(not row["A00"] for row in written) > 0


def test_what_is_open_is_an_empty_cell_with_the_reason_and_never_nothing_due(tmp_path: Path) -> None:
    (row,) = assessed([{"code": "9999999999", "origin": "BR", "value": "100"}], XA, tmp_path)
    assert (row["A00"], row["total"], row["outcome"]) == ("", "", "unpriced")
    assert "holds no rate for 9999999999" in row["A00.outcome"]


FAULTS: dict[str, tuple[str, tuple[int, str]]] = {
    "an unknown column": ("code,value,orign\n0901,1,BR\n", (1, "orign")),
    "a column twice": ("code,value,value\n0901,1,1\n", (1, "value")),
    "one quantity in two columns": ("code,value,KGM,kg\n0901,1,1,1\n", (1, "kg")),
    "no value column": ("code,origin\n0901,BR\n", (1, "value")),
    "a row too short": ("code,value\n0901,1\n0901\n", (3, "")),
    "no value": ("code,value\n0901,1\n0901,\n", (3, "value")),
    "a value below nothing": ("code,value\n0901,-1\n", (2, "value")),
    "a comma for a point": ('code,value\n0901,"1,5"\n', (2, "value")),
    "a value finer than the currency": ("code,value\n0901,1.234\n", (2, "value")),
    "no number": ("code,value\n0901,1e3\n", (2, "value")),
    "figures of another script": ("code,value\n0901,١٢\n", (2, "value")),
    "a quantity in words": ("code,value,KGM\n0901,1,\n0901,1,some\n", (3, "KGM")),
    "a code in words": ("code,value\n0901,1\ncoffee,1\n", (3, "code")),
    "no such country": ("code,value,origin\n0901,1,Brazil\n", (2, "origin")),
    "no such day": ("code,value,day\n0901,1,2026-13-01\n", (2, "day")),
    "a day before any law": ("code,value,day\n0901,1,1850-01-01\n", (2, "day")),
    "no such direction": ("code,value,direction\n0901,1,sideways\n", (2, "direction")),
    "a declaration in two places": ("code,value,declaration\n0901,1,a\n0901,1,b\n0901,1,a\n", (4, "declaration")),
    "a declaration of two days": ("code,value,declaration,day\n0901,1,a,2026-11-20\n0901,1,a,2026-11-21\n", (3, "day")),
}


@pytest.mark.parametrize("slip", FAULTS)
def test_a_slip_is_named_by_row_and_column_and_nothing_is_assessed(slip: str, tmp_path: Path) -> None:
    text, wanted = FAULTS[slip]
    (tmp_path / "lines.csv").write_text(text, encoding="utf-8")
    found = BulkDesk(XA, ON).read(tmp_path / "lines.csv")
    assert found.lines is None
    assert [(fault.row, fault.column) for fault in found.faults] == [wanted]
    assert all(words for fault in found.faults for words in (fault.cause.en, fault.cause.vi))


def test_slips_of_several_kinds_are_named_together_in_order_of_rows(tmp_path: Path) -> None:
    (tmp_path / "lines.csv").write_text("code,value,day\n0901,1,soon\ncoffee,1,\n0901,x,\n", encoding="utf-8")
    found: Any = BulkDesk(XA, ON).read(tmp_path / "lines.csv")
    assert [(fault.row, fault.column) for fault in found.faults] == [(2, "day"), (3, "code"), (4, "value")]


@pytest.mark.parametrize("text", ["code;value;origin\n0901.11;12.50;BR\n", "\ufeffcode\tvalue\torigin\n0901 11\t12.500\tbr\n\n"])
def test_other_separators_and_ways_of_writing_a_code_are_read(text: str, tmp_path: Path) -> None:
    (tmp_path / "lines.csv").write_text(text, encoding="utf-8")
    found = BulkDesk(XA, ON).read(tmp_path / "lines.csv")
    assert found.lines is not None
    summary = BulkDesk(XA, ON).assess(found.lines)
    assert (summary.lines, summary.outcomes) == (1, {"priced": 1})


def test_a_file_without_lines_owes_nothing(tmp_path: Path) -> None:
    (tmp_path / "lines.csv").write_text("code,value\n", encoding="utf-8")
    desk = BulkDesk(XA, ON)
    found = desk.read(tmp_path / "lines.csv")
    assert found.lines is not None
    assert desk.assess(found.lines, tmp_path / "out.parquet").lines == 0
    assert pl.read_parquet(tmp_path / "out.parquet").height == 0
