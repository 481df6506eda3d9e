"""A tariff written in our own form: a folder of tables that reads back to the very same tariff."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from clearlane.model.dated import ALWAYS
from clearlane.model.duty import DutyExpression
from clearlane.model.duty_text import DutyPart, DutyTextFault
from clearlane.model.measure import ALL_ORIGINS, Condition, Season
from clearlane.model.nomenclature import PRODUCT_LINE
from clearlane.model.tariff import TariffContent
from clearlane.model.text import Text
from clearlane.tariff.dialects import read_duty
from clearlane.tariff.own_columns import COLUMNS

DIALECTS = ("taric", "us", "vn")
_Cells = Mapping[str, str]


def write_tariff(content: TariffContent, folder: Path, *, as_parquet: bool = False) -> tuple[Path, ...]:
    """Write a tariff into a folder and return the files written; tables without rows are left out.

    Args:
      content: The tariff.
      folder: Where to; made if it is not there.
      as_parquet: Whether to write Parquet instead of CSV.

    Raises:
      ImportError: Parquet is asked for and polars is not installed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for table, rows in tables_of(content).items():
        path = folder / f"{table}.{'parquet' if as_parquet else 'csv'}"
        columns = _columns(table, rows)
        path.write_bytes(_as_parquet(columns, rows) if as_parquet else _as_csv(columns, rows))
        written.append(path)
    return tuple(written)


def tables_of(content: TariffContent) -> dict[str, list[_Cells]]:
    """Return the tables of a tariff by name, each row by column; of a table without rows only where it must be there."""
    tables: dict[str, list[_Cells]] = {
        "tariff": [_header(content)],
        "caveats": [_said(one) for one in content.header.caveats],
        "types": [{"code": one.code, "series": one.series, **_said(one.text)} for one in content.types],
        "areas": list(_areas(content)),
        "certificates": _coded(content.certificates),
        "footnotes": _coded(content.footnotes),
        "additional_codes": _coded(content.additional_codes),
        "lines": list(_lines(content)),
        "conditions": [_condition(one.id, part) for one in content.measures for part in one.conditions],
        "measures": list(_measures(content)),
    }
    return {table: rows for table, rows in tables.items() if rows or table in ("lines", "measures", "types")}


def _header(content: TariffContent) -> _Cells:
    header = content.header
    return {
        "country": header.country, "edition": header.edition, "title": header.title, "hs": header.hs, "currency": header.currency,
        "source": header.source, "since": _day(header.since), "languages": " ".join(header.languages),
    }  # fmt: skip


def _areas(content: TariffContent) -> Iterator[_Cells]:
    for one in content.areas:
        yield {
            "code": one.code, **_said(one.text), "members": " ".join(one.members), "agreement": one.agreement,
            "proofs": " ".join(one.proofs), "reference": one.reference,
        }  # fmt: skip


def _lines(content: TariffContent) -> Iterator[_Cells]:
    for one in content.lines:
        yield {
            "code": one.code, "indent": str(one.indent), **{f"text.{language}": text for language, text in one.texts.items()},
            "suffix": "" if one.suffix == PRODUCT_LINE else one.suffix, "units": ";".join(one.units), "since": _day(one.since),
            "until": _day(one.until), "footnotes": " ".join(one.footnotes), "place": str(one.place),
        }  # fmt: skip


def _measures(content: TariffContent) -> Iterator[_Cells]:
    for one in content.measures:
        yield {
            "id": one.id, "code": one.code, "type": one.type, **_duty(one.duty), "area": "" if one.area == ALL_ORIGINS else one.area,
            "since": _day(one.since), "until": _day(one.until), "season": _season(one.season), "excluded": " ".join(one.excluded),
            "additional_code": one.additional_code, "order_number": one.order_number, "footnotes": " ".join(one.footnotes),
            "reference": one.reference,
        }  # fmt: skip


def _condition(measure: str, one: Condition) -> _Cells:
    return {
        "measure": measure, "group": one.group, "certificates": " ".join(one.certificates),
        "threshold": "" if one.threshold is None else f"{one.threshold:f}", "per": one.per, "currency": one.currency,
        "at_least": "yes" if one.at_least else "no", "applies": "yes" if one.applies else "no", **_duty(one.duty),
    }  # fmt: skip


def _duty(duty: DutyExpression | None) -> _Cells:
    """Return a duty's text with the dialect that reads it back, so that it can be changed by hand; its parts where none does."""
    if duty is None:
        return {}
    dialect = _dialect_of(duty)
    return (
        {"duty": duty.text, "dialect": dialect} if dialect else {"duty": duty.text, "duty_terms": msgspec.json.encode(duty.terms).decode()}
    )


@lru_cache(maxsize=50_000)
def _dialect_of(duty: DutyExpression) -> str:
    """Return the dialect in which a duty's text says just that duty, whatever the currency of the tariff; empty for none."""
    for dialect in DIALECTS:
        try:
            if read_duty(duty.text, dialect).parts == (DutyPart(duty),):
                return dialect
        except DutyTextFault:
            continue
    return ""


def _said(text: Text) -> _Cells:
    return {"text.en": text.en, "text.vi": text.vi}


def _coded(texts: Mapping[str, Text]) -> list[_Cells]:
    return [{"code": code, **_said(text)} for code, text in texts.items()]


def _day(day: date | None) -> str:
    return "" if day is None or day == ALWAYS else day.isoformat()


def _season(season: Season | None) -> str:
    if season is None:
        return ""
    (since_month, since_day), (until_month, until_day) = season.since, season.until
    return f"{since_month:02}-{since_day:02}/{until_month:02}-{until_day:02}"


def _columns(table: str, rows: Iterable[_Cells]) -> list[str]:
    """Return the documented columns that are used, then languages beside the house's own."""
    used = {column for row in rows for column, cell in row.items() if cell}
    listed = [column for column in COLUMNS[table] if column in used or column in _KEPT]
    return [*listed, *sorted(used.difference(COLUMNS[table]))]


_KEPT = ("code", "indent", "id", "type", "series")


def _as_csv(columns: list[str], rows: Iterable[_Cells]) -> bytes:
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, columns, restval="", lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue().encode("utf-8-sig")


def _as_parquet(columns: list[str], rows: Iterable[_Cells]) -> bytes:
    import polars  # noqa: ICN001, PLC0415 - an extra, loaded only for Parquet

    written = io.BytesIO()
    frame: Any = polars.DataFrame(
        {column: [row.get(column, "") for row in rows] for column in columns}, dict.fromkeys(columns, polars.String)
    )
    frame.write_parquet(written)
    return written.getvalue()
