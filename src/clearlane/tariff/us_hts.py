"""The Harmonized Tariff Schedule of the United States, as its CSV is published: rates stand on eight digits, goods on ten.

Lines of ten digits without a rate bear that of the line they stand under, by the tree; nothing is copied. The measures of chapter 99
that refer to other chapters (sections 232 and 301, emergency acts) are not modelled; the header says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from clearlane.model.dated import ALWAYS
from clearlane.model.duty_text import DutyPart
from clearlane.model.measure import ALL_ORIGINS, Measure, MeasureType
from clearlane.model.nomenclature import PRODUCT_LINE, TariffLine
from clearlane.model.tariff import TariffHeader
from clearlane.model.text import Text
from clearlane.model.units import unit_named
from clearlane.tariff.cells import Cells
from clearlane.tariff.draft import Draft
from clearlane.tariff.duties import stated
from clearlane.tariff.faults import Faults
from clearlane.tariff.single import Wishes, edition_in, only_file
from clearlane.tariff.tables import Progress, rows_of
from clearlane.tariff.us_programmes import COLUMN_2, area_of

NUMBER, INDENT, WORDS, UNITS = "HTS Number", "Indent", "Description", "Unit of Quantity"
GENERAL, SPECIAL, OTHER, ADDITIONAL = "General Rate of Duty", "Special Rate of Duty", "Column 2 Rate of Duty", "Additional Duties"
_COLUMNS = (NUMBER, INDENT, WORDS, UNITS, GENERAL, SPECIAL, OTHER, "Quota Quantity", ADDITIONAL)
_CODE = re.compile(r"\d{4}(\.?\d{2}){0,3}", re.ASCII)
HEADING = "10"
"""The suffix of a row without a number."""

_TYPES = (
    MeasureType("103", "third-country", Text(en="General rate of column 1", vi="Thuế suất phổ thông cột 1")),
    MeasureType("142", "preference", Text(en="Special rate of column 1", vi="Thuế suất đặc biệt cột 1")),
    MeasureType("COL2", "ordinary", Text(en="Rate of column 2", vi="Thuế suất cột 2")),
    MeasureType("ADD", "additional", Text(en="Additional duty", vi="Thuế bổ sung")),
)
_CAVEAT = Text(
    en="Measures of chapter 99 on goods of other chapters (sections 201, 232 and 301, emergency acts) are not modelled and may apply.",
    vi="Các biện pháp của Chương 99 đối với hàng thuộc chương khác (Điều 201, 232, 301, luật khẩn cấp) chưa được đưa vào, có thể áp dụng.",
)
_UNITS = msgspec.json.Decoder(list[str])


def read_us(files: Mapping[str, bytes], faults: Faults, progress: Progress | None, wishes: Wishes) -> Draft:
    """Return the tariff of the United States that the published CSV holds."""
    name, body = only_file(files, faults)
    edition = wishes.edition or edition_in(name) or "current"
    draft = Draft(line_file=name, measure_file=name, code_column=NUMBER, types=list(_TYPES))
    draft.header = TariffHeader(
        country="US", edition=edition, title="Harmonized Tariff Schedule of the United States", currency="USD",
        source="United States International Trade Commission, public domain", since=wishes.since or ALWAYS, caveats=(_CAVEAT,),
    )  # fmt: skip
    reading = _Reading(draft, faults, wishes)
    for row in rows_of(name, body, _COLUMNS, faults, required=_COLUMNS, progress=progress):
        draft.rows += 1
        reading.read(Cells(faults).on(row), row.number)
    draft.areas = [area_of(symbol) for symbol in sorted(reading.symbols)]
    return draft


class _Reading:
    def __init__(self, draft: Draft, faults: Faults, wishes: Wishes) -> None:
        self._draft = draft
        self._faults = faults
        self._since = wishes.since or ALWAYS
        self.symbols = {COLUMN_2}

    def read(self, cells: Cells, number: int) -> None:
        written = cells.text(NUMBER)
        if written and not _CODE.fullmatch(written):
            cells.fault(NUMBER, _bad_number(written), _GOOD_NUMBER)
            return
        code = written.replace(".", "")
        line = TariffLine(
            place=number,
            code=code,
            indent=cells.whole(INDENT, 0),
            texts={"en": cells.text(WORDS)} if cells.text(WORDS) else {},
            suffix=PRODUCT_LINE if code else HEADING,
            units=self._units(cells, number),
            since=self._since,
        )
        self._draft.keep_line(number, line)
        if code:
            for measure in self._measures(cells, number, code):
                self._draft.keep_measure(number, measure)
        elif any(cells.text(column) for column in (GENERAL, SPECIAL, OTHER, ADDITIONAL)):
            cells.fault(NUMBER, Text(en="The row has a rate and no number.", vi="Dòng có thuế suất nhưng không có mã số."))

    def _units(self, cells: Cells, number: int) -> tuple[str, ...]:
        written = cells.text(UNITS)
        if not written:
            return ()
        try:
            names = _UNITS.decode(written) if written.startswith("[") else [written]
        except msgspec.DecodeError:
            cells.fault(UNITS, Text(en="The units cannot be read.", vi="Không đọc được đơn vị tính."), _UNIT_LIST)
            return ()
        found: list[str] = []
        for name in filter(None, (" ".join(one.split()) for one in names)):
            unit = unit_named(name)
            if unit is None:
                cause = Text(en=f"The unit “{name}” is kept as written.", vi=f"Giữ nguyên đơn vị tính “{name}” như trong tệp.")
                self._faults.remark(self._draft.line_file, number, UNITS, cause)
            found.append(unit.code if unit else name)
        return tuple(dict.fromkeys(found))

    def _measures(self, cells: Cells, number: int, code: str) -> Iterator[Measure]:
        general = Measure("", code, "103", since=self._since, excluded=(COLUMN_2,))
        yield from _each(f"{code}:103", general, stated(cells, GENERAL, "us", "USD"))
        other = Measure("", code, "COL2", area=COLUMN_2, since=self._since)
        yield from _each(f"{code}:COL2", other, stated(cells, OTHER, "us", "USD"))
        added = Measure("", code, "ADD", area=ALL_ORIGINS, since=self._since)
        yield from _each(f"{code}:ADD", added, stated(cells, ADDITIONAL, "us", "USD"))
        yield from self._special(cells, number, code)

    def _special(self, cells: Cells, number: int, code: str) -> Iterator[Measure]:
        taken: set[str] = set()
        for part in stated(cells, SPECIAL, "us", "USD"):
            if not part.programmes:
                self._faults.remark(self._draft.line_file, number, SPECIAL, _NO_PROGRAMME)
            for symbol in part.programmes:
                if symbol in taken:
                    self._faults.remark(self._draft.line_file, number, SPECIAL, _twice(symbol))
                    continue
                taken.add(symbol)
                self.symbols.add(symbol)
                yield _with(Measure(f"{code}:142:{symbol}", code, "142", area=symbol, since=self._since), part)


def _each(id_: str, measure: Measure, parts: tuple[DutyPart, ...]) -> Iterator[Measure]:
    for count, part in enumerate(parts, start=1):
        yield _with(msgspec.structs.replace(measure, id=id_ if len(parts) == 1 else f"{id_}-{count}"), part)


def _with(measure: Measure, part: DutyPart) -> Measure:
    return msgspec.structs.replace(
        measure,
        duty=part.expression,
        season=part.season,
        conditions=part.conditions,
        excluded=(*measure.excluded, *part.excluded),
    )


def _bad_number(written: str) -> Text:
    shown = written[:40]
    return Text(en=f"“{shown}” is no tariff number.", vi=f"“{shown}” không phải mã số của biểu thuế.")


def _twice(symbol: str) -> Text:
    return Text(
        en=f"The programme {symbol} stands there twice; the first is taken.",
        vi=f"Chương trình {symbol} xuất hiện hai lần; lấy lần đầu.",
    )


_GOOD_NUMBER = Text(en="Write it as 0101.21.00.10.", vi="Hãy ghi theo dạng 0101.21.00.10.")
_UNIT_LIST = Text(en='Write a list such as ["No.", "kg"].', vi='Hãy ghi danh sách, ví dụ ["No.", "kg"].')
_NO_PROGRAMME = Text(en="The special rate names no programme and is not taken.", vi="Thuế suất đặc biệt không nêu chương trình, không lấy.")
