"""Our own form of a tariff: a folder or zip of tables, in CSV or Parquet, documented in the reference."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import get_args

import msgspec

from clearlane.model.dated import ALWAYS
from clearlane.model.duty import DutyExpression, Term
from clearlane.model.duty_text import DutyPart
from clearlane.model.measure import ALL_ORIGINS, Area, Condition, Measure, MeasureType, Series
from clearlane.model.nomenclature import PRODUCT_LINE, TariffLine
from clearlane.model.tariff import TariffHeader
from clearlane.model.text import Text
from clearlane.tariff.cells import Cells
from clearlane.tariff.check import unlisted
from clearlane.tariff.draft import Draft
from clearlane.tariff.duties import stated
from clearlane.tariff.faults import Faults
from clearlane.tariff.own_columns import COLUMNS, NEEDED, REQUIRED
from clearlane.tariff.tables import Progress, Row, rows_of

_TERMS = msgspec.json.Decoder(tuple[Term, ...])
_SERIES = get_args(Series)


def read_own(files: Mapping[str, bytes], faults: Faults, progress: Progress | None = None) -> Draft:
    """Return the tariff that the tables of our own form hold.

    Args:
      files: The tables by file name: ``lines.csv``, ``measures.parquet`` …
      faults: Where faults are noted.
      progress: Told how many rows are done.
    """
    return _Reading(files, faults, progress).read()


class _Reading:
    def __init__(self, files: Mapping[str, bytes], faults: Faults, progress: Progress | None) -> None:
        self._files = {_table_name(name): (name, body) for name, body in files.items()}
        self._faults = faults
        self._progress = progress
        self._cells = Cells(faults)
        self._draft = Draft()
        self._dialect = self._currency = ""
        self._conditions: dict[str, list[Condition]] = {}
        self._condition_rows: dict[str, int] = {}
        self._measure_ids: set[str] = set()
        self._seen: set[tuple[str, str]] = set()

    def read(self) -> Draft:
        self._check_names()
        for table, read in self._readers().items():
            if table in self._files:
                for row in self._rows(table):
                    self._draft.rows += 1
                    read(self._cells.on(row), row.number)
        for id_, first in self._condition_rows.items():
            if id_ not in self._measure_ids:
                self._faults.add(self._files["conditions"][0], first, "measure", _NO_MEASURE)
        self._draft.line_file = self._files.get("lines", ("", b""))[0]
        self._draft.measure_file = self._files.get("measures", ("", b""))[0]
        return self._draft

    def _readers(self) -> Mapping[str, Callable[[Cells, int], None]]:
        draft = self._draft
        return {
            "tariff": self._header,
            "caveats": self._caveat,
            "types": self._type,
            "areas": self._area,
            "certificates": self._codes_into(draft.certificates),
            "footnotes": self._codes_into(draft.footnotes),
            "additional_codes": self._codes_into(draft.additional_codes),
            "lines": self._line,
            "conditions": self._condition,
            "measures": self._measure,
        }

    def _check_names(self) -> None:
        for table, (name, _) in self._files.items():
            if table not in COLUMNS:
                known = ", ".join(f"{one}.csv" for one in COLUMNS)
                cause = Text(en="A tariff has no such table.", vi="Biểu thuế không có bảng này.")
                self._faults.add(name, 0, "", cause, Text(en=f"Its tables are: {known}.", vi=f"Các bảng gồm: {known}."))
        for table in NEEDED:
            if table not in self._files:
                self._faults.add(f"{table}.csv", 0, "", Text(en="The table is missing.", vi="Thiếu bảng này."))

    def _rows(self, table: str) -> Iterator[Row]:
        name, body = self._files[table]
        done = self._draft.rows
        tell = self._progress
        return rows_of(
            name, body, COLUMNS[table], self._faults,
            others=lambda column: table == "lines" and column.startswith("text."),
            required=REQUIRED.get(table, ()),
            progress=(lambda rows: tell(done + rows)) if tell else None,
        )  # fmt: skip

    def _header(self, cells: Cells, number: int) -> None:
        if number > 2:
            cells.fault("", Text(en="A tariff has one row here.", vi="Bảng này chỉ có một dòng."))
            return
        self._dialect, self._currency = cells.text("dialect"), cells.text("currency")
        country = cells.needed("country")
        if country and not (len(country) == 2 and country.isascii() and country.isupper()):
            cells.fault(
                "country", Text(en="This is no ISO 3166 code.", vi="Đây không phải mã ISO 3166."), Text(en="Such as VN.", vi="Ví dụ VN.")
            )
        self._draft.header = TariffHeader(
            country=country,
            edition=cells.needed("edition"),
            title=cells.needed("title"),
            hs=cells.text("hs") or "2022",
            currency=self._currency,
            source=cells.text("source"),
            since=cells.day("since", ALWAYS),
            languages=cells.many("languages") or ("en",),
        )

    def _caveat(self, cells: Cells, _: int) -> None:
        if self._draft.header is not None:
            header = self._draft.header
            self._draft.header = msgspec.structs.replace(header, caveats=(*header.caveats, cells.said()))

    def _type(self, cells: Cells, _: int) -> None:
        code, series = cells.needed("code"), cells.needed("series")
        if series and series not in _SERIES:
            known = ", ".join(_SERIES)
            cause = Text(en=f"“{series[:40]}” is no series of measures.", vi=f"“{series[:40]}” không phải là nhóm biện pháp.")
            cells.fault("series", cause, Text(en=f"Write one of: {known}.", vi=f"Hãy ghi một trong: {known}."))
        elif not self._is_new("types", code):
            cells.fault("code", _TWICE)
        else:
            self._draft.types.append(MeasureType(code, msgspec.convert(series or "fee", Series), cells.said()))

    def _area(self, cells: Cells, _: int) -> None:
        code = cells.needed("code")
        if not self._is_new("areas", code):
            cells.fault("code", _TWICE)
        self._draft.areas.append(
            Area(code, cells.said(), cells.many("members"), cells.text("agreement"), cells.many("proofs"), cells.text("reference"))
        )

    def _is_new(self, table: str, code: str) -> bool:
        before = len(self._seen)
        self._seen.add((table, code))
        return len(self._seen) > before

    def _codes_into(self, kept: dict[str, Text]) -> Callable[[Cells, int], None]:
        def read(cells: Cells, _: int) -> None:
            code = cells.needed("code")
            if code in kept:
                cells.fault("code", _TWICE)
            kept[code] = cells.said()

        return read

    def _line(self, cells: Cells, number: int) -> None:
        line = TariffLine(
            place=cells.whole("place", number),
            code=cells.text("code"),
            indent=cells.whole("indent", 0),
            texts=cells.words(),
            suffix=cells.text("suffix") or PRODUCT_LINE,
            units=cells.listed("units"),
            since=cells.day("since", ALWAYS),
            until=cells.day("until", None),
            footnotes=cells.many("footnotes"),
        )
        self._draft.keep_line(number, line)

    def _condition(self, cells: Cells, number: int) -> None:
        condition = Condition(
            group=cells.text("group"),
            certificates=cells.many("certificates"),
            threshold=cells.number("threshold"),
            per=cells.text("per"),
            currency=cells.text("currency"),
            at_least=cells.yes("at_least"),
            applies=cells.yes("applies"),
            duty=next((one.expression for one in self._duties(cells)), None),
        )
        for one in condition.certificates:
            if one not in self._draft.certificates:
                cells.fault("certificates", unlisted(one))
                self._draft.told.add(one)
        self._conditions.setdefault(cells.needed("measure"), []).append(condition)
        self._condition_rows.setdefault(cells.text("measure"), number)

    def _measure(self, cells: Cells, number: int) -> None:
        id_, season = cells.needed("id"), cells.season("season")
        self._measure_ids.add(id_)
        measure = Measure(
            id=id_,
            code=cells.needed("code"),
            type=cells.needed("type"),
            area=cells.text("area") or ALL_ORIGINS,
            since=cells.day("since", ALWAYS),
            until=cells.day("until", None),
            season=season,
            excluded=cells.many("excluded"),
            conditions=tuple(self._conditions.get(id_, ())),
            additional_code=cells.text("additional_code"),
            order_number=cells.text("order_number"),
            footnotes=cells.many("footnotes"),
            reference=cells.text("reference"),
        )
        duties = self._duties(cells)
        for count, one in enumerate(duties or (DutyPart(None),), start=1):
            changed = msgspec.structs.replace(
                measure,
                id=f"{id_}-{count}" if len(duties) > 1 else id_,
                duty=one.expression,
                season=one.season or season,
                excluded=(*measure.excluded, *one.excluded),
                conditions=(*measure.conditions, *one.conditions),
            )
            self._draft.keep_measure(number, changed)

    def _duties(self, cells: Cells) -> tuple[DutyPart, ...]:
        if terms := cells.text("duty_terms"):
            try:
                return (DutyPart(DutyExpression(cells.text("duty"), _TERMS.decode(terms))),)
            except msgspec.DecodeError:
                cells.fault("duty_terms", _NO_TERMS)
                return ()
        duties = stated(cells, "duty", cells.text("dialect") or self._dialect, cells.text("currency") or self._currency)
        if any(one.programmes for one in duties):
            cells.fault("duty", _PROGRAMMES, _ROW_FOR_EACH)
        return duties


_TWICE = Text(en="This code stands there twice.", vi="Mã này xuất hiện hai lần.")
_NO_TERMS = Text(
    en="These are not the parts of a duty as written by Clearlane.", vi="Đây không phải các thành phần thuế suất do Clearlane ghi."
)
_PROGRAMMES = Text(en="The cell names several programmes.", vi="Ô này nêu nhiều chương trình ưu đãi.")
_ROW_FOR_EACH = Text(en="Write a row for each, with the programme as its area.", vi="Hãy ghi mỗi chương trình một dòng, mã ở cột area.")
_NO_MEASURE = Text(en="There is no measure of this id.", vi="Không có biện pháp mang mã này.")


def _table_name(file: str) -> str:
    """Return which table a file holds: ``Lines.CSV`` holds ``lines``."""
    return PurePosixPath(file).stem.lower().replace("-", "_")
