"""The tables of Arcadian law: rows of the files under ``data`` as dated codes and rates."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from importlib.resources import files

from clearlane.model.dated import ALWAYS, CodeList, DatedCode, ExchangeRates
from clearlane.model.text import Text

Row = Mapping[str, str]


def rows(table: str) -> Iterator[dict[str, str]]:
    """Read the rows of a table."""
    yield from csv.DictReader((files("clearlane_xa") / "data" / f"{table}.csv").read_text("utf-8").splitlines())


def codes(table: str, name: Text, *, key: tuple[str, ...] = ("code",), keep: Callable[[Row], bool] = lambda row: True) -> CodeList:
    """Return a table as a code list; codes without dates have always been in force."""
    found = (row for row in rows(table) if keep(row))
    return CodeList.of(
        name,
        (
            DatedCode(
                "".join(row[part] for part in key),
                Text(en=row["en"], vi=row["vi"]),
                day(row.get("since")) or ALWAYS,
                day(row.get("until")),
            )
            for row in found
        ),
    )


def commodities(name: Text) -> CodeList:
    """Return the nomenclature: every code of six digits, with the words of its heading or else of its chapter."""
    words = {row["chapter"]: Text(en=row["en"], vi=row["vi"]) for row in rows("chapters")}
    words |= {row["heading"]: Text(en=row["en"], vi=row["vi"]) for row in rows("headings")}
    return CodeList.of(
        name, (DatedCode(code, words.get(code[:4]) or words[code[:2]]) for code in (row["code"] for row in rows("hs_codes")))
    )


def exchange() -> ExchangeRates:
    """Return the weekly rates of exchange into Arcadian dollars."""
    gathered: dict[str, list[tuple[date, Decimal]]] = defaultdict(list)
    for row in rows("currencies"):
        gathered[row["code"]].append((date.fromisoformat(row["since"]), Decimal(row["rate"])))
    return ExchangeRates({code: tuple(sorted(found)) for code, found in gathered.items()}, "Arcadian Customs, weekly bulletin of exchange")


def day(text: str | None) -> date | None:
    """Return the day a cell holds; None where it is empty."""
    return date.fromisoformat(text) if text else None
